"""Triggers: the words that name events, each with its roles, where its conditions hold."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from tawthiq.events.needs import Candidate, is_finite, missing
from tawthiq.events.nominal import noun_roles
from tawthiq.events.scene import Scene
from tawthiq.events.verbal import verb_roles
from tawthiq.lexicon import Match


def candidates(scene: Scene) -> list[Candidate]:
    """The triggers of a text in reading order, at most one for any word."""
    found: list[Candidate] = []
    matches = sorted(scene.text.layer("trigger"), key=lambda m: (m.first, -m.last))
    taken = 0
    for first, group in groupby(matches, key=lambda m: m.first):
        candidate = _first_that_holds(scene, [m for m in group if first >= taken])
        if candidate:
            found.append(candidate)
            taken = candidate.match.last
    return found


def _first_that_holds(scene: Scene, matches: list[Match]) -> Candidate | None:
    """Of the readings of one word the first whose conditions hold: longer ones and narrower ones before others."""
    for match in sorted(matches, key=lambda m: _rank(scene, m)):
        if _readable(scene, match):
            candidate = _read(scene, match)
            lacks = missing(scene, candidate)
            if scene.text.trace is not None:
                word = scene.text.span_of(match.first, match.last).text
                scene.text.trace.note("events", word, match.entry.id, f"lacks {lacks}" if lacks else "found")
            if lacks is None:
                return candidate
    return None


def _rank(scene: Scene, match: Match) -> tuple[int, int, bool, int, str]:
    trigger = scene.grammar.triggers[match.entry.id]
    clitics = len(match.after) + len(match.before.removesuffix("ال"))
    return (-match.last, clitics, not trigger.near, -len(trigger.needs), trigger.id)


def _readable(scene: Scene, match: Match) -> bool:
    """Whether the word may be what the match takes it for: a finite verb, or a noun."""
    view = scene.view(match.first)
    if is_finite(match):
        return view.kind == "verb" and not match.definite
    if match.part == "phrase":
        return True
    return view.kind in ("noun", "name") or match.definite


def _read(scene: Scene, match: Match) -> Candidate:
    trigger = scene.grammar.triggers[match.entry.id]
    finite = is_finite(match)
    roles = verb_roles(scene, match, trigger) if finite else noun_roles(scene, match, trigger)
    return Candidate(match, trigger, roles, finite)


def by_sentence(scene: Scene, found: list[Candidate]) -> Iterator[list[Candidate]]:
    """The candidates of each sentence that has any."""
    for _, group in groupby(found, key=lambda c: scene.text.sentence_of(c.match.start)):
        yield list(group)
