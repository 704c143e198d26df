"""Places in reports that results of a comparison point to."""

from __future__ import annotations

from msgspec import Struct


class Cited(Struct, frozen=True):
    """A stretch of one report: its id, code points of its text, and the words there."""

    report: str
    start: int
    end: int
    text: str
