"""What the tagger sees of each word: its letters, how common it is, what the lexicon says of it.

The words stand folded and without an attached و ف ب ل ك where the frequencies say that it is one,
so that training data that writes them apart and news that does not look the same. The features of a
word come in blocks, one for the word itself and one for each neighbour, so that the tagger can
remember what a block weighs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import NamedTuple

from tawthiq.lexicon import Lexicon, Match
from tawthiq.text import Text

_LAYERS = {
    "given_name": "given", "family_name": "family", "name_particle": "particle", "title": "title",
    "place": "place", "place_head": "placehead", "org_head": "orghead", "function": "function",
    "name_link": "link",
}  # fmt: skip
_ACTORS = {"state": "state", "group": "people", "person": "person"}
_JOINED = frozenset("وفبلك")  # and, so, in, to, like


class Seen(NamedTuple):
    """A word as the tagger sees it: stem, whole Zipf frequency, codes joined by +, whether و or ف is written to it."""

    stem: str
    common: int
    codes: str
    joined: bool = False


EDGE = Seen("-", 0, "-")


def seen(text: Text, codes: dict[int, str]) -> Iterator[Seen]:
    """What the tagger sees of the words of a text; codes as `codes_of` gives them."""
    lexicon = text.lexicon
    return (look(word.form, codes.get(at, ""), lexicon) for at, word in enumerate(text.words))


def look(form: str, codes: str, lexicon: Lexicon) -> Seen:
    """What the tagger sees of a word of this form."""
    stem = _stem(form, lexicon.zipf)
    return Seen(stem, int(lexicon.zipf(stem)), codes, stem is not form and form[0] in "وف")


def own(word: Seen) -> tuple[str, ...]:
    """Features of the word itself: stem, frequency, shape, affixes, and what the lexicon takes it for."""
    stem, common = word.stem, f"z={word.common}"
    codes = ("c=" + code for code in word.codes.split("+"))
    if not stem.isalnum() or stem.isdigit():
        return ("digits" if stem.isdigit() else "w=" + stem, common)
    shape = "latin" if stem.isascii() else "short" if len(stem) < 4 else "middle" if len(stem) < 8 else "long"
    affixes = (f"p2={stem[:2]}", f"p3={stem[:3]}", f"s1={stem[-1:]}", f"s2={stem[-2:]}", f"s3={stem[-3:]}")
    return ("w=" + stem, common, shape, *(affixes if len(stem) > 3 else ()), *codes)


def beside(word: Seen, offset: int) -> tuple[str, ...]:
    """Features that a word gives to the word `offset` places before it (behind it, if negative)."""
    near = (f"z{offset}={word.common}",) if abs(offset) == 1 else ()
    return (f"w{offset}={word.stem}", f"k{offset}={word.codes}", *near)


def between(codes: str, after: str) -> tuple[str, str]:
    """Features that the codes of two neighbours give to the first and to the second of them."""
    pair = f"{codes},{after}"
    return "k0,1=" + pair, "k-1,0=" + pair


def codes_of(text: Text) -> dict[int, str]:
    """What the lexicon takes words for, joined by +; words inside a longer match get a code of their own."""
    codes: defaultdict[int, set[str]] = defaultdict(set)
    for layer in (*_LAYERS, "actor"):
        for match in text.layer(layer):
            code = _code(match)
            codes[match.first].add(code)
            for inner in range(match.first + 1, match.last):
                codes[inner].add("in-" + code)
    return {at: "+".join(sorted(found)) for at, found in codes.items()}


def _code(match: Match) -> str:
    entry = match.entry
    if entry.layer == "actor":
        return _actor_code(match)
    return _LAYERS[entry.layer] + "-common" if entry.data.get("common") else _LAYERS[entry.layer]


def _actor_code(match: Match) -> str:
    if match.part.startswith(("adjective", "noun")):
        return "demonym" if match.part.startswith("adjective") else "people"
    weak = "weak-" if match.part == "weak_name" else ""
    return weak + _ACTORS.get(match.entry.id.partition(".")[0], "body")


def _stem(form: str, zipf: Callable[[str], float]) -> str:
    """The word without a conjunction or preposition written to it."""
    if len(form) < 4 or form[0] not in _JOINED:
        return form
    if form.startswith("لل"):
        return "ال" + form[2:]
    rest = form[1:]
    joined = zipf(form) < zipf(rest) if form[0] in "وف" else zipf(form) == 0 < zipf(rest)
    return rest if joined else form
