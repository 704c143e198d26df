"""Who is who around a trigger: what the rules for verbs and for nouns fill in."""

from __future__ import annotations

from collections.abc import Iterable

from tawthiq.events.grammar import Trigger
from tawthiq.events.scene import Scene
from tawthiq.events.sides import ACTED_ON, ACTING, armed, resolved, sort_of
from tawthiq.text.arguments import Argument
from tawthiq.text.phrases import Phrase

BY = frozenset(("من قبل", "علي يد", "علي ايدي", "من جانب", "علي يدي"))  # by, at the hands of


SEATED = frozenset(("body", "organisation", "official", "force"))
HIT = ACTED_ON - {"state"}


class Roles:
    """The sides and the places found for one trigger, and the rule that found them."""

    def __init__(self, rule: str) -> None:
        self.rule = rule
        self.actors: list[Phrase] = []
        self.recipients: list[Phrase] = []
        self.places: list[Phrase] = []
        self.light = ""
        self.first: int | None = None
        self.last = 0

    def fill(self, scene: Scene, role: str, phrases: Iterable[Phrase]) -> None:
        """Give phrases a role; what can be no side is left out."""
        fill = _FILLERS.get(role, _nothing)
        for found in _owners(scene, phrases) if role == "recipient" else phrases:
            fill(self, scene, found)

    def both(self) -> list[Phrase]:
        """All sides."""
        return self.actors + self.recipients


def _actor(roles: Roles, scene: Scene, found: Phrase) -> None:
    sort = sort_of(scene, found)
    acts = sort in ACTING or (sort == "site" and armed(scene, found))  # حاجز عسكري (a military checkpoint)
    if acts and _new(roles, found):
        roles.actors.append(found)


def _owners(scene: Scene, phrases: Iterable[Phrase]) -> list[Phrase]:
    """Sites give way to whose they are; where one of several tells, it tells for all (مواقع ومقار X)."""
    pairs = [(found, resolved(scene, found)) for found in phrases]
    owned = any(found is not owner for found, owner in pairs)
    return [owner for found, owner in pairs if not owned or found is not owner or sort_of(scene, found) != "site"]


def _recipient(roles: Roles, scene: Scene, found: Phrase) -> None:
    sort = sort_of(scene, found)
    if sort in ACTED_ON and _new(roles, found):
        roles.recipients.append(found)
    elif sort == "place":
        roles.places.append(found)


def _human(roles: Roles, scene: Scene, found: Phrase) -> None:
    if sort_of(scene, found) == "thing" and _new(roles, found):
        roles.recipients.append(found)
    else:
        _recipient(roles, scene, found)


def _seat(roles: Roles, scene: Scene, found: Phrase) -> None:
    """The body before whose seat something is done, where no other recipient is named."""
    found = resolved(scene, found)
    if not roles.recipients and sort_of(scene, found) in SEATED and _new(roles, found):
        roles.recipients.append(found)


def _hit(roles: Roles, scene: Scene, found: Phrase) -> None:
    """Whom or what a blast was set off at."""
    found = resolved(scene, found)
    if not roles.recipients and sort_of(scene, found) in HIT and _new(roles, found):
        roles.recipients.append(found)
    elif sort_of(scene, found) == "place":
        roles.places.append(found)


def _place(roles: Roles, scene: Scene, found: Phrase) -> None:
    sort = sort_of(scene, found)
    if sort in ("place", "site", "state"):
        roles.places.append(found)
    elif sort in ACTING and _new(roles, found):
        roles.recipients.append(found)


def _either(roles: Roles, scene: Scene, found: Phrase) -> None:
    strikes = armed(scene, found) or sort_of(scene, found) in ("state", "body")
    (_actor if strikes else _recipient)(roles, scene, found)


def _person(roles: Roles, scene: Scene, found: Phrase) -> None:
    if sort_of(scene, found) in ("person", "official"):
        _actor(roles, scene, found)


def _force(roles: Roles, scene: Scene, found: Phrase) -> None:
    if sort_of(scene, found) == "force" and not roles.actors:
        _actor(roles, scene, found)


def _nothing(roles: Roles, scene: Scene, found: Phrase) -> None:
    """The phrase has no part in the event."""


def _new(roles: Roles, found: Phrase) -> bool:
    return all(found.end <= other.start or other.end <= found.start for other in roles.both())


_FILLERS = {
    "actor": _actor, "recipient": _recipient, "both": _actor, "place": _place, "either": _either,
    "seat": _seat, "hit": _hit, "human": _human, "person": _person, "actor-force": _force,
}  # fmt: skip


def fill_behind(scene: Scene, trigger: Trigger, roles: Roles, arguments: Iterable[Argument]) -> None:
    """Give the phrases behind prepositions the roles that the frame names."""
    for argument in arguments:
        role = "actor" if argument.marker in BY else trigger.frame.behind.get(argument.marker, "none")
        if argument.marker == "ل" and role == "actor" and roles.actors:  # of X, but who acts is known: for X
            role = "recipient"
        if argument.marker:
            roles.fill(scene, role, argument.phrases)
            roles.last = max(roles.last, argument.last)
