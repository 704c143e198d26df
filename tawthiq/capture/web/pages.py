"""Addresses as captures: a page is one, a feed is as many as it announces."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping

from tawthiq.capture.media import problem_of, sniff
from tawthiq.capture.web.addresses import without_fragment
from tawthiq.capture.web.feeds import Item, is_feed, items_of
from tawthiq.capture.web.fetch import Fetched, Fetcher
from tawthiq.errors import SourceError
from tawthiq.records import Capture

_DEEP = 2  # an index of sitemaps leads to sitemaps, these to pages
_TAKEN = ("text/html", "application/xhtml", "text/plain", "application/xml", "text/xml")
_CHARSET = "charset="


def web_captures(url: str, fetcher: Fetcher, deep: int = _DEEP) -> Iterator[Capture | SourceError]:
    """The page of an address, or every page that a feed there announces; an error in place of what failed."""
    try:
        fetched = fetcher.fetch(without_fragment(url))
        if not is_feed(fetched.answer.payload):
            yield page_capture(fetched, url)
            return
        items = items_of(fetched.answer.payload, fetched.url)
    except SourceError as error:
        yield error
        return
    if not deep:
        yield SourceError(f"{url}: a feed inside a feed inside a feed is not read")
        return
    for item in items:
        yield from item_captures(item, fetcher, deep - 1)


def item_captures(item: Item, fetcher: Fetcher, deep: int = 0) -> Iterator[Capture | SourceError]:
    """What a feed announces, with what it says of it where the page itself is silent (`given` of a feed)."""
    known = {"outlet": item.outlet, "published": item.published}
    for found in web_captures(item.url, fetcher, deep):
        yield found if isinstance(found, SourceError) else _told(found, known)


def _told(capture: Capture, known: Mapping[str, str | None]) -> Capture:
    announced = {f"feed_{name}": value for name, value in known.items() if value}
    return Capture(**{**{f: getattr(capture, f) for f in Capture.__struct_fields__},
                      "given": {**announced, **capture.given}})  # fmt: skip


def page_capture(fetched: Fetched, key: str) -> Capture:
    """The capture of a fetched page. Raises SourceError for what is no page of text."""
    answer, payload = fetched.answer, fetched.answer.payload
    kind = answer.header("content-type").partition(";")[0].strip().lower()
    if kind and not kind.startswith(_TAKEN):
        raise SourceError(f"{key}: not a page ({kind[:60]})")
    if problem := problem_of(payload):
        raise SourceError(f"{key}: {problem}")
    media = "text" if kind == "text/plain" and sniff(payload) != "html" else "html"
    return Capture(
        id=hashlib.sha256(payload).hexdigest(), original=payload, media=media, key=key, url=fetched.url,
        retrieved=answer.exchange.started, encoding=_charset(answer.header("content-type")),
        exchanges=fetched.exchanges,
    )  # fmt: skip


def _charset(content_type: str) -> str | None:
    _, mark, name = content_type.lower().partition(_CHARSET)
    return name.strip(" \"'").split(";")[0] or None if mark else None
