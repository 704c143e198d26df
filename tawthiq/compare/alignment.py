"""Which terms of two texts stand for each other, and which are left over on each side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Literal, NamedTuple

from tawthiq.compare.terms import Term

Level = Literal["same", "country", "meaning", "root", "spelling"]
Key = Callable[[Term], Iterable[str]]
Side = tuple[Sequence[Term], Sequence[int], Key]  # terms, those of them that are free, what they are known by
SPELT = 4  # letters that two spellings of one unknown word share at least


class Link(NamedTuple):
    """left[at] and right[to] stand for each other, and by what."""

    at: int
    to: int
    level: Level


class Alignment(NamedTuple):
    """The links of two lists of terms in the order of the left one, and the positions left over."""

    left: Sequence[Term]
    right: Sequence[Term]
    links: list[Link]
    left_over: list[int]
    right_over: list[int]


def _same(term: Term) -> Iterable[str]:
    return (f"{term.kind if term.kind != 'function' else 'word'}:{term.key}",)


def _written(term: Term) -> Iterable[str]:
    """The stem of a word, or of a name that may be a word after all (السيول: the floods, Seoul)."""
    return (term.stem,) if term.stem else () if term.kind in ("name", "number") else (term.key,)


def _state(term: Term) -> Iterable[str]:
    return (term.country,) if term.sort == "state" else ()


def _of_state(term: Term) -> Iterable[str]:
    """A place or a body of a state may stand for the state; a person is someone of their own."""
    return (term.country,) if term.country and term.sort not in ("state", "person") else ()


def _meaning(term: Term) -> Iterable[str]:
    return sorted(term.concepts)


def _root(term: Term) -> Iterable[str]:
    return (term.skeleton,) if term.skeleton else ()


def _spelling(term: Term) -> Iterable[str]:
    """The first letters of a longer word: its end may be spelt or inflected in another way."""
    return (term.key[:SPELT],) if term.kind == "word" and len(term.key) > SPELT else ()


LEVELS: tuple[tuple[Level, Key, Key], ...] = (
    ("same", _same, _same),
    ("same", _written, _written),
    ("country", _state, _of_state),
    ("country", _of_state, _state),
    ("root", _root, _root),
    ("meaning", _meaning, _meaning),
    ("spelling", _spelling, _spelling),
)


def align(left: Sequence[Term], right: Sequence[Term]) -> Alignment:
    """Links from the surest level to the weakest, each term in one link at most, the nearest in place first."""
    links: list[Link] = []
    free_left, free_right = list(range(len(left))), list(range(len(right)))
    for level, key, other_key in LEVELS:
        sides = ((left, free_left, key), (right, free_right, other_key))
        found = [Link(at, to, level) for at, to in _matched(*sides)]
        links.extend(found)
        gone_left, gone_right = {link.at for link in found}, {link.to for link in found}
        free_left = [at for at in free_left if at not in gone_left]
        free_right = [to for to in free_right if to not in gone_right]
    return Alignment(left, right, sorted(links), free_left, free_right)


def _matched(left: Side, right: Side) -> list[tuple[int, int]]:
    """Positions with equal keys, in the order in which they stand on both sides."""
    waiting: defaultdict[str, list[int]] = defaultdict(list)
    for to in reversed(right[1]):
        for name in right[2](right[0][to]):
            waiting[name].append(to)
    return list(_chosen(left, waiting))


def _chosen(left: Side, waiting: Mapping[str, list[int]]) -> Iterator[tuple[int, int]]:
    taken: set[int] = set()
    for at in left[1]:
        queues = [waiting[name] for name in left[2](left[0][at]) if name in waiting]
        to = next((found for found in map(partial(_first_free, taken=taken), queues) if found is not None), None)
        if to is not None:
            taken.add(to)
            yield at, to


def _first_free(queue: list[int], taken: set[int]) -> int | None:
    while queue and queue[-1] in taken:
        queue.pop()
    return queue[-1] if queue else None
