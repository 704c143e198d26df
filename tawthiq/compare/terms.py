"""The terms of a text that can be held against those of another: words, names, numbers, fixed phrases."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from tawthiq.compare.concepts import NOTHING, Concepts
from tawthiq.compare.wordforms import skeleton, stem_of
from tawthiq.lexicon import Match
from tawthiq.mentions.numbers import Number, numbers
from tawthiq.text import Text

UNDER = frozenset({"دون"})  # under, before a number; elsewhere without
Kind = Literal["word", "name", "number", "function"]
STRUCTURE = frozenset(
    ("preposition", "conjunction", "complementizer", "relative", "demonstrative", "pronoun", "auxiliary")
)


class Term(NamedTuple):
    """words[first:last] of a text as one term.

    key: what is the same in another text (a stem; the id of a name; the value of a number). skeleton: a
    weaker key, of words only. concepts: those of data/compare. country: of a name, ISO alpha-3. sort: of
    a name person, state or other; of a number its kind. stem: of a name of one word, which may be a word.
    """

    first: int
    last: int
    kind: Kind
    key: str
    skeleton: str = ""
    concepts: frozenset[str] = NOTHING
    country: str = ""
    sort: str = ""
    stem: str = ""


class Terms:
    """The terms of a text in reading order."""

    def __init__(self, text: Text, concepts: Concepts) -> None:
        self.text = text
        self.items: list[Term] = list(_terms(text, concepts))

    @property
    def of_content(self) -> list[Term]:
        """Those that carry content: function words left out."""
        return [term for term in self.items if term.kind != "function"]


def _terms(text: Text, concepts: Concepts) -> Iterator[Term]:
    named, numbered = _names(text), {number.first: number for number in numbers(text)}
    structural = {match.first for match in text.layer("function") if _is_structure(match)}
    forms = [word.form for word in text.words]
    at = 0
    while at < len(forms):
        term = _term_at(at, text, forms, concepts, (named, numbered), structural)
        if term:
            yield term
        at = term.last if term else at + 1


def _is_structure(match: Match) -> bool:
    return match.entry.data["category"] in STRUCTURE and match.last == match.first + 1 and not match.before


def _term_at(
    at: int,
    text: Text,
    forms: list[str],
    concepts: Concepts,
    known: tuple[Mapping[int, Match], Mapping[int, Number]],
    structural: set[int],
) -> Term | None:
    """The term that starts at a word; None for a mark."""
    named, numbered = known
    if at in numbered:
        return _number(numbered[at])
    if text.words[at].kind == "mark":
        return None
    if phrase := concepts.phrase(forms, at):
        return Term(at, at + phrase[0], "word", phrase[1], concepts=frozenset((phrase[1],)))
    if at in named:
        return _name(named[at], _stem(forms[at], text), concepts.of(forms[at]))
    meanings = NOTHING if forms[at] in UNDER and at + 1 in numbered else concepts.of(forms[at])
    stem = _stem(forms[at], text)
    if at in structural:
        return Term(at, at + 1, "function", stem, concepts=meanings)
    return Term(at, at + 1, "word", stem, skeleton(stem), meanings)


def _number(number: Number) -> Term:
    return Term(number.first, number.last, "number", f"{number.value:g}", sort=number.kind)


def _stem(form: str, text: Text) -> str:
    return stem_of(form, text.lexicon)


def _name(match: Match, stem: str, meanings: frozenset[str]) -> Term:
    """A state, its adjective and its capital are one name; a place goes by what is written."""
    entry = match.entry
    sort = entry.id.partition(".")[0]
    country = entry.id.removeprefix("state.") if sort == "state" else entry.data.get("country", "")
    if match.last > match.first + 1:
        stem, meanings = "", NOTHING
    return Term(match.first, match.last, "name", entry.id, "", meanings, country, sort, stem)


def _names(text: Text) -> dict[int, Match]:
    """The longest name that starts at a word, an actor before a place, of two places the one listed first."""
    chosen: dict[int, Match] = {}
    for layer in ("place", "actor"):
        for match in text.layer(layer):
            held = chosen.get(match.first)
            strong = match.part != "weak_name" and not match.after
            if strong and (held is None or match.last > held.last or _is_actor(match, held)):
                chosen[match.first] = match
    return chosen


def _is_actor(match: Match, held: Match) -> bool:
    return match.entry.layer == "actor" and held.entry.layer == "place" and match.last == held.last
