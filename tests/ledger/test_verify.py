"""Verify: flip anything that is kept, and it is named."""

import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made import made, visit
from msgspec.structs import replace

from tawthiq.ledger import Ledger, Problem, verify
from tawthiq.ledger.checks import faults
from tawthiq.ledger.hashes import canonical, digests, reading_id
from tawthiq.ledger.verify_kept import record_faults
from tawthiq.records import Block, Capture, Reading, Sentence, Span

FILE = "ledger.sqlite"
VICTIM = "visit-1.txt"


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a ledger with three reports, one of them read twice, in which all is sound."""
    folder = tmp_path_factory.mktemp("sound")
    with Ledger.open(folder, create=True) as ledger:
        list(ledger.add_many(visit(number) for number in range(3)))
        capture, reading = visit(2)
        ledger.add(capture, replace(reading, version=replace(reading.version, tawthiq="2")))
        assert list(verify(ledger)) == []
    return folder


@pytest.fixture
def copy(sound: Path, tmp_path: Path) -> Path:
    shutil.copy(sound / FILE, tmp_path / FILE)
    return tmp_path


def tampered(folder: Path, change: Callable[[sqlite3.Connection], Any]) -> list[Problem]:
    """What verify says once a change was made behind the ledger's back."""
    database = sqlite3.connect(folder / FILE)
    for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        database.execute(f"DROP TRIGGER {name}")
    change(database)
    database.commit()
    database.close()
    with Ledger.open(folder) as ledger:
        return list(verify(ledger))


def of_report(database: sqlite3.Connection, key: str = VICTIM) -> tuple[str, bytes, str]:
    """Id, bytes and record of a report."""
    row: tuple[str, bytes, str] = database.execute(
        "SELECT o.id, o.bytes, r.json FROM captures c JOIN originals o ON o.id = c.original "
        "JOIN readings r ON r.capture = c.id WHERE c.key = ?", (key,),
    ).fetchone()  # fmt: skip
    return row


