"""Roles around a noun: its genitive, its adjectives, prepositions, and the light verbs that carry it."""

from __future__ import annotations

from collections.abc import Sequence

from tawthiq.events.grammar import Trigger
from tawthiq.events.roles import Roles, fill_behind
from tawthiq.events.scene import Scene
from tawthiq.events.sides import ACTING, demonym, sort_of
from tawthiq.events.subjects import FOLLOWS_SUBJECT, Phrases, antecedent, carried_over, subject_before
from tawthiq.lexicon import Match
from tawthiq.text.arguments import Argument, joined
from tawthiq.text.phrases import Phrase
from tawthiq.text.views import FINITE

REACH = 16  # words between a light verb and its noun
PLACES = frozenset(("place", "state", "site"))
AGENTS = frozenset(("force", "body", "organisation", "state"))
CROWD = frozenset(("public", "people", "group", "member"))
TRANSITIVE = frozenset(("recipient", "either", "place"))


def noun_roles(scene: Scene, match: Match, trigger: Trigger) -> Roles:
    """The roles around a noun or verbal noun that is the trigger."""
    roles = Roles("noun")
    if trigger.frame.id == "self":
        roles.fill(scene, "actor", joined(scene.views, match.first, scene.sentence(match.first).stop))
        return roles
    limit = scene.sentence(match.first).stop
    at = _adjectives(scene, match, trigger, roles, limit)
    behind = scene.arguments(at, scene.reach(match))
    _genitive(scene, match, trigger, roles, behind, at)
    _carried_behind(scene, trigger, roles, behind[-1].last if behind else at, limit, bool(behind))
    _carried_before(scene, match, trigger, roles)
    fill_behind(scene, trigger, roles, behind)
    _subject_of_clause(scene, match, trigger, roles, behind)
    return roles


def _subject_of_clause(scene: Scene, match: Match, trigger: Trigger, roles: Roles, behind: Sequence[Argument]) -> None:
    """Whom the clause tells of meets (في لقاء مع X), visits (خلال زيارة إلى X) or is backed (بدعم من X)."""
    frame = trigger.frame
    one_side = frame.genitive == "both" and len(roles.actors) == 1 and any(a.marker == "مع" for a in behind)
    visitor = frame.id == "visit" and not roles.actors
    if (one_side or visitor) and roles.rule in ("noun", "pronoun"):
        found = carried_over(scene, match.first)
        if found and sort_of(scene, found[0]) in ("person", "official", "state", "organisation", "body", "force"):
            roles.fill(scene, "actor", found)
    elif frame.id == "protest" and not roles.actors and roles.rule in ("noun", "pronoun"):
        roles.fill(scene, "actor", [p for p in carried_over(scene, match.first) if sort_of(scene, p) in CROWD])
    elif frame.id == "backer" and not roles.recipients:
        roles.fill(scene, "recipient", carried_over(scene, match.first))


def _adjectives(scene: Scene, match: Match, trigger: Trigger, roles: Roles, limit: int) -> int:
    """Behind the adjectives of the noun; those that name a people name who acts (الغارات التركية)."""
    at = scene.governed_from(match)
    while at < limit and scene.view(at).kind == "noun" and not match.after:
        view = scene.view(at)
        if view.before or (view.definite != match.definite and match.part != "phrase"):
            break
        if not scene.views.adjective(at):
            break
        if demonym(scene, at):
            side = Phrase(at, at + 1, scene.views.start(at), scene.words[at].end, at)
            role = trigger.frame.genitive
            roles.fill(scene, "actor" if role in ("actor", "both", "either", "recipient", "none") else role, (side,))
            roles.rule = "adjective"
        at = view.last
        if at < limit and scene.words[at].form in "-–":
            at += 1
    return at


def _genitive(scene: Scene, match: Match, trigger: Trigger, roles: Roles, behind: Sequence[Argument], at: int) -> None:
    """The phrase or the pronoun right behind a verbal noun; with ل behind it, it acts upon what ل brings."""
    frame = trigger.frame
    if match.after:
        governs = bool(behind) and not behind[0].marker and behind[0].first == at
        role = "actor" if governs or _acts_upon(behind, 0) else frame.genitive
        found = antecedent(scene, match.first, match.after, [], PLACES if role == "place" else ACTING)
        roles.rule = "pronoun"
        if governs:
            roles.fill(scene, role, found)
            roles.fill(scene, "recipient", behind[0].phrases)
            return
    elif behind and not behind[0].marker and behind[0].first == at and not match.definite:
        found = behind[0].phrases
        role = "actor" if _acts_upon(behind, 1) and frame.genitive in TRANSITIVE else frame.genitive
        roles.rule = "genitive"
        if _next_to_another(behind) and _both_named(scene, frame.genitive, found):
            roles.fill(scene, "actor", found)  # اجتياح الميليشيا قرية X (the militia's invasion of the village X)
            roles.fill(scene, frame.object, behind[1].phrases)
            return
    else:
        return
    acts = role == "actor" and frame.genitive in TRANSITIVE
    roles.fill(scene, role, found)
    if acts:
        argument = behind[0 if match.after else 1]
        roles.fill(scene, "place" if frame.genitive == "place" else "recipient", argument.phrases)


