"""What the judge of agreement sees of two texts: named numbers, the same whichever text comes first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from tawthiq.compare.alignment import Alignment, Level, Link
from tawthiq.compare.concepts import Concepts
from tawthiq.compare.differences import Difference, around, by_kind
from tawthiq.compare.terms import Term

Feature = tuple[str, float]
RARE = {"sides": 3.0}  # what training seldom sees counts more, or the regularisation would silence it
LEVELS: tuple[Level, ...] = ("country", "meaning", "root", "spelling")


def features(alignment: Alignment, found: Sequence[Difference], concepts: Concepts) -> dict[str, float]:
    """Names and values of all features that are not zero."""
    parts = (sizes(alignment), turned(alignment, concepts), order(alignment, found), loose(alignment),
             counted(found), named(alignment), figures(alignment), beside(alignment, concepts))  # fmt: skip
    return {name: value for name, value in chain.from_iterable(parts) if value}


def _content(term: Term) -> bool:
    return term.kind != "function"


def _content_links(alignment: Alignment) -> list[Link]:
    return [link for link in alignment.links if _content(alignment.left[link.at])]


def sizes(alignment: Alignment) -> Iterator[Feature]:
    """How much of the two texts is linked, by what, and how much is left over."""
    left, right = (sum(map(_content, terms)) for terms in (alignment.left, alignment.right))
    links = _content_links(alignment)
    over = sorted(
        sum(_content(terms[at]) for at in places)
        for terms, places in ((alignment.left, alignment.left_over), (alignment.right, alignment.right_over))
    )
    yield "shared", 6 * len(links) / max(1, left + right)
    yield "contained", 3 * min(1.0, len(links) / max(1, min(left, right)))
    yield from (("over.less", min(over[0], 9) / 3), ("over.more", min(over[1], 9) / 3))
    yield from (("over.less=0", over[0] == 0), ("over.less=1", over[0] == 1), ("over.more<2", over[1] < 2))
    yield from (("length", min(left, right, 20) / 5), ("length.gap", min(abs(left - right), 9) / 3))
    levels = [link.level for link in links]
    yield from ((f"by.{level}", min(levels.count(level), 6) / 2) for level in LEVELS)


def turned(alignment: Alignment, concepts: Concepts) -> Iterator[Feature]:
    """Negation and other words that turn a statement round, left over on one side or on both."""
    left = sum(bool(alignment.left[at].concepts & concepts.inverting) for at in alignment.left_over)
    right = sum(bool(alignment.right[to].concepts & concepts.inverting) for to in alignment.right_over)
    yield from (("turned.odd", (left + right) % 2), ("turned", left + right > 0), ("turned.both", bool(left and right)))


def order(alignment: Alignment, found: Sequence[Difference]) -> Iterator[Feature]:
    """Whether linked terms stand in another order, changed sides apart."""
    if any(each.kind == "sides" for each in found):
        return
    places = [link.to for link in _content_links(alignment)]
    named = [link.to for link in alignment.links if link.level == "same" and _is_name(alignment.left[link.at])]
    yield "order", min(6, sum(a > b for a, b in pairwise(places))) / 3
    yield "order.names", any(a > b for a, b in pairwise(named))


def loose(alignment: Alignment) -> Iterator[Feature]:
    """The concepts of what is left over on either side."""
    over = [*(alignment.left[at] for at in alignment.left_over), *(alignment.right[to] for to in alignment.right_over)]
    yield from ((f"over:{concept}", 1.0) for term in over for concept in term.concepts)


def counted(found: Sequence[Difference]) -> Iterator[Feature]:
    """Differences by kind, and whether there is any of a kind."""
    for kind, number in by_kind(found).items():
        yield from ((f"differs.{kind}", RARE.get(kind, 1.0)), (f"differs.{kind}.more", min(number - 1, 2)))
    yield from ((f"differs.{each.rule}", 1.0) for each in found if each.kind == "name")


def named(alignment: Alignment) -> Iterator[Feature]:
    """Names of one text that the other does not have; names that both have."""
    left, right = _unmet(alignment.left, alignment.left_over, alignment.right), \
        _unmet(alignment.right, alignment.right_over, alignment.left)  # fmt: skip
    yield from (("names.both", bool(left and right)), ("names.one", bool(left) != bool(right)))
    yield "names.shared", min(2, sum(_is_name(alignment.left[link.at]) for link in alignment.links)) / 2


def _unmet(terms: Sequence[Term], over: Sequence[int], others: Sequence[Term]) -> list[int]:
    told = {term.country for term in others}
    return [at for at in over if _is_name(terms[at]) and terms[at].country not in told]


def _is_name(term: Term) -> bool:
    return term.kind == "name"


def figures(alignment: Alignment) -> Iterator[Feature]:
    """Numbers that both texts have, or only one of them."""
    left = any(_is_figure(alignment.left[at]) for at in alignment.left_over)
    right = any(_is_figure(alignment.right[to]) for to in alignment.right_over)
    yield "numbers.one", left != right
    yield "numbers.shared", any(_is_figure(alignment.left[link.at]) for link in alignment.links)


def _is_figure(term: Term) -> bool:
    return term.kind == "number"


def beside(alignment: Alignment, concepts: Concepts) -> Iterator[Feature]:
    """Opposites, or words of one concept, around words that both texts have."""
    for reach in (1, 2):
        number = sum(1 for _ in around(alignment, concepts, reach))
        yield from ((f"around.{reach}", min(number, 3) / 2), (f"around.{reach}.any", number > 0))
