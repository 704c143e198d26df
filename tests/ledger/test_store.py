"""The store: what is kept, that it is kept once, and one clear line for whatever goes wrong."""

import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from made import Pair, made, visit
from msgspec.structs import replace
from sqlalchemy import event

from tawthiq.errors import LedgerError
from tawthiq.ledger import Added, Ledger, Refused, search, verify
from tawthiq.ledger.schema import VERSION
from tawthiq.records import Capture

FILE = "ledger.sqlite"


def everything(folder: Path) -> list[object]:
    """All rows of all tables that are kept."""
    with sqlite3.connect(folder / FILE) as database:
        return [database.execute(f"SELECT * FROM {name}").fetchall() for name in ("originals", "captures", "readings")]


def test_what_is_added_is_there_as_it_came(ledger: Ledger) -> None:
    capture, reading = visit()
    added = ledger.add(capture, reading)
    assert added == Added("visit-0.txt", capture.id, added.reading, True)
    assert added.reading == hashlib.sha256(msgspec.json.encode(reading)).hexdigest()
    assert list(ledger.readings()) == ledger.history(capture.id) == [reading]
    assert ledger.captures(capture.id) == [capture]
    assert len(ledger) == 1
    assert ledger.history("0" * 64) == ledger.captures("0" * 64) == []


def test_adding_again_changes_nothing(ledger: Ledger) -> None:
    first = ledger.add(*visit())
    before = everything(ledger.folder)
    assert ledger.add(*visit()) == Added(first.key, first.report, first.reading, False)
    assert everything(ledger.folder) == before
    assert len(search(ledger)) == 3


def test_a_newer_reading_stands_beside_the_older(ledger: Ledger) -> None:
    (capture, old), (_, new) = made("خبر", version="1"), made("خبر", version="2")  # news
    assert ledger.add(capture, old).new and ledger.add(capture, new).new
    assert ledger.history(capture.id) == [new, old]
    assert list(ledger.readings()) == [new]
    assert not ledger.add(capture, old).new
    assert list(ledger.readings()) == [new]
    assert len(ledger) == 1


def test_the_same_bytes_under_another_name_are_kept_once(ledger: Ledger) -> None:
    (first, one), (second, two) = made("خبر", key="a"), made("خبر", key="b")
    ledger.add(first, one)
    ledger.add(second, two)
    assert [capture.key for capture in ledger.captures(first.id)] == ["a", "b"]
    assert len(ledger) == 1 and list(verify(ledger)) == []


def test_many_are_yielded_in_order_with_those_refused_in_their_places(ledger: Ledger) -> None:
    good, other = visit(1), visit(2)
    pairs = [good, (good[0], other[1]), visit(3), good, (replace(other[0], id="0" * 64), other[1])]
    found = list(ledger.add_many(pairs, batch=2))
    assert [type(one) for one in found] == [Added, Refused, Added, Added, Refused]
    assert [one.new for one in found if isinstance(one, Added)] == [True, True, False]
    assert "of another original" in found[1].reason and "not the sha256" in found[4].reason  # type: ignore[union-attr]
    assert len(ledger) == 2 and list(verify(ledger)) == []


def test_the_same_reading_twice_in_one_batch_is_added_once(ledger: Ledger) -> None:
    assert [one.new for one in ledger.add_many([visit(), visit()])] == [True, False]  # type: ignore[union-attr]
    assert list(verify(ledger)) == []


def test_no_more_is_taken_from_a_source_than_a_batch_ahead(ledger: Ledger) -> None:
    taken = []

    def source() -> Iterator[Pair]:
        for number in range(9):
            taken.append(number)
            yield visit(number)

    next(ledger.add_many(source(), batch=3))
    assert taken == [0, 1, 2] and len(ledger) == 3


def test_nothing_of_an_empty_source(ledger: Ledger) -> None:
    assert list(ledger.add_many([])) == []
    assert len(ledger) == 0 and list(ledger.readings()) == [] and search(ledger) == [] and list(verify(ledger)) == []


