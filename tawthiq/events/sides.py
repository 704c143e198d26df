"""Sides: which noun phrase may act or be acted upon in a political event, and by which words it is known."""

from __future__ import annotations

from tawthiq.events.scene import Scene
from tawthiq.records import Side
from tawthiq.text.arguments import joined
from tawthiq.text.phrases import Phrase, phrase

POLITICAL = frozenset(("state", "organisation", "group", "force", "body", "official", "member", "person"))
ACTING = POLITICAL | {"public", "people", "firm"}
ACTED_ON = ACTING | {"site"}
ARMED = frozenset(("force", "member"))


def sort_of(scene: Scene, side: Phrase) -> str:
    """What sort of side a phrase names: state, organisation, person, force, body…, place, or thing."""
    view = scene.view(side.head)
    if view.kind == "number":
        return "people"
    if view.kind == "name":
        named = _named(scene, side.head)
        return named if named in ("state", "person") else view.sort or named
    if view.sort:
        return "people" if view.sort == "quantity" else view.sort  # الآلاف (thousands)
    return "group" if demonym(scene, side.head) else "thing"


def _named(scene: Scene, at: int) -> str:
    mention = scene.views.names[at][1]
    if mention.kind == "place":
        return "state" if (mention.actor or "").startswith("state.") else "place"
    return mention.kind


def demonym(scene: Scene, at: int) -> bool:
    """Whether a word is the adjective or the name of a people (التركي, Turkish; الأكراد, the Kurds)."""
    return any(m.part.startswith(("adjective", "noun")) for m in scene.text.at(at, "actor"))


def political(scene: Scene, side: Phrase) -> bool:
    """Whether a phrase names a state, a body, an armed or other group, or an official."""
    return sort_of(scene, side) in POLITICAL


def armed(scene: Scene, side: Phrase) -> bool:
    """Whether a phrase names an armed side, or one that the lexicon knows as armed."""
    if sort_of(scene, side) in ARMED:
        return True
    words = range(side.first, side.last)
    if any(m.entry.data.get("armed") for at in words for m in scene.text.at(at, "quality")):
        return True
    return any(m.entry.id.startswith("armed.") or m.entry.data.get("sector") in ("REB", "MIL", "UAF")
               for at in words for m in scene.text.at(at, "actor"))  # fmt: skip


def owner(scene: Scene, site: Phrase) -> Phrase | None:
    """Whose a site is: مواقع لتنظيم X, مواقع تابعة لتنظيم X, مواقع تنظيم X (positions of organisation X)."""
    limit = scene.sentence(site.head).stop
    for at in range(site.head + 1, site.last):
        inner = phrase(scene.views, at, limit)
        if inner and sort_of(scene, inner) in POLITICAL and not demonym(scene, at):
            return inner
    at, alone = site.last, False
    if at < limit and scene.words[at].form.startswith("تابع"):  # belonging to
        at += 1
    if at + 1 < limit and scene.words[at].form == "ل":  # to, written apart
        at += 1
        alone = True
    if at < limit and (alone or scene.view(at).before == "ل"):
        inner = phrase(scene.views, at, limit)
        return inner if inner and sort_of(scene, inner) in POLITICAL else None
    return None


def resolved(scene: Scene, side: Phrase) -> Phrase:
    """The owner of a site, or whose a thing is (قرار X, the decision of X), where the words tell; else the phrase."""
    sort = sort_of(scene, side)
    if sort == "site":
        return owner(scene, side) or side
    return inner_side(scene, side) or side if sort == "thing" else side


def inner_side(scene: Scene, thing: Phrase) -> Phrase | None:
    """The political side inside a phrase: تصريحات الوزير (the remarks of the minister)."""
    for at in range(thing.head + 1, thing.last):
        found = phrase(scene.views, at, thing.last)
        if found and sort_of(scene, found) in POLITICAL and not scene.views.adjective(at):
            return found
    return None


def shortest(scene: Scene, side: Phrase) -> tuple[int, int]:
    """The offsets of the shortest words that identify a side: a person's name without title."""
    for at in range(side.first, side.last):
        if at in scene.views.names and scene.views.names[at][1].kind == "person" and at >= side.head:
            mention = scene.views.names[at][1]
            if scene.view(side.head).sort in ("official", "") or at == side.head:
                return mention.start, mention.end
    return side.start, side.end


def side_of(scene: Scene, phrase_: Phrase) -> Side:
    """The record of a side, with the actor that its words stand for."""
    start, end = shortest(scene, phrase_)
    return Side(start, end, scene.text.content[start:end], _actor(scene, phrase_))


def _actor(scene: Scene, side: Phrase) -> str | None:
    for at in range(side.first, side.last):
        if at in scene.views.names and scene.views.names[at][1].actor:
            return scene.views.names[at][1].actor
    known = (m.entry.id for at in range(side.first, side.last) for m in scene.text.at(at, "actor"))
    return next(known, None)


def phrases_at(scene: Scene, at: int) -> tuple[Phrase, ...]:
    """The phrase at a word and those joined to it by `and`."""
    return joined(scene.views, at, scene.sentence(at).stop)
