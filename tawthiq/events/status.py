"""Whether an event is told as done, denied, coming, supposed, or long past."""

from __future__ import annotations

from tawthiq.events.needs import Candidate
from tawthiq.events.scene import Scene
from tawthiq.records import Status

REACH = 5  # words before a trigger that may qualify it
QUALIFIERS: dict[str, Status] = {"negation": "negated", "future": "future", "hypothetical": "hypothetical"}


def status_of(scene: Scene, candidate: Candidate, date: str | None, published: str | None) -> Status:
    """The status of an event; `date` and `published` are EDTF values or None."""
    if candidate.match.before.endswith("س"):  # will
        return "future"
    qualified = _qualified(scene, candidate)
    if qualified:
        return qualified
    if date and published and _year(date) < _year(published) - 1:
        return "historical"
    return "actual"


def _qualified(scene: Scene, candidate: Candidate) -> Status | None:
    for at in scene.backwards(candidate.match.first, REACH):
        kind = scene.view(at).kind
        if kind in QUALIFIERS:
            return QUALIFIERS[kind]
        if scene.breaks(at):
            return None
    return None


def _year(value: str) -> int:
    return int(value[:4]) if value[:4].isdigit() else 9999
