"""Lasting relations that the words state: offices, parts, leaders, backers."""

from __future__ import annotations

from tawthiq.records import Mention, Tie
from tawthiq.text import Text


def ties(text: Text, mentions: list[Mention]) -> list[Tie]:
    """The ties that the text states between what it names."""
    return []
