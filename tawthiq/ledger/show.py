"""One thing of the ledger by its id: a report with its readings, a statement, an event."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from sqlalchemy import ColumnElement, Connection, or_, select

from tawthiq.errors import LedgerError
from tawthiq.ledger.entries import Layer
from tawthiq.ledger.schema import captures, entries, readings
from tawthiq.ledger.store import Ledger, record_of
from tawthiq.ledger.terms import storable
from tawthiq.records import Event, Reading, Statement

_LISTED = 5  # ids that an error for an ambiguous one lists


class Shown(Struct, frozen=True):
    """What an id stands for. readings: those that hold it, the newest first; record: null of a report."""

    layer: Layer
    id: str
    readings: list[Reading]
    record: Statement | Event | None


def show(ledger: Ledger, id: str) -> Shown:
    """The report, statement or event of this id, or of an id that begins so and is the only one; also
    the report with this key, or of a reading's id.

    Raises LedgerError where there is none, or more than one (it then lists them).
    """
    with ledger.reading_from() as connection:
        layer, whole = _one(_candidates(connection, storable(id.strip())), id)
        holds = select(entries.c.reading, entries.c.position).where(entries.c.id == whole, entries.c.layer == layer)
        found = holds.subquery()
        kept = select(readings.c.id, readings.c.json, found.c.position)
        kept = kept.join(found, found.c.reading == readings.c.seq).order_by(readings.c.seq.desc())
        rows = connection.execute(kept).all()
    return _shown(layer, whole, [(record_of(name, json), position) for name, json, position in rows])


def _shown(layer: Layer, id: str, found: Sequence[tuple[Reading, int]]) -> Shown:
    newest, position = found[0]
    record: Statement | Event | None = None
    if layer == "statement":
        record = newest.statements[position]
    elif layer == "event":
        record = newest.events[position]
    return Shown(layer, id, [reading for reading, _ in found], record)


def _candidates(connection: Connection, id: str) -> list[tuple[Layer, str]]:
    """Layer and id of what `id` may stand for: first as a whole id or key, else as the beginning of one."""
    if not id:
        return []
    by_reading = select(readings.c.report).where(_is_or_begins(readings.c.id, id.lower(), whole=False))
    by_key = select(captures.c.original).where(captures.c.key == id)
    for whole in (True, False):
        wanted = or_(
            _is_or_begins(entries.c.id, id.lower(), whole),
            entries.c.id.in_(by_key if whole else by_reading),
        )
        found = select(entries.c.layer, entries.c.id).where(wanted).distinct()
        rows = connection.execute(found.order_by(entries.c.id).limit(_LISTED + 1)).all()
        if rows:
            return [(layer, name) for layer, name in rows]
    return []


def _is_or_begins(column: ColumnElement[str], id: str, whole: bool) -> ColumnElement[bool]:
    return column == id if whole else (column >= id) & (column < id + "\U0010ffff")


def _one(found: Sequence[tuple[Layer, str]], id: str) -> tuple[Layer, str]:
    if not found:
        raise LedgerError(f"{id[:80]!r}: no report, statement or event has this id or key")
    if len(found) > 1:
        listed = ", ".join(f"{layer} {name[:16]}" for layer, name in found[:_LISTED])
        more = ", …" if len(found) > _LISTED else ""
        raise LedgerError(f"{id[:80]!r} stands for more than one: {listed}{more}")
    return found[0]
