"""Where and when an event took place, and the statement that it is told in."""

from __future__ import annotations

from tawthiq.events.needs import Candidate
from tawthiq.events.scene import Scene
from tawthiq.records import Span, Statement
from tawthiq.text.phrases import Phrase

REACH = 25  # words between a trigger and its place or date


def place_of(scene: Scene, candidate: Candidate) -> Span | None:
    """The place name that the roles bring, else the nearest one behind `in`, behind the trigger first."""
    for found in candidate.roles.places:
        for at in range(found.first, found.last):
            if _is_place(scene, at):
                return _span(scene, at)
    at = candidate.match.first
    behind = [i for i in scene.places_around(at) if abs(i - at) <= REACH and _located(scene, i)]
    best = min(behind, key=lambda i: (i < at, abs(i - at)), default=None)
    return _span(scene, best) if best is not None else None


def _is_place(scene: Scene, at: int) -> bool:
    return at in scene.views.names and scene.views.names[at][1].kind == "place"


def _located(scene: Scene, at: int) -> bool:
    """Whether a place name stands behind `in`, directly or behind a class word (في مدينة X)."""
    if scene.view(at).before == "ب":  # in
        return True
    for before in scene.backwards(at, 3):
        if scene.view(before).kind == "preposition" or scene.view(before).before == "ب":
            return True
        if scene.view(before).sort != "place" and scene.view(before).kind != "noun":
            return False
    return False


def _span(scene: Scene, at: int) -> Span:
    mention = scene.views.names[at][1]
    return Span(mention.start, mention.end, mention.text)


def date_of(scene: Scene, candidate: Candidate) -> str | None:
    """The value of the date expression nearest to the trigger in its sentence."""
    at = candidate.match.first
    words = scene.sentence(at)
    first, last = scene.words[words.start].start, scene.words[words.stop - 1].end
    near = [d for d in scene.dates if first <= d.start < last and d.value]
    best = min(near, key=lambda d: abs(scene.text.word_at(d.start) - at), default=None)
    return best.value if best and abs(scene.text.word_at(best.start) - at) <= REACH else None


def statement_of(scene: Scene, start: int) -> Statement | None:
    """The innermost statement whose content holds an offset."""
    holding = [s for s in scene.statements if s.content.start <= start < s.content.end]
    return min(holding, key=lambda s: s.content.end - s.content.start, default=None)


def spans(phrases: list[Phrase]) -> list[tuple[int, int]]:
    """The offsets of phrases."""
    return [(p.start, p.end) for p in phrases]
