"""Words that take a side, each with a neutral wording: only where data/loaded.toml is sure."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from tawthiq.lexicon import Match
from tawthiq.records import Loaded, Mention, Span
from tawthiq.text import Text

NEAR = 2  # characters between a loaded word and the name that it is said of


def loaded(text: Text, mentions: list[Mention]) -> list[Loaded]:
    """Loaded words in reading order, each with a neutral wording and whom it is said of.

    A word inside a name (the Martyrs' Square) says nothing of anybody and is left out.
    """
    named = [m for m in mentions if m.kind in ("person", "organisation", "place", "group")]
    found: list[Loaded] = []
    for match in text.layer("loaded"):
        if not _inside(match, named) and (not found or match.start >= found[-1].end):
            found.append(_loaded(text, match, named))
    return found


def _inside(match: Match, named: Sequence[Mention]) -> bool:
    """Whether the word is only a part of a longer name."""
    return any(
        m.start <= match.start and match.end <= m.end and (m.start, m.end) != (match.start, match.end)
        for m in named
        if m.kind != "group"
    )


def _said_of(text: Text, match: Match, named: Sequence[Mention]) -> Span | None:
    """The name right behind the word, else the one right before it."""
    at = bisect_left(named, match.end, key=lambda m: m.start)
    behind = named[at] if at < len(named) and named[at].start - match.end <= NEAR else None
    before = next((m for m in reversed(named[:at]) if 0 <= match.start - m.end <= NEAR), None)
    mention = behind or before
    return Span(mention.start, mention.end, mention.text) if mention else None


def _loaded(text: Text, match: Match, named: Sequence[Mention]) -> Loaded:
    data = match.entry.data
    return Loaded(
        start=match.start,
        end=match.end,
        text=text.content[match.start : match.end],
        of=_said_of(text, match, named),
        neutral=data["neutral"],
        connotation=data["connotation"],
        rule=f"{match.entry.id}/{match.part.partition('.')[0].replace('_', '-')}",
    )
