"""Persons, organisations, groups and roles."""

from __future__ import annotations

from tawthiq.records import Mention
from tawthiq.text import Text


def names(text: Text) -> list[Mention]:
    """Mentions of persons, organisations, groups and roles in reading order."""
    return []
