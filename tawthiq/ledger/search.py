"""Search: statements, events and reports by words and by who, kind, type, place, outlet and date."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple, get_args

import sqlalchemy as sql
from msgspec import json
from sqlalchemy import ColumnElement, CompoundSelect, Connection, Select, and_, func, select, union

from tawthiq.errors import OptionError
from tawthiq.ledger.days import asked_days
from tawthiq.ledger.entries import Layer, Role
from tawthiq.ledger.hits import Found, Hit, hit
from tawthiq.ledger.query import Phrase, expression, parse
from tawthiq.ledger.schema import entries, labels, links, readings
from tawthiq.ledger.store import Ledger, record_of
from tawthiq.ledger.terms import folded, storable, variants
from tawthiq.records import StatementKind

What = Literal["all", "statements", "events", "reports"]
RANKED = 5_000  # of more entries that match, those added last are ranked
MAX_LIMIT = 1_000
_LAYERS: dict[str, Layer] = {"statements": "statement", "events": "event", "reports": "report"}
_MAX_INTEGER = 2**63 - 1
_FEW = 5_000  # entries that are gathered before others are asked one by one

_entry_words = sql.table("entry_words", sql.column("rowid"))
_entry_terms = sql.table("entry_terms", sql.column("term"))
_label_words = sql.table("label_words", sql.column("rowid"))
# a word among names and in a title tells four times as much as one in the text
_score: ColumnElement[float] = sql.literal_column("bm25(entry_words, 4.0, 1.0)")


def search(
    ledger: Ledger,
    words: str = "",
    *,
    who: str | None = None,
    kind: str | None = None,
    type: str | None = None,
    place: str | None = None,
    outlet: str | None = None,
    since: str | None = None,
    until: str | None = None,
    what: What = "all",
    limit: int = 20,
    offset: int = 0,
) -> list[Hit]:
    """What the ledger holds, best first (BM25, then the latest); without words the latest first.

    words: all of them, in any order; in quotation marks as they stand. Letters are folded, and attached
    و ف ب ل ك س and ال make no difference. who: a name, or an id in data/actors, of who speaks or takes
    part (of a report: who is named). kind: of statements. type: of events. place: a name or a GeoNames
    id, of events and of what statements and reports name. since, until: EDTF dates of publication,
    inclusive; all days of a vague date must lie between them. Raises OptionError for an option that
    means nothing, LedgerError where the ledger fails.
    """
    _check(what, kind, limit, offset)
    phrases = parse(words)
    if words.strip() and not phrases:
        return []
    named: tuple[tuple[Role, str | None], ...] = (("who", who), ("place", place), ("outlet", outlet))
    with ledger.reading_from() as connection:
        linked = [_linked(connection, role, name) for role, name in named if name is not None]
        conditions = [*_layer(what, kind, type), *_dates(since, until), *(one.condition for one in linked)]
        conditions.append(_current(any(one.few for one in linked)))
        wanted = _ranked(connection, phrases, conditions) if phrases else _latest(conditions)
        found = _found(connection, wanted.limit(limit).offset(offset))
    return [hit(one, phrases) for one in found]


def _check(what: str, kind: str | None, limit: int, offset: int) -> None:
    if what not in get_args(What):
        raise OptionError(f"what: {what!r} is none of {', '.join(get_args(What))}")
    if kind is not None and kind not in get_args(StatementKind):
        raise OptionError(f"kind: {kind!r} is none of {', '.join(get_args(StatementKind))}")
    if not (0 < limit <= MAX_LIMIT and 0 <= offset <= _MAX_INTEGER):
        raise OptionError(f"limit: 1 to {MAX_LIMIT}, offset: 0 or more (these are {limit} and {offset})")


def _layer(what: str, kind: str | None, type: str | None) -> Iterable[ColumnElement[bool]]:
    if what != "all":
        yield entries.c.layer == _LAYERS[what]
    if kind is not None:
        yield entries.c.kind == kind
    if type is not None:
        yield entries.c.type == storable(type).upper()


def _dates(since: str | None, until: str | None) -> Iterable[ColumnElement[bool]]:
    if since is not None:
        yield entries.c.earliest >= asked_days("since", since)[0]
    if until is not None:
        last = asked_days("until", until)[1]
        yield and_(entries.c.earliest <= last, entries.c.latest <= last)


def _current(few: bool) -> ColumnElement[bool]:
    """Entries of current readings; where few are asked for, SQLite is kept from going through all by day."""
    return entries.c.current + 0 == 1 if few else entries.c.current == 1


class _Linked(NamedTuple):
    """A condition on entries, and whether few meet it."""

    condition: ColumnElement[bool]
    few: bool


def _linked(connection: Connection, role: Role, name: str) -> _Linked:
    """Entries with a label of this role that a name, or an id, stands for."""
    found = json.encode(connection.scalars(_labels(role, name)).all()).decode()
    chosen = select(func.json_each(found).table_valued("value").c.value)
    few = select(links.c.entry).where(links.c.role == role, links.c.label.in_(chosen))
    counted = connection.scalar(select(func.count()).select_from(few.limit(_FEW).subquery()))
    if (counted or 0) < _FEW:
        return _Linked(entries.c.row.in_(few), True)
    label = links.c.label + 0  # keeps SQLite from trying every label of every entry
    has_one = sql.exists().where(links.c.entry == entries.c.row, links.c.role == role, label.in_(chosen))
    return _Linked(has_one, False)


def _labels(role: Role, name: str) -> CompoundSelect[int]:
    """Labels that hold the words of a name; those of the same actor or place as the whole name; of an id."""
    wanted = expression(parse(name))
    number = labels.c.geonames if role == "place" else labels.c.actor
    alike = labels.alias()
    same = alike.c.geonames if role == "place" else alike.c.actor
    known = select(same).where(alike.c.words.in_(variants(folded(name))), same.not_in((0, "")))
    chosen = [
        select(labels.c.row).where(number.in_(known)),
        select(labels.c.row).where(number == _id(role, name)),
    ]
    if wanted:
        chosen.append(select(_label_words.c.rowid).where(_matches("label_words", wanted)))
    return union(*chosen)


def _id(role: Role, name: str) -> int | str:
    """A name read as an id: of GeoNames for a place (-1 where it is none), else of data/actors."""
    if role != "place":
        return storable(name) or "-"
    return int(name) if name.isascii() and name.isdigit() and len(name) < 19 else -1


def _matches(words: str, wanted: str) -> ColumnElement[bool]:
    matches: ColumnElement[bool] = sql.literal_column(words).op("MATCH", is_comparison=True)(wanted)
    return matches


def _latest(conditions: Sequence[ColumnElement[bool]]) -> Select[int]:
    return select(entries.c.row).where(*conditions).order_by(entries.c.earliest.desc(), entries.c.row.desc())


def _ranked(
    connection: Connection, phrases: Sequence[Phrase], conditions: Sequence[ColumnElement[bool]]
) -> Select[int]:
    """The rows of entries that hold the phrases, best first; of very many only those added last."""
    found = expression(phrases, _known(connection, phrases))
    joined = _entry_words.join(entries, entries.c.row == _entry_words.c.rowid)
    last = select(entries.c.row, entries.c.earliest, _score.label("score")).select_from(joined)
    last = last.where(_matches("entry_words", found) if found else sql.literal_column("0"), *conditions)
    ranked = last.order_by(_entry_words.c.rowid.desc()).limit(RANKED).subquery()
    return select(ranked.c.row).order_by(ranked.c.score, ranked.c.earliest.desc(), ranked.c.row.desc())


def _known(connection: Connection, phrases: Sequence[Phrase]) -> set[str]:
    """Those forms of the phrases that stand anywhere in the ledger."""
    forms = sorted({form for phrase in phrases for form in phrase.first})
    return set(connection.scalars(select(_entry_terms.c.term).where(_entry_terms.c.term.in_(forms))))


def _found(connection: Connection, wanted: Select[int]) -> list[Found]:
    rows = connection.scalars(wanted).all()
    kept = select(entries.c.row, entries.c.layer, entries.c.position, readings.c.id, readings.c.json)
    kept = kept.join(readings, readings.c.seq == entries.c.reading).where(entries.c.row.in_(rows))
    found = {
        row: Found(layer, position, record_of(id, json)) for row, layer, position, id, json in connection.execute(kept)
    }
    return [found[row] for row in rows]
