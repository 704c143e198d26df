"""All forms of all entries over folded words, with what the matcher needs to look them up: compiled once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import msgspec

from tawthiq import knowledge
from tawthiq.fold import fold
from tawthiq.knowledge import Entry
from tawthiq.words import words


class Compiled(msgspec.Struct):
    """The matcher as it is cached: phrases over folded words, and how long the longest is that starts with a word,
    or with two words."""

    entries: list[Entry]
    phrases: dict[str, list[tuple[int, str]]]
    starts: dict[str, int]
    pairs: dict[str, int]
    frequency: dict[str, int]


def key_of(phrase: str) -> str:
    """The folded words of a phrase, cut as those of a text are (أ.ف.ب, AFP, is five), one space between."""
    if phrase.replace(" ", "").isalpha():
        return fold(phrase)
    return " ".join(word.form for word in words(phrase))


def compile_entries(entries: Iterable[Entry], frequency: dict[str, int]) -> Compiled:
    """Every form of every entry; a later entry replaces an earlier one of the same id."""
    chosen = list({(entry.layer, entry.id): entry for entry in entries}.values())
    phrases: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    starts: dict[str, int] = {}
    for number, entry in enumerate(chosen):
        for form in set(knowledge.forms_of(entry)):
            key = key_of(form.text)
            phrases[key].append((number, form.part))
            head, *rest = key.split(" ")
            starts[head] = max(starts.get(head, 0), 1 + len(rest))
    pairs: dict[str, int] = {}
    for several in (key.split(" ") for key in phrases if " " in key):
        pair = f"{several[0]} {several[1]}"
        pairs[pair] = max(pairs.get(pair, 0), len(several))
    return Compiled(chosen, {key: sorted(set(terms)) for key, terms in phrases.items()}, starts, pairs, frequency)
