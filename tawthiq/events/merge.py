"""One act told by several words of a sentence is one event: casualties go with the attack that caused them."""

from __future__ import annotations

from itertools import pairwise

from tawthiq.events.needs import Candidate
from tawthiq.events.scene import Scene
from tawthiq.events.sides import sort_of

REACH = 30  # words between a casualty and the attack that caused it


def merged(scene: Scene, found: list[Candidate]) -> list[Candidate]:
    """The candidates of one sentence without those that tell of another's act once more."""
    _share(found)
    _address(found)
    attacks = [c for c in found if c.trigger.type == "ASSAULT" and not _tells_of_another(c)]
    kept: list[Candidate] = []
    for candidate in sorted(found, key=lambda c: not c.trigger.aims):
        cause = _cause(candidate, attacks) if _tells_of_another(candidate) else None
        if cause is not None:
            _hand_over(scene, candidate, cause)
        elif not candidate.faint and not _repeats(candidate, kept):
            kept.append(candidate)
    types = {c.trigger.type for c in kept if not c.trigger.alone}
    return sorted((c for c in kept if not c.trigger.alone or c.trigger.type not in types), key=_order)


def _order(candidate: Candidate) -> int:
    return candidate.match.first


def _address(found: list[Candidate]) -> None:
    """Protesters protest against those of whom they demand or whom they accuse in the same breath."""
    for protest, demand in pairwise(found):
        address = protest.trigger.type == "PROTEST" and demand.trigger.type in ("REQUEST", "ACCUSE")
        if address and protest.roles.actors and not protest.roles.recipients:
            protest.roles.recipients.extend(demand.roles.recipients)


def _tells_of_another(candidate: Candidate) -> bool:
    """Casualties, and at whom something was aimed, where the sentence names nobody who did it."""
    return (candidate.trigger.casualty or candidate.trigger.aims) and not candidate.roles.actors


def _share(found: list[Candidate]) -> None:
    """Two nouns joined by `and` share the sides that only one of them names (القصف والغارات على X)."""
    for first, second in pairwise(found):
        joined = second.match.first == first.match.last and second.match.before.startswith("و")
        if joined and first.trigger.type == second.trigger.type and not first.roles.both():
            first.roles.actors.extend(second.roles.actors)
            first.roles.recipients.extend(second.roles.recipients)


def _cause(candidate: Candidate, attacks: list[Candidate]) -> Candidate | None:
    """The attack that a casualty belongs to: the nearest, nouns behind it first; a verb only before it."""
    at = candidate.match.first
    near = [c for c in attacks if abs(c.match.first - at) <= REACH and not (c.finite and c.match.first > at)]
    return min(near, key=lambda c: (c.match.first < at, abs(c.match.first - at)), default=None)


def _hand_over(scene: Scene, casualty: Candidate, attack: Candidate) -> None:
    """The dead and wounded are the recipients of the attack, unless it names others."""
    named = [side for side in attack.roles.recipients if sort_of(scene, side) != "site"]
    if not named and casualty.roles.recipients:
        attack.roles.recipients[:] = casualty.roles.recipients


def _repeats(candidate: Candidate, kept: list[Candidate]) -> bool:
    """The same word again in the sentence, with no side of its own."""
    return any(other.trigger.id == candidate.trigger.id and not _new_side(candidate, other) for other in kept)


def _new_side(candidate: Candidate, other: Candidate) -> bool:
    known = {(p.first, p.last) for p in other.roles.both()}
    return any((p.first, p.last) not in known for p in candidate.roles.both())
