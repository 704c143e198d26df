"""Whom a report credits: the agency in the brackets of its dateline or byline, or behind its last words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tawthiq.records import Reading

_BRACKETS = re.compile(r"\(([^()\n]{2,60})\)")
_PARTED = re.compile(r"\s*[،,/\-–—+|]\s*")
DATELINE_RULES = ("rule:agency-in-brackets", "rule:outlet-before-place")


def credits_of(reading: Reading) -> tuple[str, ...]:
    """Names credited, in the order in which they stand, each once."""
    return tuple(dict.fromkeys(_credited(reading)))


def _credited(reading: Reading) -> Iterator[str]:
    for mention in reading.mentions:
        if mention.rule.startswith(DATELINE_RULES):
            yield mention.text
    lines = [block.text for block in reading.blocks if block.role == "byline"]
    for line in (reading.report.byline or "", *lines):
        for inside in _BRACKETS.findall(line):
            yield from filter(None, _PARTED.split(inside))
