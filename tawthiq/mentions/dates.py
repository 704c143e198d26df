"""Expressions of time and their EDTF values."""

from __future__ import annotations

from tawthiq.records import DateMention
from tawthiq.text import Text


def dates(text: Text, published: str | None) -> list[DateMention]:
    """Expressions of time in reading order, reckoned from `published` (EDTF day, or None)."""
    return []
