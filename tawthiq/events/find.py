"""Who did what to whom."""

from __future__ import annotations

from tawthiq.records import DateMention, Event, Mention, Statement
from tawthiq.text import Text


def events(
    text: Text, mentions: list[Mention], dates: list[DateMention], statements: list[Statement], report: str,
    published: str | None,
) -> list[Event]:  # fmt: skip
    """The events of a report in reading order; `report` is its id, for theirs."""
    return []