@pytest.mark.parametrize("where", ["key", "title", "url"])
def test_half_a_surrogate_pair_is_refused_in_one_line(ledger: Ledger, where: str) -> None:
    capture, reading = visit()
    if where == "key":
        capture = replace(capture, key="\ud800")
    reading = replace(reading, report=replace(reading.report, **{where: "\udfff"}))
    with pytest.raises(LedgerError, match="half a surrogate pair") as error:
        ledger.add(capture, reading)
    assert str(error.value).isprintable()
    assert len(ledger) == 0


@given(
    original=st.binary(max_size=300),
    key=st.text(st.characters(codec="utf-8"), max_size=20),
    given=st.dictionaries(st.text(st.characters(codec="utf-8")), st.text(st.characters(codec="utf-8"))),
)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_bytes_and_names_come_back_as_they_were(
    ledger: Ledger, original: bytes, key: str, given: dict[str, str]
) -> None:
    capture = Capture(hashlib.sha256(original).hexdigest(), original, "text", key, given=given)
    _, reading = made("خبر")
    reading = replace(reading, blocks=[], report=replace(reading.report, id=capture.id, key=key))
    ledger.add(capture, reading)
    assert capture in ledger.captures(capture.id)
    assert reading in ledger.history(capture.id)


def test_rows_that_are_kept_can_neither_be_changed_nor_deleted(ledger: Ledger) -> None:
    ledger.add(*visit())
    for table in ("originals", "captures", "readings"):
        for change in (f"UPDATE {table} SET id = 'x'", f"DELETE FROM {table}"):
            with pytest.raises(LedgerError), ledger.writing_to() as connection:
                connection.exec_driver_sql(change)
    assert list(verify(ledger)) == []


def test_the_folder_of_a_closed_ledger_holds_one_file(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "a" / "b", create=True) as ledger:
        ledger.add(*visit())
    assert [path.name for path in (tmp_path / "a" / "b").iterdir()] == [FILE]
    with Ledger.open(tmp_path / "a" / "b") as again:
        assert len(again) == 1


@pytest.mark.parametrize("name", ["a?b#c%20d", "مجلد السجلات", "a b", "'"])  # a folder of records
def test_folders_of_any_name(tmp_path: Path, name: str) -> None:
    with Ledger.open(tmp_path / name, create=True) as ledger:
        ledger.add(*visit())
    assert (tmp_path / name / FILE).is_file()


# what cannot be opened


def write_database(path: Path, *statements: str) -> None:
    path.parent.mkdir(exist_ok=True)
    database = sqlite3.connect(path)
    for statement in statements:
        database.execute(statement)
    database.commit()
    database.close()


def test_what_is_no_ledger_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    (tmp_path / "folder").mkdir()
    (tmp_path / "text").mkdir()
    (tmp_path / "text" / FILE).write_text("not a database at all, " * 100)
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / FILE).touch()
    write_database(tmp_path / "other" / FILE, "CREATE TABLE notes(a)")
    write_database(tmp_path / "foreign" / FILE, "PRAGMA application_id = 7", "PRAGMA user_version = 1")
    cases = {
        "missing": "no ledger here", "folder": "no ledger here", "file": "a ledger is a folder",
        "text": "not a SQLite database", "empty": "is empty", "other": "another program's",
        "foreign": "another program's",
    }  # fmt: skip
    for name, error in cases.items():
        with pytest.raises(LedgerError, match=error) as raised:
            Ledger.open(tmp_path / name)
        assert len(str(raised.value).splitlines()) == 1
    before = (tmp_path / "other" / FILE).read_bytes()
    with pytest.raises(LedgerError, match="another program's"):
        Ledger.open(tmp_path / "other", create=True)
    assert (tmp_path / "other" / FILE).read_bytes() == before


def test_an_empty_file_left_by_a_crash_becomes_a_ledger(tmp_path: Path) -> None:
    (tmp_path / FILE).touch()
    with Ledger.open(tmp_path, create=True) as ledger:
        assert ledger.add(*visit()).new


