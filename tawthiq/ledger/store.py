"""The ledger: a folder with one SQLite file, in which originals, captures and readings are kept.

Append-only and content-addressed. What `add` returns has been committed to the disk: a crash at any
later moment does not lose it, a crash before leaves no trace of it (docs/ledger.md).
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Self

import msgspec
from msgspec import Struct
from sqlalchemy import Connection, Engine, func, select

from tawthiq.errors import LedgerError
from tawthiq.ledger.connect import FILE, clear_errors, engine, keep_log, may_write
from tawthiq.ledger.hashes import decoded
from tawthiq.ledger.index import is_current, rebuild
from tawthiq.ledger.keep import Prepared, prepare, write
from tawthiq.ledger.schema import APPLICATION, VERSION, captures, create_tables, migrate, originals, readings
from tawthiq.records import Capture, Exchange, Reading

BATCH = 64  # readings added in one transaction by add_many
WAIT = 30.0  # seconds to wait for another writer


class Added(Struct, frozen=True):
    """A reading that is in the ledger for good: ids of report and reading. new: it was not there before."""

    key: str
    report: str
    reading: str
    new: bool


class Refused(Struct, frozen=True):
    """A reading that cannot be kept, and why, in one line."""

    key: str
    reason: str


class Kept(NamedTuple):
    """A reading that is kept: its number in the order of adding, its id."""

    seq: int
    id: str
    reading: Reading


class Ledger:
    """A ledger that is open. Use it as a context manager, or call `close`; safe to share among threads."""

    def __init__(self, folder: Path, made: Engine) -> None:
        self.folder = folder
        self._engine = made
        self._writer = made.execution_options(writes=True)

    @classmethod
    def open(cls, path: str | Path, create: bool = False, wait: float = WAIT) -> Self:
        """The ledger in a folder; with `create`, made where there is none.

        wait: seconds to wait while another process writes. Raises LedgerError where it is missing, no
        ledger, damaged, busy for too long, or made by a newer version.
        """
        folder = Path(path)
        _find(folder, create)
        ledger = cls(folder, engine(folder, wait))
        try:
            ledger._prepare(create)
        except LedgerError:
            ledger.close()
            raise
        return ledger

    def close(self) -> None:
        """Closes all connections; the ledger's folder then holds one file."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def reading_from(self) -> Iterator[Connection]:
        """A transaction that sees one state of the ledger. Raises LedgerError for what goes wrong."""
        with clear_errors(self.folder), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def writing_to(self) -> Iterator[Connection]:
        """A transaction that may write: the only one at a time, on the disk once it ends well."""
        with clear_errors(self.folder), self._writer.begin() as connection:
            yield connection

    def _prepare(self, create: bool) -> None:
        with self.reading_from() as connection:
            version = _version(connection, self.folder)
            current = version == VERSION and is_current(connection)
        if version == 0 and not create:
            raise LedgerError(f"{self.folder}: not a ledger: {FILE} is empty")
        if current:
            return
        if may_write(self.folder):
            self._bring_up()
        elif version < VERSION:
            raise LedgerError(f"{self.folder}: made by an older version, and it may not be written to")

    def _bring_up(self) -> None:
        """Makes or migrates the tables and the index, unless another process has just done it."""
        with clear_errors(self.folder):
            keep_log(self._engine)
        with self.writing_to() as connection:
            version = _version(connection, self.folder)
            if version == 0:
                create_tables(connection)
            else:
                migrate(connection, version)
            if not is_current(connection):
                rebuild(connection)

    def add(self, capture: Capture, reading: Reading) -> Added:
        """Keeps a capture and its reading, in one transaction; returns once it is on the disk.

        What is there already is not kept twice (`new` is then False). Raises LedgerError where the
        reading is not of this capture, or it cannot be written.
        """
        return self._write([prepare(capture, reading)])[0]

    def add_many(self, pairs: Iterable[tuple[Capture, Reading]], batch: int = BATCH) -> Iterator[Added | Refused]:
        """Like `add` for many, in order, in transactions of `batch`: each is yielded once it is on the disk.

        A pair that cannot be kept is yielded as Refused and the rest goes on. Raises LedgerError where
        the ledger cannot be written; what was yielded before is kept.
        """
        source = iter(pairs)
        while taken := list(islice(source, batch)):
            ready = [_prepared(capture, reading) for capture, reading in taken]
            added = iter(self._write([one for one in ready if isinstance(one, Prepared)]))
            yield from [one if isinstance(one, Refused) else next(added) for one in ready]

    def _write(self, ready: list[Prepared]) -> list[Added]:
        if not ready:
            return []
        with self.writing_to() as connection:
            new = write(connection, ready)
        pairs = zip(ready, new, strict=True)
        return [Added(one.capture.key, one.capture.id, one.id, fresh) for one, fresh in pairs]

    def reindex(self) -> None:
        """Makes the search index again from the readings."""
        with self.writing_to() as connection:
            rebuild(connection)

    def __len__(self) -> int:
        """How many reports the ledger holds."""
        with self.reading_from() as connection:
            return connection.scalar(select(func.count(readings.c.report.distinct()))) or 0

    def readings(self) -> Iterator[Reading]:
        """The current reading of every report, in the order of adding; sees what is added meanwhile."""
        return (kept.reading for kept in self.added_after(0))

    def added_after(self, seq: int) -> Iterator[Kept]:
        """The current readings that were added behind the one of this number, in the order of adding."""
        while page := self._current_after(seq):
            yield from (Kept(at, id, record_of(id, json)) for at, id, json in page)
            seq = page[-1][0]

    def _current_after(self, seq: int) -> Sequence[tuple[int, str, str]]:
        other = readings.alias()
        newest = select(func.max(other.c.seq)).where(other.c.report == readings.c.report).scalar_subquery()
        wanted = select(readings.c.seq, readings.c.id, readings.c.json)
        wanted = wanted.where(readings.c.seq > seq, readings.c.seq == newest).order_by(readings.c.seq)
        with self.reading_from() as connection:
            return connection.execute(wanted.limit(BATCH)).all()

    def current(self, reports: Sequence[str]) -> list[Reading]:
        """The current readings of the reports of these ids, in the order of adding; ids of none are passed over."""
        newest = select(func.max(readings.c.seq)).where(readings.c.report.in_(reports)).group_by(readings.c.report)
        wanted = select(readings.c.id, readings.c.json).where(readings.c.seq.in_(newest)).order_by(readings.c.seq)
        with self.reading_from() as connection:
            return [record_of(id, json) for id, json in connection.execute(wanted)]

    def history(self, report: str) -> list[Reading]:
        """All readings of the report of this id, the newest first; empty where there is none."""
        wanted = select(readings.c.id, readings.c.json).where(readings.c.report == report)
        with self.reading_from() as connection:
            rows = connection.execute(wanted.order_by(readings.c.seq.desc())).all()
        return [record_of(id, json) for id, json in rows]

    def captures(self, report: str) -> list[Capture]:
        """Every capture of the original of this id, with its bytes; empty where there is none."""
        wanted = select(captures, originals.c.bytes).join(originals).where(originals.c.id == report)
        with self.reading_from() as connection:
            rows = connection.execute(wanted).mappings().all()
        return [capture_of(dict(row)) for row in rows]


