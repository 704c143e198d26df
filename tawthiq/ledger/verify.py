"""Verify: every hash computed again, every quoted span found again in the saved bytes."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from msgspec import Struct
from sqlalchemy import Connection, LargeBinary, Row, Select, cast, func, select
from sqlalchemy.exc import DBAPIError

from tawthiq.errors import LedgerError
from tawthiq.ledger.checks import Fault, faults
from tawthiq.ledger.connect import FILE, reason
from tawthiq.ledger.hashes import capture_id, chained, decoded
from tawthiq.ledger.index import is_current
from tawthiq.ledger.schema import captures, originals, readings
from tawthiq.ledger.store import Ledger, capture_of
from tawthiq.ledger.verify_index import IndexCheck
from tawthiq.ledger.verify_kept import original_faults, record_faults
from tawthiq.records import Capture

_DAMAGE = 20  # lines about the file itself
_BYTES = cast(originals.c.bytes, LargeBinary).label("bytes")  # whatever a foreign hand has put there
_READING = (
    readings.c.seq, readings.c.id, readings.c.report, readings.c.capture, readings.c.digests, readings.c.chain,
    cast(readings.c.json, LargeBinary).label("json"),
)  # fmt: skip
Found = Iterator[tuple[str | None, Fault]]  # the report that a fault is of, and the fault


class Problem(Struct, frozen=True):
    """What does not hold: of which report (id and key; null where it is none's), where, and what is wrong.

    where: `original`, `capture`, `reading`, `chain`, `digests`, `index`, a path in the record such as
    `statements[3].content`, or the ledger's file.
    """

    report: str | None
    key: str | None
    where: str
    what: str

    def __str__(self) -> str:
        """One line."""
        of = f"{self.key or '?'} ({self.report[:16]}): " if self.report else ""
        return f"{of}{self.where}: {self.what}"


def verify(ledger: Ledger) -> Iterator[Problem]:
    """Everything in a ledger that does not hold; nothing where all is as it was added.

    The file first, then originals, captures and readings, the words of the index at last. One state of
    the ledger is looked at, whatever is added meanwhile. Raises LedgerError where the file cannot be
    opened.
    """
    with ledger.reading_from() as connection:
        checking = _Checking(connection)
        for stage in (checking.file, checking.originals, checking.captures, checking.readings, checking.words):
            for report, fault in _caught(stage):
                yield Problem(report, checking.key(report), fault.where, fault.what)


def _caught(stage: Callable[[], Found]) -> Found:
    """What a stage finds; where the database gives way, that is what was found."""
    try:
        yield from stage()
    except (DBAPIError, sqlite3.Error) as error:
        yield None, Fault(FILE, reason(error))
    except UnicodeDecodeError:  # SQLite quotes what is damaged in its message
        yield None, Fault(FILE, "damaged: it is no longer a sound SQLite database")


class _Checking:
    """One run over one state of a ledger."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._index: IndexCheck | None = None
        self._unsound: set[int] = set()  # readings that the index need not agree with

    def key(self, report: str | None) -> str | None:
        """The key of a report, where one was noted."""
        wanted = select(captures.c.key).where(captures.c.original == report).limit(1)
        try:
            return self._connection.scalar(wanted) if report else None
        except DBAPIError:
            return None

    def file(self) -> Found:
        """Pages and tables of the database, and whether its index can be read."""
        for (line,) in self._connection.exec_driver_sql(f"PRAGMA integrity_check({_DAMAGE})").fetchall():
            if line != "ok":
                yield None, Fault(FILE, line)
        for made in ("entries", "links"):
            lost = self._connection.exec_driver_sql(f"PRAGMA foreign_key_check({made})").fetchmany(_DAMAGE)
            for _, row, parent, _ in lost:
                yield None, Fault("index", f"a row of {made} ({row}) is of {parent} that are missing")
        if is_current(self._connection):
            self._index = IndexCheck(self._connection)
        else:
            yield None, Fault("index", "was made by another version")

    def originals(self) -> Found:
        """Bytes against their hashes."""
        for id in self._connection.scalars(select(originals.c.id)).all():
            row = self._row(select(_BYTES).where(originals.c.id == id))
            if isinstance(row, Fault):
                yield id, row._replace(where="original")
                continue
            yield from ((id, fault) for fault in original_faults(id, row.bytes))
            if not self._connection.scalar(select(func.count()).where(captures.c.original == id)):
                yield id, Fault("capture", "is missing")

    def captures(self) -> Found:
        """What was noted of each original against its hash."""
        for id in self._connection.scalars(select(captures.c.id)).all():
            row = self._row(select(captures).where(captures.c.id == id))
            if isinstance(row, Fault):
                yield None, row._replace(where=f"capture {id[:16]}")
            elif capture_id(row.original, dict(row._mapping)) != id:
                yield row.original, Fault("capture", "was changed: its sha256 is not its id")

    def readings(self) -> Found:
        """Records against their hashes, the saved bytes and the index."""
        before = _Before()
        for seq in self._connection.scalars(select(readings.c.seq).order_by(readings.c.seq)).all():
            row = self._row(select(*_READING).where(readings.c.seq == seq))
            if isinstance(row, Fault):
                yield None, row._replace(where=f"reading {seq}")
                self._unsound.add(seq)
                continue
            for fault in (*before.faults(row), *self._record(row)):
                yield row.report, fault
            before = _Before(seq, row.chain)

    def _record(self, row: Row[Any]) -> Iterator[Fault]:
        """The faults of one reading."""
        changed = list(record_faults(row.id, row.json, row.digests))
        yield from changed
        try:
            reading = decoded(row.json.decode("utf-8", "replace"))
        except LedgerError as error:
            yield Fault("reading", str(error))
            reading = None
        if reading:
            if reading.report.id != row.report:
                yield Fault("reading", f"is of another report: {reading.report.id[:16]}")
            capture = self._capture(row.capture)
            yield from [capture] if isinstance(capture, Fault) else faults(reading, capture)
        if changed or not reading:
            self._unsound.add(row.seq)
        elif self._index:
            yield from self._index.faults(row.seq, reading, row.seq == self._newest(row.report))

    def _newest(self, report: str) -> int | None:
        newest: int | None = self._connection.scalar(
            select(func.max(readings.c.seq)).where(readings.c.report == report)
        )
        return newest

    def _capture(self, id: str) -> Capture | Fault:
        row = self._row(select(captures, _BYTES).join(originals).where(captures.c.id == id))
        if isinstance(row, Fault):
            return row._replace(where="capture")
        try:
            return capture_of(dict(row._mapping))
        except LedgerError as error:
            return Fault("capture", str(error))

    def _row(self, wanted: Select[Any]) -> Row[Any] | Fault:
        """The one row that is wanted, or why it cannot be had."""
        try:
            return self._connection.execute(wanted).one_or_none() or Fault("", "is missing")
        except DBAPIError as error:
            return Fault("", f"cannot be read: {reason(error)}")

    def words(self) -> Found:
        """The words of the index against those of all readings that are sound."""
        for seq, fault in self._index.words() if self._index else ():
            if seq not in self._unsound:
                yield self._connection.scalar(select(readings.c.report).where(readings.c.seq == seq)), fault


class _Before(NamedTuple):
    """The reading before the one that is looked at."""

    seq: int = 0
    chain: str = ""

    def faults(self, row: Row[Any]) -> Iterator[Fault]:
        """Whether a reading was added right after this one."""
        if row.seq != self.seq + 1:
            yield Fault("chain", f"{row.seq - self.seq - 1} readings before this one are missing")
        elif row.chain != chained(self.chain, row.capture, row.id):
            yield Fault("chain", "this reading, its capture or the reading before it is another")