def _next_to_another(behind: Sequence[Argument]) -> bool:
    """Whether the first phrase has another right behind it, with nothing that marks it."""
    return len(behind) > 1 and not behind[1].marker and behind[1].first == behind[0].last


def _both_named(scene: Scene, genitive: str, found: Phrases) -> bool:
    """Whether a verbal noun with two phrases right behind it has its actor and its object there."""
    return genitive == "actor" or (genitive in TRANSITIVE and sort_of(scene, found[0]) in AGENTS)


def _acts_upon(behind: Sequence[Argument], index: int) -> bool:
    return len(behind) > index and behind[index].marker == "ل"


def _carried_behind(scene: Scene, trigger: Trigger, roles: Roles, at: int, limit: int, apart: bool) -> None:
    """A light verb behind the noun: هجوم شنه الجيش (an attack that the army launched), غارات استهدفت مواقع X."""
    while at < limit and scene.view(at).kind in ("relative", "date", "auxiliary"):
        if apart and scene.view(at).kind == "relative":
            return
        at = scene.view(at).last
    light = scene.light(at) if at < limit else None
    if light is None or not light.part.startswith((*FINITE, "participle")):
        return
    kind = light.entry.data["kind"]
    behind = scene.arguments(light.last, limit)
    bare = [a.phrases for a in behind if not a.marker]
    if kind == "carry" and light.after and bare:
        roles.fill(scene, _acting(trigger), bare[0])
        roles.light, roles.rule = "carry", "carried-behind"
    elif kind in ("target", "blame") and (light.after == "" or kind == "blame"):
        found = bare[0] if bare else next((a.phrases for a in behind if a.marker == "الي"), ())  # to
        roles.fill(scene, "recipient" if kind == "target" else "actor", found)
        roles.light = roles.light or kind
    else:
        return
    fill_behind(scene, trigger, roles, behind)


def _acting(trigger: Trigger) -> str:
    return trigger.frame.subject if trigger.frame.subject in ("actor", "both") else "actor"


def _carried_before(scene: Scene, match: Match, trigger: Trigger, roles: Roles) -> None:
    """A light verb before the noun: شن الجيش غارات (the army launched raids)."""
    light = _light_before(scene, match.first)
    if light is None:
        return
    kind = light.entry.data["kind"]
    roles.light = roles.light or kind
    if kind not in ("carry", "undergo", "control") or (roles.actors and kind != "undergo"):
        return
    subject = _subject_of(scene, light, match.first)
    roles.fill(scene, "recipient" if kind == "undergo" else _acting(trigger), subject)
    if subject:
        roles.rule = "carried-before"
    if kind == "carry" and light.part.startswith(FINITE):
        between = scene.arguments(light.last, match.first)
        fill_behind(scene, trigger, roles, [a for a in between if a.marker])


def _light_before(scene: Scene, at: int) -> Match | None:
    """The light verb that governs a noun: the nearest before it with no other clause between."""
    carried = None
    for position in scene.backwards(at, REACH):
        light = scene.light(position)
        if light and light.last <= at and light.part.startswith(FINITE):
            return light
        if light and light.last <= at and light.part.startswith("masdar") and not light.definite:
            carried = carried or light
        elif _ends_clause(scene, position):
            break
    return carried


def _ends_clause(scene: Scene, at: int) -> bool:
    form = scene.words[at].form
    stop = scene.view(at).kind == "mark" and form in "،.؛:"
    return stop or (scene.breaks(at) and form not in "()-")


def _subject_of(scene: Scene, light: Match, limit: int) -> Phrases:
    if not light.part.startswith(FINITE):
        return _nearest_side(scene, light.first)
    before = subject_before(scene, light)
    if before:
        return before
    if light.part.endswith(FOLLOWS_SUBJECT):
        return ()
    for argument in scene.arguments(light.last, limit):
        if not argument.marker:
            return tuple(p for p in argument.phrases if p.last <= limit and sort_of(scene, p) != "thing")
    return ()


def _nearest_side(scene: Scene, at: int) -> Phrases:
    """The side nearest before a verbal noun without a finite verb: واصل التنظيم شن هجمات."""
    for start in scene.backwards(at, 10):
        view = scene.view(start)
        if view.kind == "mark" and scene.words[start].form in "،.؛:":
            break
        if view.kind == "name" or (view.kind == "noun" and view.sort):
            found = joined(scene.views, start, at)
            if found and sort_of(scene, found[0]) not in ("thing", "place", "quantity", "site"):
                return found
    return ()
