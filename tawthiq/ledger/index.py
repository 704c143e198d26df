"""The search index: rows made from readings, written in the transaction that adds them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection, LargeBinary, Row, Table, bindparam, cast, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as insert_or

from tawthiq.errors import LedgerError
from tawthiq.ledger.days import days
from tawthiq.ledger.entries import Entry, Label, entries
from tawthiq.ledger.hashes import decoded
from tawthiq.ledger.schema import about, empty_index, labels, readings
from tawthiq.ledger.schema import entries as entry_rows
from tawthiq.ledger.terms import fingerprint
from tawthiq.records import Reading

_BATCH = 200  # readings that are indexed at a time when the index is made again
_ENTRY_WORDS = "INSERT INTO entry_words(rowid, title, text) VALUES(?, ?, ?)"
_LABELS = "INSERT INTO labels(row, words, actor, geonames) VALUES(?, ?, ?, ?)"
_KNOWN_LABELS = """
    SELECT asked.key, labels.row FROM json_each(?) AS asked JOIN labels
    ON words = asked.value ->> 0 AND actor = asked.value ->> 1 AND geonames = asked.value ->> 2
"""
_LABEL_WORDS = "INSERT INTO label_words(rowid, words) VALUES(?, ?)"
_LINKS = "INSERT INTO links(label, role, entry) VALUES(?, ?, ?)"

Key = tuple[str, str, int]


class Indexed(NamedTuple):
    """A kept reading, the number it was added under, and its entries."""

    seq: int
    reading: Reading
    entries: list[Entry]


def write_index(connection: Connection, added: Sequence[Indexed]) -> None:
    """The rows of readings that have just been added; they become the current ones of their reports."""
    rows = list(_numbered(added, _next_row(connection, entry_rows)))
    named = _label_rows(connection, {_key(label) for row, _ in rows for label in row[1].labels})
    _insert(connection, entry_rows, [fields for _, fields in rows])
    linked = [(named[_key(label)], label.role, row) for (row, entry), _ in rows for label in entry.labels]
    if linked:
        connection.exec_driver_sql(_LINKS, linked)
    words = [(row, entry.title, entry.text) for (row, entry), _ in rows]
    connection.exec_driver_sql(_ENTRY_WORDS, words)
    _retire(connection, [one.reading.report.id for one in added])


def _numbered(added: Iterable[Indexed], first: int) -> Iterator[tuple[tuple[int, Entry], dict[str, Any]]]:
    for one in added:
        for entry in one.entries:
            yield (first, entry), {"row": first, "current": 1, **entry_fields(one.seq, one.reading, entry)}
            first += 1


def entry_fields(seq: int, reading: Reading, entry: Entry) -> dict[str, Any]:
    """The columns of an entry but for its row and whether it is current."""
    earliest, latest = days(reading.report.published) or (None, None)
    return {
        "reading": seq, "layer": entry.layer, "position": entry.position, "id": entry.id,
        "kind": entry.kind, "type": entry.type, "earliest": earliest, "latest": latest,
    }  # fmt: skip


def _next_row(connection: Connection, table: Table) -> int:
    return (connection.scalar(select(func.max(table.c.row))) or 0) + 1


def _insert(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _key(label: Label) -> Key:
    return label.words, label.actor, label.geonames


def _label_rows(connection: Connection, keys: set[Key]) -> dict[Key, int]:
    """The row of each label; labels that are new are added."""
    wanted = sorted(keys)
    known = connection.exec_driver_sql(_KNOWN_LABELS, (msgspec.json.encode(wanted).decode(),))
    numbered = {wanted[at]: row for at, row in known}
    new = [key for key in wanted if key not in numbered]
    rows = list(enumerate(new, _next_row(connection, labels)))
    if rows:
        connection.exec_driver_sql(_LABELS, [(row, *key) for row, key in rows])
        connection.exec_driver_sql(_LABEL_WORDS, [(row, words) for row, (words, _, _) in rows])
    return numbered | {key: row for row, key in rows}


def _retire(connection: Connection, reports: list[str]) -> None:
    """Entries of older readings of these reports are no longer current."""
    older = readings.alias()
    newest = select(func.max(older.c.seq)).where(older.c.report == bindparam("of")).scalar_subquery()
    seqs = select(readings.c.seq).where(readings.c.report == bindparam("of"), readings.c.seq < newest)
    retired = update(entry_rows).where(entry_rows.c.reading.in_(seqs)).values(current=0)
    connection.execute(retired, [{"of": report} for report in dict.fromkeys(reports)])


def is_current(connection: Connection) -> bool:
    """Whether the index was made the way that this version makes it."""
    return connection.scalar(select(about.c.value).where(about.c.name == "index")) == fingerprint()


def rebuild(connection: Connection) -> None:
    """The index made again from the readings; one that was damaged is left out, for `verify` to name."""
    empty_index(connection)
    last = 0
    while batch := _batch(connection, last):
        write_index(connection, list(_sound(batch)))
        last = batch[-1][0]
    made = insert_or(about).values(name="index", value=fingerprint())
    connection.execute(made.on_conflict_do_update(index_elements=["name"], set_={"value": fingerprint()}))


def _batch(connection: Connection, after: int) -> Sequence[Row[int, bytes]]:
    json = cast(readings.c.json, LargeBinary)
    wanted = select(readings.c.seq, json).where(readings.c.seq > after).order_by(readings.c.seq)
    return connection.execute(wanted.limit(_BATCH)).all()


def _sound(batch: Iterable[Row[int, bytes]]) -> Iterator[Indexed]:
    for seq, json in batch:
        try:
            reading = decoded(json)
        except LedgerError:
            continue
        yield Indexed(seq, reading, entries(reading))
