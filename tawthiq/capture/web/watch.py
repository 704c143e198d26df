"""Feeds polled again and again: what is new in them, and what is remembered between two polls."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
from defusedxml import DefusedXmlException
from defusedxml import ElementTree as Xml
from msgspec import Struct

from tawthiq.capture.web.addresses import address_of
from tawthiq.capture.web.feeds import Item, items_of
from tawthiq.capture.web.fetch import Fetcher
from tawthiq.capture.web.pages import item_captures
from tawthiq.errors import SourceError
from tawthiq.records import Capture

TRIES = 3  # of a page that fails, one a poll
KEPT = 0  # in place of a number of failures: the page was captured


class Memory(Struct):
    """What is remembered of one feed. items: by address how often it failed, or KEPT."""

    etag: str = ""
    modified: str = ""
    items: dict[str, int] = {}


class Watch:
    """Feeds and what is remembered of them, in a file that is replaced whole or not at all."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._known = _read(file)

    def poll(self, feed: str, fetcher: Fetcher) -> Iterator[Capture | SourceError]:
        """What a feed has that was not captured yet; each is remembered once the next is asked for."""
        memory = self._known.setdefault(feed, Memory())
        try:
            answer = fetcher.fetch(feed, _validators(memory)).answer
            items = [] if answer.exchange.status == 304 else items_of(answer.payload, feed)
        except SourceError as error:
            yield error
            return
        for item in items:
            if _wanted(memory, item.url):
                yield from self._capture(item, memory, fetcher)
        if items:
            memory.items = {item.url: memory.items[item.url] for item in items if item.url in memory.items}
            done = not any(_wanted(memory, item.url) for item in items)  # else the feed is asked for whole again
            memory.etag = answer.header("etag") if done else ""
            memory.modified = answer.header("last-modified") if done else ""
        self._save()

    def _capture(self, item: Item, memory: Memory, fetcher: Fetcher) -> Iterator[Capture | SourceError]:
        failed = False
        for found in item_captures(item, fetcher):
            failed = failed or isinstance(found, SourceError)
            yield found
        memory.items[item.url] = memory.items.get(item.url, 0) + 1 if failed else KEPT
        self._save()

    def _save(self) -> None:
        beside = self._file.with_suffix(".new")
        beside.write_bytes(msgspec.json.encode(self._known))
        beside.replace(self._file)


def _wanted(memory: Memory, url: str) -> bool:
    failures = memory.items.get(url)
    return failures is None or KEPT < failures < TRIES


def _validators(memory: Memory) -> list[tuple[str, str]]:
    sent = [("If-None-Match", memory.etag), ("If-Modified-Since", memory.modified)]
    return [(name, value) for name, value in sent if value]


def _read(file: Path) -> dict[str, Memory]:
    """What was remembered; nothing where there is no file. Raises SourceError for one that is damaged."""
    try:
        return msgspec.json.decode(file.read_bytes(), type=dict[str, Memory])
    except FileNotFoundError:
        return {}
    except msgspec.MsgspecError as error:
        raise SourceError(f"{file}: not what a watch remembers ({error}); remove it to start anew") from None


def feeds_in(opml: bytes, name: str) -> list[str]:
    """The addresses of the feeds in an OPML list. Raises SourceError where it is none, or has no feed."""
    try:
        root: Any = Xml.fromstring(opml)
    except (Xml.ParseError, DefusedXmlException, ValueError) as error:
        raise SourceError(f"{name}: not an OPML list ({error})") from None
    said = [outline.get("xmlUrl") or outline.get("xmlurl") for outline in root.iter("outline")]
    found = list(dict.fromkeys(address_of(url).url for url in said if url))
    if not found:
        raise SourceError(f"{name}: no feed in it (an outline with xmlUrl)")
    return found
