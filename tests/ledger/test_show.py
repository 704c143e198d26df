"""One thing by its id, by the beginning of it, or by the report's key."""

import pytest
from made import made, visit
from msgspec.structs import replace

from tawthiq.errors import LedgerError
from tawthiq.ledger import Ledger, show
from tawthiq.records import Event, Statement


def test_by_id_by_its_beginning_and_by_key(ledger: Ledger) -> None:
    capture, reading = visit()
    added = ledger.add(capture, reading)
    for id in (capture.id, capture.id[:9], capture.id.upper(), f"  {capture.id} ", "visit-0.txt", added.reading[:9]):
        shown = show(ledger, id)
        assert (shown.layer, shown.id, shown.readings, shown.record) == ("report", capture.id, [reading], None)
    for layer, record in (("statement", reading.statements[0]), ("event", reading.events[0])):
        for id in (record.id, record.id[:9]):
            shown = show(ledger, id)
            assert (shown.layer, shown.id, shown.readings, shown.record) == (layer, record.id, [reading], record)
            assert isinstance(shown.record, Statement if layer == "statement" else Event)


def test_the_newest_reading_first_and_records_of_older_ones_stay(ledger: Ledger) -> None:
    capture, old = visit()
    new = replace(old, version=replace(old.version, tawthiq="2"), events=[])
    ledger.add(capture, old)
    ledger.add(capture, new)
    assert show(ledger, capture.id).readings == [new, old]
    assert show(ledger, old.statements[0].id).readings == [new, old]
    assert show(ledger, old.events[0].id).readings == [old]


def test_what_stands_for_more_than_one_is_listed(ledger: Ledger) -> None:
    list(ledger.add_many(visit(number) for number in range(20)))
    ids = [reading.report.id for reading in ledger.readings()]
    ids += [reading.statements[0].id for reading in ledger.readings()]
    first = next(id[0] for id in sorted(ids) if sum(other[0] == id[0] for other in ids) > 1)
    with pytest.raises(LedgerError, match="stands for more than one: ") as error:
        show(ledger, first)
    assert "report " in str(error.value) or "statement " in str(error.value)
    assert len(str(error.value)) < 250


def test_a_key_of_two_reports_is_listed(ledger: Ledger) -> None:
    pairs = made("خبر أول", key="a.txt"), made("خبر ثان", key="a.txt")  # first news, second news
    list(ledger.add_many(pairs))
    with pytest.raises(LedgerError, match=r"'a\.txt' stands for more than one") as error:
        show(ledger, "a.txt")
    assert all(capture.id[:16] in str(error.value) for capture, _ in pairs)


@pytest.mark.parametrize("id", ["", " ", "zz", "%", "_", "' OR 1=1", "\x00", "\ud800", "ا" * 100_000, "0" * 65])
def test_what_is_not_there_is_an_error_of_one_line(ledger: Ledger, id: str) -> None:
    ledger.add(*visit())
    with pytest.raises(LedgerError, match="no report, statement or event") as error:
        show(ledger, id)
    assert len(str(error.value)) < 400 and len(str(error.value).splitlines()) == 1
