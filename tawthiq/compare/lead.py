"""The lead of a report: what it puts first."""

from __future__ import annotations


def lead_end(text: str) -> int:
    """Where the title and the first paragraph end."""
    first = text.find("\n")
    second = text.find("\n", first + 1) if first >= 0 else -1
    return second if second >= 0 else len(text)
