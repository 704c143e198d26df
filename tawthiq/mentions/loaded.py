"""Words that take a side."""

from __future__ import annotations

from tawthiq.records import Loaded, Mention
from tawthiq.text import Text


def loaded(text: Text, mentions: list[Mention]) -> list[Loaded]:
    """Loaded words in reading order, each with a neutral wording and whom it is said of."""
    return []
