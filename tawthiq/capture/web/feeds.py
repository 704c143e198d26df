"""Feeds and news sitemaps: the addresses they announce, with what they say of each."""

from __future__ import annotations

import re
from calendar import timegm
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from time import struct_time
from typing import Any
from xml.etree.ElementTree import Element

import feedparser
import msgspec
from defusedxml import DefusedXmlException
from defusedxml import ElementTree as Xml
from msgspec import Struct

from tawthiq.capture.web.addresses import address_of
from tawthiq.errors import SourceError

MAX_ITEMS = 5_000
_HEAD = 4096
_XML_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF|urlset|sitemapindex)\b", re.I)
_JSON_FEED = re.compile(rb'\{[^{}]*"version"\s*:\s*"https?:\\?/\\?/(?:www\.)?jsonfeed\.org', re.S)
_ENTITY = re.compile(rb"<!ENTITY", re.I)


class Item(Struct, frozen=True):
    """A report that a feed announces. published: EDTF day, or null; outlet: the feed's own name."""

    url: str
    title: str | None = None
    published: str | None = None
    outlet: str | None = None


class _JsonItem(Struct):
    url: str | None = None
    title: str | None = None
    date_published: str | None = None


class _JsonFeed(Struct):
    items: list[_JsonItem]
    title: str | None = None


def is_feed(payload: bytes) -> bool:
    """Whether a body is a feed or a sitemap: by what it holds, since servers call them many names."""
    head = payload[:_HEAD]
    return bool(_XML_FEED.search(head) and b"<html" not in head.lower()) or bool(_JSON_FEED.search(head))


def items_of(payload: bytes, url: str) -> list[Item]:
    """What a feed announces, each address once, in its order. Raises SourceError for a feed that cannot be read."""
    if _ENTITY.search(payload):
        raise SourceError(f"{url}: a feed that defines XML entities is not read")
    head = payload[:_HEAD]
    if _JSON_FEED.search(head):
        found = _json(payload, url)
    elif re.search(rb"<(?:urlset|sitemapindex)\b", head, re.I):
        found = _sitemap(payload, url)
    else:
        found = _feed(payload, url)
    once: dict[str, Item] = {}
    for item in _checked(found, url):
        once.setdefault(item.url, item)
    return list(once.values())[:MAX_ITEMS]


def _checked(found: Iterable[Item], url: str) -> Iterator[Item]:
    """Items whose address may be asked; a feed can lead to no other scheme than http and https."""
    for item in found:
        if not item.url:
            continue
        try:
            yield msgspec.structs.replace(item, url=address_of(item.url, url).url)
        except SourceError:
            continue


def _feed(payload: bytes, url: str) -> Iterator[Item]:
    """RSS and Atom of any version."""
    feed = feedparser.parse(payload, sanitize_html=False)
    if feed.bozo and not feed.entries:
        raise SourceError(f"{url}: not a feed that can be read ({type(feed.bozo_exception).__name__})")
    for entry in feed.entries:
        link = entry.get("link") or entry.get("id") or ""
        when: struct_time | None = entry.get("published_parsed") or entry.get("updated_parsed")
        yield Item(link, _text(entry.get("title")), _day(when), _text(feed.feed.get("title")))


def _day(when: struct_time | None) -> str | None:
    """The day of a time in UTC; None for one that no calendar has."""
    try:
        return datetime.fromtimestamp(timegm(when), UTC).date().isoformat() if when else None
    except (ValueError, OverflowError, OSError):
        return None


def _json(payload: bytes, url: str) -> Iterator[Item]:
    """JSON Feed 1.1."""
    try:
        feed = msgspec.json.decode(payload, type=_JsonFeed)
    except msgspec.MsgspecError as error:
        raise SourceError(f"{url}: not a JSON feed that can be read ({error})") from None
    for one in feed.items:
        if one.url:
            yield Item(one.url, _text(one.title), _iso_day(one.date_published), _text(feed.title))


def _sitemap(payload: bytes, url: str) -> Iterator[Item]:
    """A news sitemap, or an index of sitemaps (whose items are sitemaps themselves)."""
    try:
        root: Element = Xml.fromstring(payload)
    except (Xml.ParseError, DefusedXmlException, ValueError) as error:
        raise SourceError(f"{url}: not a sitemap that can be read ({error})") from None
    for entry in root:
        said = {_name(node): (node.text or "").strip() for node in entry.iter()}
        when = said.get("publication_date") or said.get("lastmod")
        if said.get("loc"):
            yield Item(said["loc"], _text(said.get("title")), _iso_day(when), _text(said.get("name")))


def _name(node: Any) -> str:
    return str(node.tag).rpartition("}")[2]


def _iso_day(said: str | None) -> str | None:
    found = re.match(r"\d{4}-\d\d-\d\d", said or "")
    return found.group() if found else None


def _text(said: Any) -> str | None:
    words = " ".join(str(said or "").split())
    return words or None
