"""Pages of what is kept: today, a report, its original, an actor."""

from __future__ import annotations

from litestar import Response, get
from litestar.exceptions import NotFoundException
from litestar.params import FromQuery
from litestar.response import Template

from tawthiq.desk.actor_page import actor_page
from tawthiq.desk.original_page import CONTENT_SECURITY, as_shown, words_in
from tawthiq.desk.parameters import Id, Kept, Known, Offset
from tawthiq.desk.rendering import Asked, page
from tawthiq.desk.report_page import SHOWN_TAGS, report_page
from tawthiq.errors import LedgerError
from tawthiq.ledger import Ledger, Shown, search, show

NEWEST = 30  # reports on the first page


@get("/", name="today", sync_to_thread=True)
def today(request: Asked, ledger: Kept) -> Template:
    """The newest reports."""
    return page(request, "today", hits=search(ledger, what="reports", limit=NEWEST), number=len(ledger))


@get("/reports/{report:str}", name="report", sync_to_thread=True)
def report(
    request: Asked, ledger: Kept, report: Id, pick: FromQuery[str | None] = None,
    at: Offset = None,
) -> Template:  # fmt: skip
    """A report beside its record; pick: id of a record to light up; at: an offset whose records to list."""
    found = shown(ledger, report)
    pick = pick or (found.record.id if found.record else None)
    shown_page = report_page(found.readings[0], pick, at)
    return page(request, "report", view=shown_page, older=len(found.readings) - 1, shown_tags=SHOWN_TAGS)


@get("/reports/{report:str}/original", name="original", sync_to_thread=True)
def original(
    request: Asked, ledger: Kept, report: Id,
    start: Offset = None, end: Offset = None,
) -> Template:  # fmt: skip
    """The saved original in a frame of its own, and some words of the report as they stand in it."""
    found = shown(ledger, report)
    capture = ledger.captures(found.readings[0].report.id)[-1]
    words = words_in(capture, found.readings[0], start, end) if start is not None and end is not None else None
    return page(request, "original", report=found.readings[0].report, capture=capture, words=words)


@get("/originals/{report:str}", name="bytes", sync_to_thread=True)
def saved(ledger: Kept, report: Id, download: FromQuery[bool] = False) -> Response[bytes]:
    """The bytes of an original, under a policy that lets nothing in it run or call out."""
    capture = ledger.captures(shown(ledger, report).readings[0].report.id)[-1]
    content, media = (capture.original, "application/octet-stream") if download else as_shown(capture)
    headers = {"Content-Security-Policy": CONTENT_SECURITY, "X-Content-Type-Options": "nosniff"}
    if download:
        headers["Content-Disposition"] = f'attachment; filename="{capture.id[:16]}.{capture.media}"'
    return Response(content, media_type=media, headers=headers)


@get("/actors/{actor:str}", name="actor", sync_to_thread=True)
def actor(request: Asked, ledger: Kept, lexicon: Known, actor: Id) -> Template:
    """What an actor said, what is said of it, how outlets name it."""
    found = actor_page(ledger, lexicon, actor)
    if found is None:
        raise NotFoundException(actor)
    return page(request, "actor", view=found)


def shown(ledger: Ledger, id: str) -> Shown:
    """What an id stands for. Raises NotFoundException for an id of nothing."""
    try:
        return show(ledger, id)
    except LedgerError as error:
        raise NotFoundException(str(error)) from error


PAGES = (today, report, original, saved, actor)
