"""The conditions that keep a word with many uses from naming a political event."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from tawthiq.errors import KnowledgeError
from tawthiq.events.grammar import Trigger
from tawthiq.events.roles import Roles
from tawthiq.events.scene import Scene
from tawthiq.events.sides import armed, demonym, political, sort_of
from tawthiq.lexicon import Match
from tawthiq.text.views import FINITE

OFF_TOPIC = "a political sentence"
NEAR = 8  # words behind a trigger that count as close


class Candidate(NamedTuple):
    """A trigger found in a text with its roles. faint: no event alone, only part of one beside it."""

    match: Match
    trigger: Trigger
    roles: Roles
    finite: bool
    faint: bool = False


def excluded(scene: Scene, match: Match, trigger: Trigger) -> str | None:
    """Why a word names no event whatever its roles are: its sentence is of sport or leisure, or what has to stand
    near it does not. None where its roles have to be read.

    Raises KnowledgeError where a trigger names a condition that does not exist.
    """
    unknown = trigger.needs - CONDITIONS.keys()
    if unknown:
        raise KnowledgeError(f"{trigger.id}: no such condition: {min(unknown)}")
    if scene.off_topic(match.first):
        return OFF_TOPIC
    return "near" if trigger.near and match.part != "phrase" and not _near(scene, match, trigger.near) else None


def missing(scene: Scene, candidate: Candidate) -> str | None:
    """The first condition on its roles that a trigger lacks; None where all hold."""
    return next((need for need in sorted(candidate.trigger.needs) if not CONDITIONS[need](scene, candidate)), None)


def _near(scene: Scene, match: Match, near: frozenset[str]) -> bool:
    limit = min(scene.sentence(match.first).stop, match.last + NEAR)
    forms = [scene.words[at].form for at in range(match.last, limit)]
    return any(form in near or (form[:1] in near and len(form) > 3) for form in forms)


def _sides(scene: Scene, candidate: Candidate, sorts: frozenset[str]) -> bool:
    return any(sort_of(scene, side) in sorts for side in candidate.roles.both())


def _side(scene: Scene, c: Candidate) -> bool:
    return any(political(scene, side) for side in c.roles.both())


def _armed(scene: Scene, c: Candidate) -> bool:
    return any(armed(scene, side) for side in c.roles.both())


def _two(scene: Scene, c: Candidate) -> bool:
    known = len(c.roles.actors) + len(c.roles.recipients) + c.match.part.endswith(".1p")  # we: the speaker's side
    return known > 1


def _accusative(scene: Scene, c: Candidate) -> bool:
    """A participle that tells what someone does besides: indefinite, ending in ا، ة، ين."""
    return not c.match.definite and scene.words[c.match.last - 1].form.endswith(("ا", "ه", "ين"))


def _territory(scene: Scene, c: Candidate) -> bool:
    return bool(c.roles.places) or any(sort_of(scene, s) == "site" for s in c.roles.both())


def _military(scene: Scene, c: Candidate) -> bool:
    """Forces; an aircraft only where its adjectives say whose or what it is."""
    for side in c.roles.actors:
        match = scene.view(side.head).match
        if sort_of(scene, side) == "force" and match:
            return match.entry.id != "side.aircraft" or any(
                demonym(scene, at) or scene.words[at].form.endswith(("حربيه", "عسكريه", "مقاتله"))  # war, military
                for at in range(side.head + 1, side.last)
            )
    return False


def _people(scene: Scene, c: Candidate) -> bool:
    human = frozenset(("people", "person", "public", "official", "member", "force", "group"))
    return any(sort_of(scene, side) in human for side in c.roles.recipients)


def _crowd(scene: Scene, c: Candidate) -> bool:
    crowd = frozenset(("public", "people", "member", "group", "body", "organisation", "force"))
    return any(sort_of(scene, side) in crowd for side in c.roles.actors)


def _protesters(scene: Scene, c: Candidate) -> bool:
    """Some side is called protesters."""
    return any(
        match.entry.id == "side.protester"
        for side in c.roles.both()
        for at in range(side.first, side.last)
        for match in scene.text.at(at, "side")
    )


def _masses(scene: Scene, c: Candidate) -> bool:
    """People who act together: students, workers, residents, thousands."""
    return _protesters(scene, c) or any(sort_of(scene, side) in ("public", "people") for side in c.roles.actors)


def _officials(scene: Scene, c: Candidate) -> bool:
    return _sides(scene, c, frozenset(("official", "person", "body", "state")))


CONDITIONS: dict[str, Callable[[Scene, Candidate], bool]] = {
    "side": _side,
    "political": _side,
    "armed": _armed,
    "armed-or-site": lambda scene, c: _armed(scene, c) or _sides(scene, c, frozenset(("site",))),
    "military": _military,
    "actor": lambda scene, c: bool(c.roles.actors),
    "recipient": lambda scene, c: bool(c.roles.recipients),
    "light": lambda scene, c: c.roles.light in ("carry", "undergo"),
    "two": _two,
    "accusative": _accusative,
    "verbal": lambda scene, c: c.finite or scene.view(c.match.first).kind == "verb",
    "territory": _territory,
    "people": _people,
    "crowd": _crowd,
    "masses": _masses,
    "protesters": _protesters,
    "crowd-or-none": lambda scene, c: _crowd(scene, c) or not c.roles.actors,
    "official": _officials,
    "body": lambda scene, c: _sides(scene, c, frozenset(("body", "organisation", "state", "person", "official"))),
    "force": lambda scene, c: _sides(scene, c, frozenset(("force",))),
    "place-after": lambda scene, c: bool(c.roles.places),
    "side-or-none": lambda scene, c: _side(scene, c) or not c.roles.both(),
    "inquiry": lambda scene, c: _side(scene, c) or c.roles.light in ("carry", "undergo"),
    "march": lambda scene, c: bool(c.roles.actors or c.roles.recipients) or c.roles.light != "",
    "speech": lambda scene, c: c.finite,
    "predicate": lambda scene, c: not c.match.definite,
    "backer": lambda scene, c: bool(c.roles.actors),
}


def is_finite(match: Match) -> bool:
    """Whether a match is a finite verb."""
    return match.part.startswith(FINITE)
