"""What Tawthiq knows, as the reading room shows it: entries of a layer that hold some words."""

from __future__ import annotations

from collections import Counter
from typing import Any

from msgspec import Struct

from tawthiq.fold import fold
from tawthiq.knowledge import Entry, listed
from tawthiq.lexicon import Lexicon

SHOWN = 60  # entries a page
_EXAMPLES = ("examples", "not_examples")


class KnowledgePage(Struct, frozen=True):
    """What the template needs. layers: each with how many entries it has; number: entries that were found."""

    layers: list[tuple[str, int]]
    layer: str
    words: str
    entries: list[Entry]
    number: int


def knowledge_page(lexicon: Lexicon, layer: str, words: str) -> KnowledgePage:
    """The entries of a layer (of all where it is empty) that hold all of the words."""
    layers = sorted(Counter(entry.layer for entry in lexicon.entries).items())
    wanted = fold(words).split()
    found = [
        entry for entry in lexicon.entries
        if layer in ("", entry.layer) and (not wanted or all(word in _text(entry) for word in wanted))
    ] if layer or wanted else []  # fmt: skip
    return KnowledgePage(layers, layer, words, found[:SHOWN], len(found))


def forms(entry: Entry) -> list[tuple[str, str]]:
    """The keys of an entry and their values, without its examples."""
    return [(key, _written(value)) for key, value in entry.data.items() if key not in _EXAMPLES and value]


def _text(entry: Entry) -> str:
    return fold(" ".join([entry.id, entry.gloss, *(_written(value) for value in entry.data.values())]))


def _written(value: Any) -> str:
    if isinstance(value, dict):
        return "، ".join(f"{key}: {_written(inner)}" for key, inner in value.items())
    return "، ".join(listed(value)) if isinstance(value, (str, list)) else str(value)
