"""What the API answers: the same things as the pages, in types that a schema can tell apart."""

from __future__ import annotations

from msgspec import Struct

from tawthiq.desk.actor_page import ActorPage, Naming
from tawthiq.desk.search_page import SearchPage
from tawthiq.ledger import Hit
from tawthiq.records import Event, Span, Statement


class Found(Struct, frozen=True):
    """A hit (tawthiq.ledger.Hit); of its statement and its event one is null, of a report both are."""

    layer: str
    id: str
    report: str
    key: str
    title: str | None
    outlet: str | None
    published: str | None
    url: str | None
    span: Span
    context: Span
    places: list[tuple[int, int]]
    statement: Statement | None
    event: Event | None


class Hits(Struct, frozen=True):
    """A page of hits. page: its number, from 1; more: whether another follows; wrong: what could not be asked."""

    hits: list[Found]
    page: int
    more: bool
    wrong: str | None = None


class Actor(Struct, frozen=True):
    """An actor: names and gloss of the knowledge, what it said, events it takes part in, its wordings by outlet."""

    id: str
    gloss: str | None
    names: list[str]
    statements: list[Found]
    events: list[Found]
    reports: list[Found]
    namings: list[Naming]


def found_answer(hit: Hit) -> Found:
    """A hit as the API gives it."""
    statement = hit.record if isinstance(hit.record, Statement) else None
    event = hit.record if isinstance(hit.record, Event) else None
    return Found(hit.layer, hit.id, hit.report, hit.key, hit.title, hit.outlet, hit.published, hit.url, hit.span,
                 hit.context, hit.places, statement, event)  # fmt: skip


def hits_answer(page: SearchPage) -> Hits:
    """A page of a search as the API gives it."""
    return Hits([found_answer(hit) for hit in page.hits], page.number, page.more, page.wrong)


def actor_answer(page: ActorPage) -> Actor:
    """The page of an actor as the API gives it."""
    said, events, reports = ([found_answer(hit) for hit in of] for of in (page.said, page.events, page.reports))
    gloss = page.entry.gloss if page.entry else None
    return Actor(page.id, gloss, page.names, said, events, reports, page.namings)
