"""All forms of all entries over folded words, with what the matcher needs to look them up: compiled once."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable

import msgspec

from tawthiq import knowledge
from tawthiq.fold import fold
from tawthiq.knowledge import Entry
from tawthiq.words import words

Terms = list[tuple[int, str]]  # the numbers of entries, each with the part of the form

_ENTRY = msgspec.msgpack.Decoder(Entry)
_TERMS = msgspec.msgpack.Decoder(Terms)


class Compiled(msgspec.Struct, array_like=True):
    """The matcher as it is cached. Entries and the terms of a phrase stay packed until they are asked for: a report
    needs few of them, and to unpack all takes longer than to read it.

    entries: packed, by number. layers: the numbers of each layer's entries. phrases: the packed terms by folded
    words. starts, pairs: how long the longest phrase is that starts with a word, or with two words.
    """

    entries: list[msgspec.Raw]
    layers: dict[str, list[int]]
    phrases: dict[str, msgspec.Raw]
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
    layers: defaultdict[str, list[int]] = defaultdict(list)
    for number, entry in enumerate(chosen):
        layers[entry.layer].append(number)
    terms = {key: _packed(sorted(set(found))) for key, found in phrases.items()}
    return Compiled(list(map(_packed, chosen)), layers, terms, starts, pairs, frequency)


def _packed(thing: Entry | Terms) -> msgspec.Raw:
    return msgspec.Raw(msgspec.msgpack.encode(thing))


class Entries(dict[int, Entry]):
    """Entries by number, each unpacked when it is first asked for."""

    def __init__(self, packed: list[msgspec.Raw]) -> None:
        self._packed = packed

    def __missing__(self, number: int) -> Entry:
        entry = _ENTRY.decode(self._packed[number])
        self[number] = Entry(sys.intern(entry.layer), entry.id, entry.gloss, entry.data)
        return self[number]


def terms_of(packed: msgspec.Raw | None) -> Terms:
    """The terms of a phrase, unpacked; none for no phrase."""
    return [(number, sys.intern(part)) for number, part in _TERMS.decode(packed)] if packed is not None else []
