"""How a capture and its reading are kept: made ready outside the transaction, written inside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection, insert, select
from sqlalchemy.dialects.sqlite import insert as insert_or

from tawthiq.errors import LedgerError
from tawthiq.ledger.entries import Entry, entries
from tawthiq.ledger.hashes import canonical, capture_row, chained, digests, reading_id, sha256
from tawthiq.ledger.index import Indexed, write_index
from tawthiq.ledger.schema import captures, originals, readings
from tawthiq.records import Capture, Reading


class Prepared(NamedTuple):
    """All that is written of one reading."""

    id: str
    capture: Capture
    capture_row: dict[str, str | None]
    reading: Reading
    json: str
    digests: str
    entries: list[Entry]


def prepare(capture: Capture, reading: Reading) -> Prepared:
    """A reading made ready. Raises LedgerError where it is not of this capture, or cannot be written."""
    if sha256(capture.original) != capture.id:
        raise LedgerError(f"{capture.key}: the capture's id is not the sha256 of its bytes")
    if reading.report.id != capture.id:
        raise LedgerError(f"{capture.key}: the reading is of another original ({reading.report.id[:12]})")
    try:
        json = canonical(reading)
        parts = canonical(digests(msgspec.json.decode(json)))
        row = capture_row(capture)
    except LedgerError as error:
        raise LedgerError(f"{capture.key!a}: {error}") from error
    return Prepared(reading_id(json), capture, row, reading, json, parts, entries(reading))


def write(connection: Connection, batch: Sequence[Prepared]) -> list[bool]:
    """Writes a batch inside a transaction; which of it was new. What is there already stays as it is."""
    _write_captures(connection, batch)
    known = set(connection.scalars(select(readings.c.id).where(readings.c.id.in_([one.id for one in batch]))))
    fresh: dict[str, Prepared] = {}
    new = [one.id not in known and fresh.setdefault(one.id, one) is one for one in batch]
    if fresh:
        write_index(connection, _write_readings(connection, list(fresh.values())))
    return new


def _write_captures(connection: Connection, batch: Sequence[Prepared]) -> None:
    wanted = [one.capture.id for one in batch]
    known = set(connection.scalars(select(originals.c.id).where(originals.c.id.in_(wanted))))
    new = {one.capture.id: one.capture.original for one in batch if one.capture.id not in known}
    if new:
        connection.execute(insert(originals), [{"id": id, "bytes": data} for id, data in new.items()])
    connection.execute(insert_or(captures).on_conflict_do_nothing(), [one.capture_row for one in batch])


def _write_readings(connection: Connection, batch: Sequence[Prepared]) -> list[Indexed]:
    last = select(readings.c.seq, readings.c.chain).order_by(readings.c.seq.desc()).limit(1)
    before, chain = connection.execute(last).one_or_none() or (0, "")
    rows: list[dict[str, Any]] = []
    for seq, one in enumerate(batch, before + 1):
        chain = chained(chain, str(one.capture_row["id"]), one.id)
        rows.append({
            "seq": seq, "id": one.id, "report": one.capture.id, "capture": one.capture_row["id"],
            "json": one.json, "digests": one.digests, "chain": chain,
        })  # fmt: skip
    connection.execute(insert(readings), rows)
    return [Indexed(row["seq"], one.reading, one.entries) for row, one in zip(rows, batch, strict=True)]
