"""Days as numbers, to reckon with."""

from __future__ import annotations

from datetime import date


def day_of(value: str | None) -> int | None:
    """The ordinal of the day that an EDTF or ISO 8601 value begins with; None for a coarser one or none."""
    try:
        return date.fromisoformat((value or "")[:10]).toordinal()
    except ValueError:
        return None


def edtf(day: int | None) -> str | None:
    """The EDTF value of an ordinal."""
    return None if day is None else date.fromordinal(day).isoformat()
