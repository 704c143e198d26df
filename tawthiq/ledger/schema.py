"""The tables of a ledger, and the steps from one version of them to the next (docs/ledger.md).

Kept: originals, captures, readings. They are append-only: triggers refuse to change or delete a row.
Made from them, and made again whenever that is needed: entries, labels, links and their word indexes.
"""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import (
    Column,
    Connection,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    text,
)

APPLICATION = 0x54575451  # "TWTQ", written into the file's header
VERSION = 2

METADATA = MetaData()

originals = Table(
    "originals", METADATA,
    Column("id", Text, primary_key=True),  # sha256 of the bytes
    Column("bytes", LargeBinary, nullable=False),
)  # fmt: skip

captures = Table(
    "captures", METADATA,
    Column("id", Text, primary_key=True),  # sha256 over the other columns
    Column("original", Text, ForeignKey("originals.id"), nullable=False, index=True),
    Column("key", Text, nullable=False),
    Column("url", Text),
    Column("retrieved", Text),
    Column("media", Text, nullable=False),
    Column("encoding", Text),
    Column("given", Text, nullable=False),  # JSON object of strings
    Column("exchanges", Text, nullable=False, server_default=""),  # JSON list of records.Exchange; "" for none
)  # fmt: skip

readings = Table(
    "readings", METADATA,
    Column("seq", Integer, primary_key=True),  # counts from 1 in the order they were added
    Column("id", Text, nullable=False, unique=True),  # sha256 of json
    Column("report", Text, ForeignKey("originals.id"), nullable=False),
    Column("capture", Text, ForeignKey("captures.id"), nullable=False),
    Column("json", Text, nullable=False),  # the record, canonical
    Column("digests", Text, nullable=False),  # JSON of hashes.Digests
    Column("chain", Text, nullable=False),  # sha256 over the chain before, capture and id
    Index("readings_report", "report", "seq"),
)  # fmt: skip

entries = Table(
    "entries", METADATA,
    Column("row", Integer, primary_key=True),
    Column("reading", Integer, ForeignKey("readings.seq"), nullable=False, index=True),
    Column("layer", Text, nullable=False),  # report, statement or event
    Column("position", Integer, nullable=False),  # in the layer's list; 0 of a report
    Column("id", Text, nullable=False, index=True),
    Column("kind", Text),  # of a statement
    Column("type", Text),  # of an event
    Column("earliest", Text),  # first and last day that `published` allows, YYYY-MM-DD
    Column("latest", Text),
    Column("current", Integer, nullable=False),  # 1 in the reading of its report that was added last
    Index("entries_day", "current", "earliest", "row"),
    Index("entries_kind", "current", "kind", "earliest", "row", sqlite_where=text("kind IS NOT NULL")),
    Index("entries_type", "current", "type", "earliest", "row", sqlite_where=text("type IS NOT NULL")),
)  # fmt: skip

labels = Table(
    "labels", METADATA,
    Column("row", Integer, primary_key=True),
    Column("words", Text, nullable=False),  # a name, folded
    Column("actor", Text, nullable=False),  # id in data/actors, or ""
    Column("geonames", Integer, nullable=False),  # GeoNames id, or 0
    Index("labels_all", "words", "actor", "geonames", unique=True),
    Index("labels_actor", "actor"),
    Index("labels_geonames", "geonames"),
)  # fmt: skip

links = Table(
    "links", METADATA,
    Column("label", Integer, ForeignKey("labels.row"), primary_key=True),
    Column("role", Text, primary_key=True),  # who, place or outlet
    Column("entry", Integer, ForeignKey("entries.row"), primary_key=True),
    Index("links_entry", "entry"),
    sqlite_with_rowid=False,
)  # fmt: skip

about = Table(
    "about", METADATA,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)  # fmt: skip

# `ascii` leaves every letter beyond ASCII as it is: the words come folded already (terms.py)
_WORD_INDEXES = (
    "CREATE VIRTUAL TABLE entry_words USING fts5(title, text, content='', tokenize='ascii')",
    "CREATE VIRTUAL TABLE entry_terms USING fts5vocab(entry_words, row)",
    "CREATE VIRTUAL TABLE label_words USING fts5(words, content='', tokenize='ascii')",
)
_MADE = ("links", "labels", "entries")
_KEPT = ("originals", "captures", "readings")


def _add_exchanges(connection: Connection) -> None:
    """Version 2 keeps the requests and answers that a page came by."""
    connection.exec_driver_sql("ALTER TABLE captures ADD COLUMN exchanges TEXT DEFAULT '' NOT NULL")


MIGRATIONS: tuple[Callable[[Connection], None], ...] = (_add_exchanges,)  # MIGRATIONS[n]: from n + 1 to n + 2


def create_tables(connection: Connection) -> None:
    """All tables, in a file that has none."""
    METADATA.create_all(connection)
    for statement in _WORD_INDEXES:
        connection.exec_driver_sql(statement)
    for table in _KEPT:
        for change in ("UPDATE", "DELETE"):
            connection.exec_driver_sql(
                f"CREATE TRIGGER {table}_no_{change.lower()} BEFORE {change} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} are only ever added'); END"
            )
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")
    connection.exec_driver_sql(f"PRAGMA user_version = {VERSION}")


def migrate(connection: Connection, version: int) -> None:
    """The steps from `version` to this one."""
    for step in MIGRATIONS[version - 1 :]:
        step(connection)
    connection.exec_driver_sql(f"PRAGMA user_version = {VERSION}")


def empty_index(connection: Connection) -> None:
    """Everything that is made from the readings, taken away."""
    for table in _MADE:
        connection.exec_driver_sql(f"DELETE FROM {table}")
    for words in ("entry_words", "label_words"):
        connection.exec_driver_sql(f"INSERT INTO {words}({words}) VALUES('delete-all')")
