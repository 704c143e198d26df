"""Where two texts on one matter part: opposites, numbers, names, negation, sides; each with both places."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Literal, NamedTuple

from tawthiq.compare.alignment import Alignment, Link
from tawthiq.compare.concepts import Concepts
from tawthiq.compare.terms import Term

DifferenceKind = Literal["opposite", "number", "name", "negation", "sides"]
NEAR = 2  # terms around a shared one in which opposites are of the same thing
BESIDE = 3  # terms between a verb and the names on its two sides
PERSONS = ("ي", "ت")  # he, she: the first letters of a verb in the present


class Difference(NamedTuple):
    """Positions of the terms that differ, left and right (either may be missing), and the rule that says so."""

    kind: DifferenceKind
    at: int | None
    to: int | None
    rule: str


def differences(alignment: Alignment, concepts: Concepts) -> list[Difference]:
    """All differences by kind, in reading order of the left text."""
    found = [
        *opposites(alignment, concepts),
        *numbers(alignment),
        *names(alignment),
        *negations(alignment, concepts),
        *sides(alignment),
    ]
    return list(dict.fromkeys(found))


def opposites(alignment: Alignment, concepts: Concepts) -> Iterator[Difference]:
    """Words left over on both sides that exclude each other, then opposites near the same word."""
    left, right = alignment.left, alignment.right
    wanted: dict[str, int] = {}
    for to in reversed(alignment.right_over):
        wanted.update(dict.fromkeys(right[to].concepts, to))
    for at in alignment.left_over:
        places = {wanted[one] for one in concepts.excluded(left[at].concepts) if one in wanted}
        yield from _opposed(alignment, concepts, at, sorted(places))
    for at, to in around(alignment, concepts, NEAR):
        yield Difference("opposite", at, to, concepts.opposed(left[at].concepts, right[to].concepts) or "")


def _opposed(alignment: Alignment, concepts: Concepts, at: int, places: Sequence[int]) -> Iterator[Difference]:
    """The opposite of a left word among words of the right text that stands nearest to the same place."""
    for to in sorted(places, key=lambda place: abs(place - at)):
        rule = concepts.opposed(alignment.left[at].concepts, alignment.right[to].concepts)
        if rule:
            yield Difference("opposite", at, to, rule)
            return


def around(alignment: Alignment, concepts: Concepts, reach: int) -> Iterator[tuple[int, int]]:
    """For each word that both texts have, the first opposites within `reach` terms of it."""
    partner = {link.at: link.to for link in alignment.links}
    for link in alignment.links:
        if link.level != "meaning" and alignment.left[link.at].kind != "function":
            pair = _near(alignment, concepts, partner, link, reach)
            if pair:
                yield pair


def _near(
    alignment: Alignment, concepts: Concepts, partner: Mapping[int, int], link: Link, reach: int
) -> tuple[int, int] | None:
    """Opposites in the two windows around a link, of words whose partner is not in the other window."""
    left, right = alignment.left, alignment.right
    windows = _window(left, link.at, reach), _window(right, link.to, reach)
    met = {partner.get(at) for at in windows[0]}
    meant = [to for to in windows[1] if right[to].concepts and to not in met]
    for at in (at for at in windows[0] if partner.get(at) not in windows[1]) if meant else ():
        excluded = concepts.excluded(left[at].concepts)
        for to in meant:
            if not excluded.isdisjoint(right[to].concepts) and left[at].concepts.isdisjoint(right[to].concepts):
                return at, to
    return None


def _window(terms: Sequence[Term], at: int, reach: int) -> list[int]:
    return [n for n in range(max(0, at - reach), min(len(terms), at + reach + 1)) if n != at]


def numbers(alignment: Alignment) -> Iterator[Difference]:
    """Numbers left over on both sides, in their order: other figures; ordinals against ordinals."""
    for ordinal in (False, True):
        yield from _paired(alignment, "number", "number", partial(_is_number, ordinal=ordinal))


def _is_number(term: Term, ordinal: bool) -> bool:
    return term.kind == "number" and (term.sort == "ordinal") == ordinal


def names(alignment: Alignment) -> Iterator[Difference]:
    """Names of one sort left over on both sides whose country the other text does not name."""
    told = [{term.country for term in terms if term.country} for terms in (alignment.left, alignment.right)]
    sorts = dict.fromkeys(alignment.left[at].sort for at in alignment.left_over if alignment.left[at].kind == "name")
    for sort in sorts:
        yield from _paired(alignment, "name", f"name.{sort}", partial(_is_name, sort=sort, told=told[0] & told[1]))


def _is_name(term: Term, sort: str, told: set[str]) -> bool:
    return term.kind == "name" and term.sort == sort and (sort != "state" or term.country not in told)


def _paired(
    alignment: Alignment, kind: DifferenceKind, rule: str, fits: Callable[[Term], bool]
) -> Iterator[Difference]:
    left = [at for at in alignment.left_over if fits(alignment.left[at])]
    right = [to for to in alignment.right_over if fits(alignment.right[to])]
    yield from (Difference(kind, at, to, rule) for at, to in zip(left, right, strict=False))


def negations(alignment: Alignment, concepts: Concepts) -> Iterator[Difference]:
    """Words that turn a statement round (not, denies, fails, despite), on one side more than on the other."""
    left = [at for at in alignment.left_over if alignment.left[at].concepts & concepts.inverting]
    right = [to for to in alignment.right_over if alignment.right[to].concepts & concepts.inverting]
    if (len(left) + len(right)) % 2:
        yield from (Difference("negation", at, None, _turned(alignment.left[at], concepts)) for at in left)
        yield from (Difference("negation", None, to, _turned(alignment.right[to], concepts)) for to in right)


def _turned(term: Term, concepts: Concepts) -> str:
    return "concept." + min(term.concepts & concepts.inverting)


def sides(alignment: Alignment) -> Iterator[Difference]:
    """The two sides of one verb have changed places (مصر تحذر تونس، تونس تحذر مصر: A warns B, B warns A)."""
    partner = {link.at: link.to for link in alignment.links}
    for link in alignment.links:
        if _one_verb(alignment.left[link.at], alignment.right[link.to]):
            left, right = _beside(alignment.left, link.at), _beside(alignment.right, link.to)
            if left and right and (partner.get(left[0]), partner.get(left[1])) == (right[1], right[0]):
                yield Difference("sides", left[0], right[0], "sides.swapped")


def _one_verb(left: Term, right: Term) -> bool:
    """The same form of one word, the person aside; a verbal noun has its sides in another order."""
    persons = left.key[:1] in PERSONS and right.key[:1] in PERSONS
    return left.kind == right.kind == "word" and (left.key == right.key or (persons and left.key[1:] == right.key[1:]))


def _beside(terms: Sequence[Term], at: int) -> tuple[int, int] | None:
    """The nearest names before and behind a word, else the words next to it; None where one is missing."""
    before, behind = range(at - 1, max(-1, at - 1 - BESIDE), -1), range(at + 1, min(len(terms), at + 1 + BESIDE))
    for kind, reach in (("name", BESIDE), ("word", 1)):
        pair = _first(terms, before[:reach], kind), _first(terms, behind[:reach], kind)
        if pair[0] is not None and pair[1] is not None:
            return pair[0], pair[1]
    return None


def _first(terms: Sequence[Term], places: range, kind: str) -> int | None:
    return next((place for place in places if terms[place].kind == kind), None)


def by_kind(found: Sequence[Difference]) -> Mapping[str, int]:
    """How many differences there are of each kind."""
    kinds = [difference.kind for difference in found]
    return {kind: kinds.count(kind) for kind in dict.fromkeys(kinds)}