def capture_of(row: dict[str, Any]) -> Capture:
    """A capture from its row and the bytes of its original. Raises LedgerError where it is none any more."""
    try:
        given = msgspec.json.decode(row["given"])
        exchanges = msgspec.json.decode(row["exchanges"] or "[]", type=list[Exchange])
        noted = {name: row[name] for name in ("media", "key", "url", "retrieved", "encoding")}
        found = {"id": row["original"], "original": row["bytes"], "given": given, "exchanges": exchanges, **noted}
        return msgspec.convert(found, Capture)
    except msgspec.MsgspecError as error:
        raise LedgerError(f"the capture {str(row['id'])[:16]} is damaged: {error}") from error


def record_of(id: str, json: str) -> Reading:
    """A kept reading. Raises LedgerError where it has been damaged."""
    try:
        return decoded(json)
    except LedgerError as error:
        raise LedgerError(f"reading {id[:16]} {error} (tawthiq verify tells more)") from error


def _find(folder: Path, create: bool) -> None:
    """Makes sure that the ledger's file is there. Raises LedgerError where it is not, nor may be made."""
    file = folder / FILE
    if folder.exists() and not folder.is_dir():
        raise LedgerError(f"{folder}: not a ledger: a ledger is a folder")
    if file.is_file():
        return
    if not create:
        raise LedgerError(f"{folder}: no ledger here")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file.touch()
        _sync(folder)
        _sync(folder.parent)
    except OSError as error:
        raise LedgerError(f"{folder}: no ledger can be made here: {error.strerror}") from error


def _sync(folder: Path) -> None:
    """Puts the names in a folder on the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _version(connection: Connection, folder: Path) -> int:
    """The version of the tables, 0 where there are none. Raises LedgerError for what is no ledger."""
    application = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
    version = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    if not application and not connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one():
        return 0
    if application != APPLICATION or version < 1:
        raise LedgerError(f"{folder}: not a ledger: {FILE} is another program's database")
    if version > VERSION:
        raise LedgerError(f"{folder}: its version {version} is newer than {VERSION}, which this Tawthiq reads")
    return version


def _prepared(capture: Capture, reading: Reading) -> Prepared | Refused:
    try:
        return prepare(capture, reading)
    except LedgerError as error:
        return Refused(capture.key, str(error))
