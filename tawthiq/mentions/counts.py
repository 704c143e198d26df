"""How many of whom."""

from __future__ import annotations

from tawthiq.records import Count
from tawthiq.text import Text


def counts(text: Text) -> list[Count]:
    """Counts of people and things in reading order."""
    return []
