"""Who says what, through whom."""

from __future__ import annotations

from tawthiq.records import Mention, Statement
from tawthiq.text import Text


def statements(text: Text, mentions: list[Mention], report: str, outlet: str | None) -> list[Statement]:
    """The statements of a report in reading order; `report` is its id, for theirs."""
    return []