def leaves(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every value inside a record that is no list or object, with its path."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from leaves(inner, f"{path}.{name}" if path else name)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from leaves(inner, f"{path}[{number}]")
    else:
        yield path, value


def other(value: Any) -> Any:
    """Another value of the same type."""
    if isinstance(value, str):
        return value[:-1] + ("ب" if value.endswith("ا") else "ا")
    if isinstance(value, int):
        return value + 1
    return "غير" if value is None else value  # other


def with_leaf(value: Any, wanted: str, path: str = "") -> Any:
    """A record with one of its values changed."""
    if isinstance(value, dict):
        return {name: with_leaf(inner, wanted, f"{path}.{name}" if path else name) for name, inner in value.items()}
    if isinstance(value, list):
        return [with_leaf(inner, wanted, f"{path}[{number}]") for number, inner in enumerate(value)]
    return other(value) if path == wanted else value


FIELDS = [path for path, _ in leaves(msgspec.to_builtins(visit(1)[1]))]


def named(path: str) -> str:
    """What verify calls the place of a value: a field of the report, or of one record of a layer."""
    head, *rest = path.split(".")
    return ".".join([head, *(field.split("[")[0] for field in rest[:1])])


@pytest.mark.parametrize("path", FIELDS)
def test_one_field_of_a_record_is_named(path: str) -> None:
    json = canonical(visit(1)[1])
    content = msgspec.json.decode(json)
    changed = msgspec.json.encode(with_leaf(content, path))
    assert changed.decode() != json
    found = list(record_faults(reading_id(json), changed, canonical(digests(content))))
    assert [fault.where for fault in found] == [named(path)]
    assert found[0].what.startswith("was changed")


@pytest.mark.parametrize(
    "path", ["report.outlet", "statements[0].polarity", "events[0].actors[0].end", "blocks[0].role"]
)
def test_one_field_of_a_kept_record_is_named(copy: Path, path: str) -> None:
    def change(database: sqlite3.Connection) -> None:
        id, _, json = of_report(database)
        record = with_leaf(msgspec.json.decode(json), path)
        database.execute("UPDATE readings SET json = ? WHERE report = ?", (msgspec.json.encode(record).decode(), id))

    problems = tampered(copy, change)
    assert {problem.key for problem in problems} == {VICTIM}
    assert named(path) in {problem.where for problem in problems}


@pytest.mark.parametrize(("layer", "index"), [("statements", 0), ("events", 0), ("mentions", 1), ("blocks", 2)])
def test_a_record_taken_out_is_named(copy: Path, layer: str, index: int) -> None:
    def change(database: sqlite3.Connection) -> None:
        id, _, json = of_report(database)
        record = msgspec.json.decode(json)
        del record[layer][index]
        database.execute("UPDATE readings SET json = ? WHERE report = ?", (msgspec.json.encode(record).decode(), id))

    problems = tampered(copy, change)
    assert (VICTIM, layer) in {(problem.key, problem.where) for problem in problems}


@pytest.mark.parametrize(
    "json", ["", "null", "[]", "{}", '"x"', "{", "7", '{"report": null}', "\x00", b"\xff\xfe", "[" * 99_999]
)
def test_a_record_that_is_none_is_named(copy: Path, json: str | bytes) -> None:
    problems = tampered(copy, lambda database: database.execute(
        "UPDATE readings SET json = CAST(? AS TEXT) WHERE report = ?", (json, of_report(database)[0]),
    ))  # fmt: skip
    assert {problem.key for problem in problems} == {VICTIM}
    assert any(problem.where == "reading" for problem in problems)


def test_a_record_written_in_another_way_is_named(copy: Path) -> None:
    problems = tampered(copy, lambda database: database.execute(
        "UPDATE readings SET json = json || ' ' WHERE report = ?", (of_report(database)[0],),
    ))  # fmt: skip
    assert [(problem.key, problem.where) for problem in problems] == [(VICTIM, "reading")]


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_any_flipped_byte_is_named(sound: Path, data: st.DataObject) -> None:
    table = data.draw(st.sampled_from(["original", "record"]))
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(sound / FILE, Path(folder) / FILE)

        def change(database: sqlite3.Connection) -> None:
            id, original, json = of_report(database)
            content = bytearray(original if table == "original" else json.encode())
            place = data.draw(st.integers(0, len(content) - 1))
            content[place] ^= data.draw(st.integers(1, 255))
            if table == "original":
                database.execute("UPDATE originals SET bytes = ? WHERE id = ?", (bytes(content), id))
            else:
                database.execute("UPDATE readings SET json = CAST(? AS TEXT) WHERE report = ?", (bytes(content), id))

        problems = tampered(Path(folder), change)
    assert problems and {problem.key for problem in problems} == {VICTIM}
    if table == "original":
        assert problems[0].where == "original"


def test_a_changed_quotation_in_the_original_names_the_blocks_that_quote_it(copy: Path) -> None:
    problems = tampered(copy, lambda database: database.execute(
        "UPDATE originals SET bytes = ? WHERE id = ?",
        (of_report(database)[1].replace("قريبا".encode(), "غريبا".encode()), of_report(database)[0]),  # soon, strange
    ))  # fmt: skip
    assert [problem.where for problem in problems] == ["original", "blocks[2]"]
    assert "قريبا" in problems[1].what and "غريبا" in problems[1].what


ROWS = [  # a change behind the ledger's back, and where verify must see it; {id}: of the victim
    ("UPDATE originals SET id = 'x' || substr(id, 2) WHERE id = '{id}'", "original"),
    ("UPDATE originals SET bytes = 'text' WHERE id = '{id}'", "original"),
    ("UPDATE captures SET given = x'ff' WHERE original = '{id}'", "capture"),
    ("UPDATE captures SET key = x'ff00', media = x'ff', encoding = x'00' WHERE original = '{id}'", "capture"),
    ("UPDATE readings SET digests = x'ff' WHERE report = '{id}'", "digests"),
    ("UPDATE readings SET chain = x'ff' WHERE report = '{id}'", "chain"),
    ("UPDATE labels SET words = x'ff' WHERE actor != ''", "report"),
    ("DELETE FROM originals WHERE id = '{id}'", "capture"),
    ("UPDATE originals SET bytes = x'' WHERE id = '{id}'", "original"),
    ("UPDATE captures SET key = 'other' WHERE original = '{id}'", "capture"),
    ("UPDATE captures SET url = 'http://example.org' WHERE original = '{id}'", "capture"),
    ("UPDATE captures SET retrieved = '2021' WHERE original = '{id}'", "capture"),
    ("UPDATE captures SET media = 'html' WHERE original = '{id}'", "capture"),
    ("UPDATE captures SET encoding = 'cp1256' WHERE original = '{id}'", "capture"),
    ("UPDATE captures SET given = '{{}}' WHERE original = '{id}'", "capture"),
    ("UPDATE captures SET given = '' WHERE original = '{id}'", "capture"),
    ("UPDATE captures SET id = 'x' WHERE original = '{id}'", "capture"),
    ("UPDATE captures SET original = (SELECT id FROM originals WHERE id != '{id}') WHERE original = '{id}'", "capture"),
    ("DELETE FROM captures WHERE original = '{id}'", "capture"),
    ("UPDATE readings SET id = 'x' WHERE report = '{id}'", "reading"),
    ("UPDATE readings SET chain = 'x' WHERE report = '{id}'", "chain"),
    ("UPDATE readings SET digests = '{{}}' WHERE report = '{id}'", "digests"),
    ("UPDATE readings SET digests = replace(digests, '1', '2') WHERE report = '{id}'", "digests"),
    ("UPDATE readings SET capture = (SELECT id FROM captures WHERE original != '{id}') WHERE report = '{id}'", "chain"),
    ("UPDATE readings SET report = (SELECT id FROM originals WHERE id != '{id}') WHERE report = '{id}'", "reading"),
    ("UPDATE readings SET seq = 99 WHERE report = '{id}'", "chain"),
    ("DELETE FROM readings WHERE report = '{id}'", "chain"),
    ("DELETE FROM readings WHERE seq = 4", "index"),
    ("UPDATE entries SET kind = 'media' WHERE kind IS NOT NULL", "statements[0]"),
    ("UPDATE entries SET type = 'AID' WHERE type IS NOT NULL", "events[0]"),
    ("UPDATE entries SET id = 'x' WHERE layer = 'event'", "events[0]"),
    ("UPDATE entries SET earliest = '1999-01-01'", "report"),
    ("UPDATE entries SET current = 1", "report"),
    ("UPDATE entries SET current = 0", "report"),
    ("DELETE FROM entries WHERE row = 2", "index"),
    (
        "INSERT INTO entries SELECT 99, reading, layer, 9, 'x', kind, type, earliest, latest, 1 FROM entries LIMIT 1",
        "index",
    ),
    ("UPDATE labels SET words = 'x' WHERE actor != ''", "report"),
    ("UPDATE labels SET words = 'x' WHERE actor != ''", "index"),
    ("UPDATE labels SET actor = 'x' WHERE actor != ''", "report"),
    ("UPDATE labels SET geonames = 1 WHERE geonames != 0", "report"),
    ("UPDATE links SET role = 'place' WHERE role = 'outlet'", "report"),
    ("DELETE FROM links WHERE role = 'place'", "report"),
    ("INSERT INTO links SELECT 1, 'who', 99 FROM labels LIMIT 1", "index"),
    ("INSERT INTO entry_words(rowid, title, text) VALUES(2, 'x', 'y')", "index"),
    ("INSERT INTO entry_words(rowid, title, text) VALUES(99, 'x', 'y')", "index"),
    ("INSERT INTO label_words(rowid, words) VALUES(1, 'x')", "index"),
    ("INSERT INTO entry_words(entry_words) VALUES('delete-all')", "index"),
    ("UPDATE about SET value = 'x'", None),
]


@pytest.mark.parametrize(("change", "where"), ROWS, ids=range(len(ROWS)))
def test_a_changed_row_is_named(copy: Path, change: str, where: str | None) -> None:
    problems = tampered(copy, lambda database: database.execute(change.format(id=of_report(database)[0])))
    assert (where is None and not problems) or where in {problem.where for problem in problems}
    assert all(len(str(problem).splitlines()) == 1 for problem in problems)


def test_the_text_of_an_index_page_that_was_changed_is_seen(copy: Path) -> None:
    changed: list[bool] = []

    def change(database: sqlite3.Connection) -> None:
        for rowid, block in database.execute("SELECT id, block FROM entry_words_data").fetchall():
            swapped = block.replace("يش".encode(), "يس".encode())  # the end of a name
            changed.append(swapped != block)
            database.execute("UPDATE entry_words_data SET block = ? WHERE id = ?", (swapped, rowid))

    problems = tampered(copy, change)
    assert any(changed)
    assert {problem.where for problem in problems} <= {"index", FILE} and problems


def test_a_row_added_to_the_words_of_the_index_is_seen_when_it_is_beyond_the_last(copy: Path) -> None:
    with Ledger.open(copy) as ledger:
        ledger.add(*visit(7))
        assert list(verify(ledger)) == []


def test_what_is_added_meanwhile_does_not_matter(copy: Path) -> None:
    with Ledger.open(copy) as ledger:
        problems = verify(ledger)
        ledger.add(*visit(8))
        assert list(problems) == []


# one reading and its capture


def wrong(change: Callable[[Reading], Reading], pair: tuple[Capture, Reading] | None = None) -> list[str]:
    capture, reading = pair or visit()
    return [f"{fault.where} {fault.what}" for fault in faults(change(reading), capture)]


def with_block(number: int, **fields: Any) -> Callable[[Reading], Reading]:
    def change(reading: Reading) -> Reading:
        blocks = list(reading.blocks)
        blocks[number] = replace(blocks[number], **fields)
        return replace(reading, blocks=blocks)

    return change


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda reading: reading, []),
        (with_block(2, source_start=3), ["blocks[2] says 'قال "]),
        (with_block(2, source_end=9**9), ["blocks[2] lies outside the original"]),
        (with_block(2, source_start=-1), ["blocks[2] lies outside the original"]),
        (with_block(0, text="x"), ["blocks[0] says 'x', but"]),
        (with_block(1, start=None, end=None), ["report.text is not what its blocks say"]),
        (with_block(1, end=None), ["blocks[1] has a start or an end, not both"]),
        (with_block(1, end=9**9), ["blocks[1] lies outside the text"]),
        (lambda r: replace(r, sentences=[*r.sentences, Sentence(3, 5)]), ["sentences[3] is out of place (3-5)"]),
        (lambda r: replace(r, sentences=[Sentence(0, 0)]), ["sentences[0] is out of place (0-0)"]),
        (lambda r: replace(r, sentences=[Sentence(0, 9**9)]), ["sentences[0] is out of place"]),
        (lambda r: replace(r, statements=[]), ["events[0].statement is no statement of this reading"]),
        (lambda r: replace(r, mentions=[replace(r.mentions[0], start=-5, end=-1)]), ["mentions[0] lies outside"]),
        (lambda r: replace(r, mentions=[replace(r.mentions[0], start=9, end=2)]), ["mentions[0] lies outside"]),
        (lambda r: replace(r, statements=[replace(r.statements[0], hedge=Span(0, 2, "لا"))]),
         ["statements[0].hedge says 'لا', but 'وز' in the text"]),
        (lambda r: replace(r, report=replace(r.report, key="x")), ["report.key is 'x', the capture says"]),
        (lambda r: replace(r, report=replace(r.report, retrieved="2021")), ["report.retrieved is '2021'"]),
    ],
)  # fmt: skip
def test_faults_of_a_reading(change: Callable[[Reading], Reading], expected: list[str]) -> None:
    found = wrong(change)
    assert len(found) == len(expected)
    assert all(one.startswith(start) for one, start in zip(found, expected, strict=True))


def test_blocks_of_markup_are_folded_before_they_are_compared() -> None:
    capture, reading = made("س & ص")  # two letters
    page = "<p>س <b>&amp;</b>\n ص</p>".encode()
    blocks = [Block("title", "س & ص", 0, len(page.decode()), 0, 5)]
    assert list(faults(replace(reading, blocks=blocks), replace(capture, original=page, media="html"))) == []


@given(st.lists(st.integers(-3, 60), min_size=4, max_size=4), st.text(max_size=5))
@settings(max_examples=50, deadline=None)
def test_any_offsets_are_judged_without_an_error(numbers: list[int], text: str) -> None:
    block = Block("body", text, *numbers)
    assert wrong(lambda reading: replace(reading, blocks=[*reading.blocks, block])) != []
