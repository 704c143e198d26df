"""What is known of a report beside its text: when, where, by whom, and which evidence says so."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from urllib.parse import unquote

from tawthiq.knowledge import DATA, toml_entries
from tawthiq.page.dates import machine_date, refusal, written_dates
from tawthiq.page.furniture import Furniture, bare
from tawthiq.page.head import Head

_IN_ADDRESS = re.compile(r"(?<!\d)((?:19|20)\d\d)([/-]?)(\d\d?)\2(\d\d?)(?!\d)")
_ADDRESS = re.compile(r"(?i)^(?:https?:)?//|@|\bwww\.")
_LABEL = re.compile(r"^[^:：]{1,20}[:：]\s*")
_BETWEEN_TAGS = re.compile(r"[,،؛;|]")
_DATELINE = re.compile(
    r"(?P<line>[^()\-–—/:.؟!\n]{2,40}"
    r"(?:\((?P<agency1>[^()\n]{2,30})(?P<closed>\))|\s*[-–—/]\s*(?P<agency2>[^()\-–—/:.\n]{2,20})))"
    r"\s*(?:[-–—]{1,2}|:)\s*\S"
)
_LANGUAGE = re.compile(r"^[a-z]{2,3}(?![a-z])")
_ARABIC, _LETTERS = re.compile("[\u0621-\u064a]+"), re.compile(r"[^\W\d_]+")
_SAMPLE = 1000  # characters of a text that its language is told by


@cache
def evidence(folder: Path = DATA) -> dict[str, list[str]]:
    """For each field the names that pages tell it under, the surest first."""
    entries = toml_entries(folder / "furniture" / "evidence.toml")
    return {entry.id.partition(".")[2]: entry.data["names"] for entry in entries}


def told(head: Head, field: str) -> str | None:
    """The first value that a page gives for a field."""
    found = head.first(*evidence()[field])
    return found.value if found else None


def dates_told(head: Head, shown: Sequence[tuple[str, str]], url: str | None) -> Iterator[tuple[str, str]]:
    """The dates of publication that a page gives, each with its evidence, the surest first.

    shown: texts that stand near the title or are labelled as dates, each with what it is.
    """
    for name in evidence()["published"]:
        for value in head.all(name):
            if known := machine_date(value):
                yield known, name
    for text, name in shown:
        yield from ((known, name) for known in written_dates(text))
    for match in _IN_ADDRESS.finditer(unquote(url or "")):
        if known := machine_date("-".join(match.group(1, 3, 4))):
            yield known, "url"


def dated(found: Iterable[tuple[str, str]], retrieved: str | None) -> tuple[str | None, str | None, list[str]]:
    """The date of publication, its evidence, and notes on evidence that was refused or disagrees."""
    notes: list[str] = []
    chosen: tuple[str | None, str | None] = None, None
    for value, name in found:
        if why := refusal(value, retrieved):
            notes.append(f"published: {value} ({name}) refused: {why}")
        elif chosen[0] is None:
            chosen = value, name
        elif value[:10] != chosen[0][:10]:
            notes.append(f"published: {name} says {value[:10]}")
    return *chosen, list(dict.fromkeys(notes))


def writer(candidates: Iterable[str], outlet: str | None) -> str | None:
    """The first of the candidates that names somebody else than the outlet, without its label."""
    for text in candidates:
        name = _LABEL.sub("", text).strip()
        key, own = bare(name), bare(outlet or "")
        if key and not _ADDRESS.search(name) and f" {key} " not in f" {own} ":
            return name
    return None


def dateline_of(paragraph: str, furniture: Furniture) -> str | None:
    """The place and agency that a first paragraph begins with: `Damascus (Reuters) -`, `Damascus - SANA:`."""
    found = _DATELINE.match(paragraph)
    if not found:
        return None
    mark = furniture.match(found.group("agency1") or found.group("agency2"))
    known = found.group("closed") or (mark is not None and mark.role == "byline")
    return found.group("line").strip() if known else None


def language_of(value: str | None, text: str) -> str | None:
    """Arabic where most letters of the text are; else the language that the page says it is in."""
    sample = text[:_SAMPLE]
    arabic = sum(map(len, _ARABIC.findall(sample)))
    if arabic * 2 > sum(map(len, _LETTERS.findall(sample))):
        return "ar"
    found = _LANGUAGE.match((value or "").strip().lower())
    return found.group() if found and found.group() != "ar" else None


def tags_of(head: Head, shown: Iterable[str]) -> list[str]:
    """Tags and keywords one by one, as the page tells them of itself, else as it shows them."""
    lines = head.all(*evidence()["tags"]) or [_LABEL.sub("", text) for text in shown]
    found = (tag.strip(" #") for line in lines for tag in _BETWEEN_TAGS.split(html.unescape(line)))
    return list(dict.fromkeys(filter(None, found)))