def test_a_ledger_of_version_1_is_brought_up(tmp_path: Path) -> None:
    with Ledger.open(tmp_path, create=True) as ledger:
        added = [ledger.add(*visit(number)) for number in range(3)]
    write_database(tmp_path / FILE, "ALTER TABLE captures DROP COLUMN exchanges", "PRAGMA user_version = 1")
    with Ledger.open(tmp_path) as ledger:
        assert [reading.report.id for reading in ledger.readings()] == [one.report for one in added]
        assert ledger.captures(added[0].report)[0].exchanges == []
        assert list(verify(ledger)) == []


def test_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    Ledger.open(tmp_path, create=True).close()
    write_database(tmp_path / FILE, "PRAGMA user_version = 99")
    with pytest.raises(LedgerError, match=f"version 99 is newer than {VERSION}"):
        Ledger.open(tmp_path, create=True)


def test_an_index_of_another_version_is_made_again(tmp_path: Path) -> None:
    with Ledger.open(tmp_path, create=True) as ledger:
        list(ledger.add_many(visit(number) for number in range(3)))
        newer = visit(1)
        ledger.add(newer[0], replace(newer[1], version=replace(newer[1].version, tawthiq="2")))
        found = search(ledger, "درويش")
    write_database(tmp_path / FILE, "UPDATE about SET value = 'old'", "DELETE FROM links")
    with Ledger.open(tmp_path) as ledger:
        assert search(ledger, "درويش") == found and len(found) == 9
        assert list(verify(ledger)) == []
        ledger.reindex()
        assert search(ledger, "درويش") == found


def test_a_migration_is_run_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tawthiq.ledger import schema, store

    with Ledger.open(tmp_path, create=True) as ledger:
        ledger.add(*visit())
    steps = (*schema.MIGRATIONS, lambda connection: connection.exec_driver_sql("CREATE TABLE notes(id)"))
    monkeypatch.setattr(schema, "MIGRATIONS", steps)
    monkeypatch.setattr(schema, "VERSION", VERSION + 1)
    monkeypatch.setattr(store, "VERSION", VERSION + 1)
    for _ in range(2):
        with Ledger.open(tmp_path) as ledger:
            assert len(ledger) == 1
            with ledger.reading_from() as connection:
                assert connection.exec_driver_sql("SELECT count(*) FROM notes").scalar() == 0
                assert connection.exec_driver_sql("PRAGMA user_version").scalar() == VERSION + 1


# what goes wrong later


def test_a_full_disk_loses_nothing_and_says_so(tmp_path: Path) -> None:
    with Ledger.open(tmp_path, create=True) as ledger:
        list(ledger.add_many(visit(number) for number in range(5)))

        def limit(connection: sqlite3.Connection, *_: object) -> None:
            pages = connection.execute("PRAGMA page_count").fetchone()[0]
            connection.execute(f"PRAGMA max_page_count = {pages + 10}")

        event.listen(ledger._engine, "checkout", limit)
        with pytest.raises(LedgerError, match="disk is full; nothing was added"):
            ledger.add(*made("عنوان", "كلمة " * 40_000, key="large"))  # title, word
        event.remove(ledger._engine, "checkout", limit)
        assert len(ledger) == 5 and list(verify(ledger)) == []
    with Ledger.open(tmp_path) as ledger:
        assert ledger.add(*visit(9)).new


