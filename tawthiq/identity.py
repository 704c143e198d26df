"""Ids made from content, so that reading again changes nothing and ids stay citable."""

from __future__ import annotations

import hashlib


def record_id(report: str, kind: str, *offsets: int) -> str:
    """The id of a record: 16 hex digits of sha256 over report id, kind of record and its offsets."""
    content = ":".join([report, kind, *map(str, offsets)])
    return hashlib.sha256(content.encode()).hexdigest()[:16]
