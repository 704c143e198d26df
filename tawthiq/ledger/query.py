"""Words that a user searches for: parsed, looked up in the word index, found again in a text.

All words must be there, in any order; words in quotation marks stand one behind the other. Nothing
else means anything: operators of the index's own language are words like others.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from typing import NamedTuple

from tawthiq.errors import OptionError
from tawthiq.ledger.terms import Term, terms, variants

MAX_CHARACTERS = 10_000
MAX_PHRASES = 50
_PART = re.compile(r'"([^"]*)"|«([^«»]*)»|“([^“”]*)”|[^\s"«»“”]+')


class Phrase(NamedTuple):
    """Terms that stand one behind the other: the forms of the first, and the others as they are."""

    first: tuple[str, ...]
    rest: tuple[str, ...]


def parse(words: str) -> list[Phrase]:
    """The phrases of a search. What has no letters or digits is left out.

    Raises OptionError for more than 10,000 characters or 50 words.
    """
    if len(words) > MAX_CHARACTERS:
        raise OptionError(f"a search takes at most {MAX_CHARACTERS} characters (these are {len(words)})")
    found = list(dict.fromkeys(_phrases(words)))
    if len(found) > MAX_PHRASES:
        raise OptionError(f"a search takes at most {MAX_PHRASES} words (these are {len(found)})")
    return found


def _phrases(words: str) -> Iterator[Phrase]:
    for match in _PART.finditer(words):
        quoted = next((group for group in match.groups() if group is not None), match.group())
        forms = [term.form for term in terms(quoted)]
        if forms:
            yield Phrase(tuple(variants(forms[0])), tuple(forms[1:]))


def expression(phrases: Iterable[Phrase], known: Container[str] | None = None) -> str:
    """The phrases in FTS5's language; with `known`, only forms that the index knows.

    "" where one of them cannot be found. Terms are letters and digits, so that quoting them is safe.
    """
    groups = [[form for form in phrase.first if known is None or form in known] for phrase in phrases]
    if not all(groups):
        return ""
    return " AND ".join(
        "(" + " OR ".join(f'"{" ".join((form, *phrase.rest))}"' for form in group) + ")"
        for group, phrase in zip(groups, phrases, strict=True)
    )


def places(phrases: Sequence[Phrase], text: str, start: int = 0) -> list[tuple[int, int]]:
    """Where the phrases stand in `text`, in reading order: start and end plus `start`."""
    found = terms(text)
    hits = (
        (start + found[at].start, start + found[at + len(phrase.rest)].end)
        for phrase in phrases
        for at in _occurrences(phrase, found)
    )
    return sorted(set(hits))


def _occurrences(phrase: Phrase, found: Sequence[Term]) -> Iterator[int]:
    first, length = frozenset(phrase.first), len(phrase.rest)
    for at, term in enumerate(found[: len(found) - length] if length else found):
        if term.form in first and phrase.rest == tuple(t.form for t in found[at + 1 : at + 1 + length]):
            yield at