def test_a_ledger_that_another_process_writes_to_is_busy(ledger: Ledger) -> None:
    ledger.add(*visit())
    other = sqlite3.connect(ledger.folder / FILE, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Ledger.open(ledger.folder, wait=0.05) as waiting:
        with pytest.raises(LedgerError, match="busy: another process"):
            waiting.add(*visit(1))
        assert len(search(waiting, "درويش")) == 3  # reading goes on
        other.execute("ROLLBACK")
        other.close()
        assert waiting.add(*visit(1)).new


READER = """
import os, sys, tempfile
from tawthiq.errors import LedgerError
from tawthiq.ledger import Ledger, search, verify
from made import visit
with tempfile.TemporaryDirectory() as other, Ledger.open(other, create=True) as ledger:
    ledger.add(*visit())  # loads what the interpreter may not read as another user
    print(len(search(ledger, "درويش")), list(verify(ledger)))
os.setuid(65534)
ledger = Ledger.open(sys.argv[1])
print(len(search(ledger, "درويش")), list(verify(ledger)))
try:
    ledger.add(*visit(7))
except LedgerError as error:
    print(error)
try:
    Ledger.open(sys.argv[1] + "/new", create=True)
except LedgerError as error:
    print(error)
"""


@pytest.mark.skipif(os.name != "posix" or os.getuid() != 0, reason="needs root, to become another user")
@pytest.mark.parametrize("open_elsewhere", [False, True])
def test_a_ledger_in_a_folder_that_may_not_be_written(open_elsewhere: bool) -> None:
    root = Path(__file__).parents[2]
    folder = Path(tempfile.mkdtemp(dir="/tmp"))
    try:
        ledger = Ledger.open(folder, create=True)
        ledger.add(*visit())
        if not open_elsewhere:
            ledger.close()
        folder.chmod(0o755)
        paths = os.pathsep.join([str(root), str(Path(__file__).parent)])
        child = [sys.executable, "-c", READER, str(folder)]
        told = subprocess.run(child, env={"PYTHONPATH": paths}, capture_output=True, text=True, check=False)
        ledger.close()
        lines = told.stdout.splitlines()
        assert lines[:2] == ["3 []", "3 []"], told.stderr
        assert "may not be written to" in lines[2]
        assert "no ledger can be made here" in lines[3]
    finally:
        shutil.rmtree(folder)


@given(places=st.lists(st.integers(0, 2**20), min_size=1, max_size=40), seed=st.integers(0, 255))
@example(places=[18, 131067], seed=91)  # SQLite's message quotes bytes that are no UTF-8
@settings(max_examples=25, deadline=None)
def test_a_damaged_file_is_an_error_or_a_problem_never_a_crash(places: list[int], seed: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        with Ledger.open(folder, create=True) as ledger:
            list(ledger.add_many(visit(number) for number in range(2)))
        file = Path(folder) / FILE
        content = bytearray(file.read_bytes())
        for number, place in enumerate(places):
            content[place % len(content)] = (seed + number * 37) % 256
        file.write_bytes(content)
        for use in (lambda ledger: list(verify(ledger)), lambda ledger: search(ledger, "درويش"),
                    lambda ledger: ledger.add(*visit(5))):  # fmt: skip
            try:
                with Ledger.open(folder, wait=0.01) as ledger:
                    use(ledger)
            except LedgerError as error:
                assert len(str(error).splitlines()) == 1


def test_a_damaged_record_is_named_and_does_not_stand_in_the_way_of_others(tmp_path: Path) -> None:
    with Ledger.open(tmp_path, create=True) as ledger:
        list(ledger.add_many(visit(number) for number in range(3)))
    write_database(
        tmp_path / FILE,
        "DROP TRIGGER readings_no_update",
        "DROP TRIGGER captures_no_update",
        "UPDATE readings SET json = replace(json, 'affirm', 'afirm') WHERE seq = 2",
        "UPDATE captures SET given = '7'",
        "UPDATE about SET value = 'old'",
    )
    with Ledger.open(tmp_path) as ledger:  # makes the index again
        assert sorted(hit.key for hit in search(ledger, what="reports")) == ["visit-0.txt", "visit-2.txt"]
        with pytest.raises(LedgerError, match="is no longer a record: Invalid enum value 'afirm'"):
            list(ledger.readings())
        with pytest.raises(LedgerError, match=r"the capture .* is damaged"):
            ledger.captures(visit(1)[0].id)
        assert ledger.history(visit(2)[0].id) == [visit(2)[1]]
        assert {problem.key for problem in verify(ledger) if problem.where == "statements[0].polarity"} == {
            "visit-1.txt"
        }
        assert ledger.add(*visit(3)).new
