"""What a cue is and what it takes: the keys of data/cues as attributes."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from tawthiq.fold import fold
from tawthiq.knowledge import listed
from tawthiq.lexicon import Match

ATTACHED = frozenset("بل")
FINITE = frozenset(("3ms", "3fs", "3mp", "3md", "3fd"))
VERBS = ("past", "present", "jussive")


class Cue:
    """A cue found in a text. Its keys are those of data/cues (described in verbs.toml)."""

    def __init__(self, match: Match) -> None:
        self.match = match
        self.first, self.last = match.first, match.last
        self.id, self.part = match.entry.id, match.part
        self.data: dict[str, Any] = match.entry.data
        kind, _, ending = match.part.partition(".")
        self.finite = kind in VERBS
        self.participle = kind == "participle"
        self.agreement = ending[-2:] if self.finite or self.participle else ""

    def has(self, key: str) -> Any:
        """A key of the entry; None where it has none."""
        return self.data.get(key)

    @property
    def conjoined(self) -> bool:
        """Whether و or ف (and, so) is attached."""
        return self.match.before[:1] in ("و", "ف")

    @cached_property
    def that(self) -> bool:
        """Whether a clause with أن (that) is its content."""
        return bool(self.data.get("that", True))

    @cached_property
    def direct(self) -> bool:
        """Whether a colon or a quotation behind it is its content."""
        return bool(self.data.get("direct", True))

    @cached_property
    def only(self) -> str:
        """What it counts only with: that, quote, document; "" for no such bound."""
        return str(self.data.get("only", ""))

    @cached_property
    def prepositions(self) -> frozenset[str]:
        """Free prepositions that lead to the content, folded."""
        return frozenset(fold(p) for p in listed(self.data.get("through")) if p not in ATTACHED)

    @cached_property
    def attached(self) -> str:
        """The attached prepositions that lead to the content (ب, ل), as one string; "" for none."""
        return "".join(p for p in listed(self.data.get("through")) if p in ATTACHED)

    @cached_property
    def leads(self) -> frozenset[str]:
        """All prepositions that lead to the content, free and attached."""
        return self.prepositions | frozenset(self.attached)

    def words(self, key: str) -> frozenset[str]:
        """The words under a key, folded."""
        return frozenset(fold(word) for word in listed(self.data.get(key)))
