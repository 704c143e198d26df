"""Roles around a finite verb: its subject before or behind it, its object, and what prepositions bring."""

from __future__ import annotations

from collections.abc import Sequence

from tawthiq.events.grammar import Trigger
from tawthiq.events.roles import Roles, fill_behind
from tawthiq.events.scene import Scene
from tawthiq.events.sides import ACTING, sort_of
from tawthiq.events.subjects import FOLLOWS_SUBJECT, Phrases, antecedent, carried_over, subject_before
from tawthiq.lexicon import Match
from tawthiq.text.arguments import Argument
from tawthiq.text.phrases import Phrase

STRIKERS = frozenset(("force", "group", "organisation", "body", "state"))
POINTED_AT = frozenset(("recipient", "both"))


def verb_roles(scene: Scene, match: Match, trigger: Trigger) -> Roles:
    """The roles around a verb that is itself the trigger."""
    behind = scene.arguments(scene.governed_from(match), scene.reach(match))
    before = subject_before(scene, match)
    roles = Roles("subject-verb" if before else "verb-subject")
    subject, objects = _split(scene, match, before, behind)
    governed = any(trigger.frame.behind.get(a.marker) == "recipient" for a in behind)
    if not governed and _passive(scene, match, trigger, subject, objects):
        roles.rule = "passive"
        roles.fill(scene, "recipient", subject)
    else:
        roles.fill(scene, trigger.frame.subject, subject)
        roles.fill(scene, _object_role(trigger, roles), objects)
    _pronoun_object(scene, match, trigger, roles, objects)
    fill_behind(scene, trigger, roles, [a for a in behind if not _source(trigger, a)])
    return roles


def _pronoun_object(scene: Scene, match: Match, trigger: Trigger, roles: Roles, objects: Phrases) -> None:
    """The pronoun behind a verb is its object: اعتقلوه (they arrested him)."""
    if not match.after or objects or trigger.frame.object not in POINTED_AT:
        return
    roles.fill(scene, trigger.frame.object, antecedent(scene, match.first, match.after, roles.both(), ACTING))


def _object_role(trigger: Trigger, roles: Roles) -> str:
    """Whoever is killed or kidnapped is human, by whatever word: خطف مسلحون مطران المدينة (the bishop)."""
    return "human" if trigger.either and trigger.frame.object == "recipient" and roles.actors else trigger.frame.object


def _source(trigger: Trigger, argument: Argument) -> bool:
    """Behind a verb من is `out of`: it brings who acts only behind a noun (اتهامات من X, accusations by X)."""
    return argument.marker == "من" and trigger.frame.behind.get("من") == "actor"


def _split(scene: Scene, match: Match, before: Phrases, behind: Sequence[Argument]) -> tuple[Phrases, Phrases]:
    """Subject and objects among what stands before a verb and bare behind it."""
    bare = [argument.phrases for argument in behind if not argument.marker]
    first = bare[0] if bare else ()
    if before:
        return before, first
    if match.part.endswith(FOLLOWS_SUBJECT) or _object_only(scene, match, bare):
        return _joined_subject(scene, match), first
    joins = match.before[:1] in ("و", "ف")
    if not bare or (joins and behind[0].marker):  # a verb that goes on has its subject right behind it or before
        return _joined_subject(scene, match), first
    return first, bare[1] if len(bare) > 1 else ()


def _joined_subject(scene: Scene, match: Match) -> Phrases:
    """The subject of the verb before one that is joined to it by `and`."""
    joins = match.before[:1] in ("و", "ف") or (match.first and scene.words[match.first - 1].form == "و")
    return carried_over(scene, match.first) if joins else ()


def _object_only(scene: Scene, match: Match, bare: list[Phrases]) -> bool:
    """A feminine verb joined to the clause before it, with one masculine phrase: that is its object."""
    if len(bare) != 1 or not match.before.startswith(("و", "ف")) or not match.part.endswith("3fs"):
        return False
    return scene.view(bare[0][0].head).sort in ("people", "official") and not _feminine(scene, bare[0][0])


def _feminine(scene: Scene, found: Phrase) -> bool:
    return scene.words[found.head].form.endswith(("ه", "ات"))


def _passive(scene: Scene, match: Match, trigger: Trigger, subject: Phrases, objects: Phrases) -> bool:
    """A verb of either voice with one phrase and no object is passive; a thing is no object of one that is no force."""
    if match.part.startswith("passive"):
        return True
    if not trigger.either or not subject or match.after:
        return False
    strikes = sort_of(scene, subject[0]) in STRIKERS
    return not any(strikes or sort_of(scene, o) != "thing" for o in objects)


def participle_roles(scene: Scene, match: Match, trigger: Trigger) -> Roles:
    """The roles around a participle that tells what the subject does besides: متهما (accusing)."""
    roles = Roles("participle")
    behind = scene.arguments(match.last, scene.reach(match))
    roles.fill(scene, trigger.frame.subject, carried_over(scene, match.first))
    if behind and not behind[0].marker:
        roles.fill(scene, trigger.frame.object, behind[0].phrases)
    fill_behind(scene, trigger, roles, [a for a in behind if not _source(trigger, a)])
    return roles
