"""Connections to a ledger's file: how it is opened, and one clear line for whatever goes wrong."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.exc import DBAPIError

from tawthiq.errors import LedgerError

FILE = "ledger.sqlite"
_PRAGMAS = (
    "synchronous = FULL",  # a commit returns once it is on the disk
    "foreign_keys = ON",
    "temp_store = MEMORY",
    "cache_size = -65536",  # KiB
    "wal_autocheckpoint = 16384",  # pages: the log is copied into the file every 64 MB
)
_REASONS = {
    "SQLITE_BUSY": "busy: another process has been writing to it all the time",
    "SQLITE_LOCKED": "busy: another process has been writing to it all the time",
    "SQLITE_FULL": "the disk is full; nothing was added",
    "SQLITE_READONLY": "it may not be written to",
    "SQLITE_CANTOPEN": "it cannot be opened (permissions?)",
    "SQLITE_IOERR": "the disk could not be read or written",
    "SQLITE_NOTADB": f"not a ledger: {FILE} is not a SQLite database",
    "SQLITE_CORRUPT": f"damaged: {FILE} is no longer a sound SQLite database",
    "SQLITE_CONSTRAINT": "the ledger is append-only and holds something else under this id",
    "SQLITE_TOOBIG": "the report is too large to be kept",
}


@contextmanager
def clear_errors(folder: Path) -> Iterator[None]:
    """Whatever the database raises, as a LedgerError of one line."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        raise LedgerError(f"{folder}: {reason(error)}") from error
    except UnicodeDecodeError as error:  # SQLite quotes what is damaged in its message
        raise LedgerError(f"{folder}: {_REASONS['SQLITE_CORRUPT']}") from error


def reason(error: DBAPIError | sqlite3.Error) -> str:
    """What went wrong, in a few words."""
    original = error.orig if isinstance(error, DBAPIError) else error
    name = getattr(original, "sqlite_errorname", "")
    known = (reason for prefix, reason in _REASONS.items() if name.startswith(prefix))
    return next(known, " ".join(str(original).split()))


def may_write(folder: Path) -> bool:
    """Whether this user may add to the ledger in `folder`."""
    return os.access(folder, os.W_OK) and os.access(folder / FILE, os.W_OK)


def engine(folder: Path, wait: float) -> Engine:
    """The engine for a ledger's file. wait: seconds to wait for another writer."""
    made = create_engine("sqlite://", creator=lambda: _connected(folder, wait), poolclass=QueuePool)
    event.listen(made, "begin", _begin)
    return made


def _connected(folder: Path, wait: float) -> sqlite3.Connection:
    uri = f"file:{quote(str((folder / FILE).absolute()))}?{_mode(folder)}"
    connection = sqlite3.connect(uri, uri=True, timeout=wait, isolation_level=None, check_same_thread=False)
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    return connection


def keep_log(made: Engine) -> None:
    """Readers and a writer do not wait for each other: a write-ahead log, noted in the file for good."""
    connection = made.raw_connection()
    try:
        connection.cursor().execute("PRAGMA journal_mode = WAL")
    finally:
        connection.close()


def _mode(folder: Path) -> str:
    """A file that may not be written is read as it stands; beside a log (-wal) it needs the log's index."""
    if may_write(folder):
        return "mode=rw"
    return "mode=ro" if (folder / f"{FILE}-wal").exists() else "mode=ro&immutable=1"


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
