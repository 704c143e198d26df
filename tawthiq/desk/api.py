"""The views of the reading room as JSON, read-only (OpenAPI 3.1 at /api/openapi.json)."""

from __future__ import annotations

from hashlib import sha256
from typing import TypeVar

import msgspec
from litestar import Response, get
from litestar.exceptions import NotFoundException

from tawthiq.desk.actor_page import actor_page
from tawthiq.desk.answers import Actor, Hits, actor_answer, hits_answer
from tawthiq.desk.pages import shown
from tawthiq.desk.parameters import Id, Kept, Known, Number, Word
from tawthiq.desk.rendering import Asked
from tawthiq.desk.search_page import Search, asked_for, search_page
from tawthiq.records import Reading

T = TypeVar("T")


@get("/api/reports", sync_to_thread=True)
def reports(request: Asked, ledger: Kept, number: Number = 1) -> Response[Hits]:
    """The newest reports, a page at a time."""
    return tagged(request, hits_answer(search_page(ledger, Search(what="reports"), number)))


@get("/api/reports/{report:str}", sync_to_thread=True)
def report(request: Asked, ledger: Kept, report: Id) -> Response[Reading]:
    """The current reading of a report, by its id or the beginning of it."""
    return tagged(request, shown(ledger, report).readings[0])


@get("/api/search", sync_to_thread=True)
def found(
    request: Asked, ledger: Kept, number: Number = 1, words: Word = "", who: Word = "", kind: Word = "",
    type: Word = "", place: Word = "", outlet: Word = "", since: Word = "", until: Word = "", what: Word = "all",
) -> Response[Hits]:  # fmt: skip
    """Statements, events and reports that match, a page at a time."""
    return tagged(request, hits_answer(search_page(ledger, asked_for(request.query_params), number)))


@get("/api/actors/{actor:str}", sync_to_thread=True)
def actor(request: Asked, ledger: Kept, lexicon: Known, actor: Id) -> Response[Actor]:
    """What an actor said, what is said of it, how outlets name it."""
    found = actor_page(ledger, lexicon, actor)
    if found is None:
        raise NotFoundException(actor)
    return tagged(request, actor_answer(found))


def tagged(request: Asked, value: T) -> Response[T]:
    """An answer with its ETag (RFC 9110, 8.8.3); 304 without content where the caller has it already."""
    tag = f'"{sha256(msgspec.json.encode(value)).hexdigest()[:32]}"'
    if tag in request.headers.get("if-none-match", ""):
        return Response(None, status_code=304, headers={"ETag": tag})  # type: ignore[arg-type]
    return Response(value, headers={"ETag": tag})


ANSWERS = (reports, report, found, actor)
