"""Roles around a finite verb: its subject before or behind it, its object, and what prepositions bring."""

from __future__ import annotations

from tawthiq.events.grammar import Trigger
from tawthiq.events.roles import Roles, fill_behind
from tawthiq.events.scene import Scene
from tawthiq.events.sides import ACTING, sort_of
from tawthiq.lexicon import Match
from tawthiq.text.arguments import arguments, joined
from tawthiq.text.phrases import Phrase, phrase

SUBJECTS = ACTING | {"site", "place", "source"}
FOLLOWS_SUBJECT = (".3mp", ".3md", ".3fd", ".3fp")  # a verb before its subject stands in the singular


def verb_roles(scene: Scene, match: Match, trigger: Trigger) -> Roles:
    """The roles around a verb that is itself the trigger."""
    behind = list(arguments(scene.views, match.last, scene.sentence(match.first).stop))
    bare = [a.phrases for a in behind if not a.marker]
    before = subject_before(scene, match)
    roles = Roles("subject-verb" if before else "verb-subject")
    subject, objects = _split(scene, match, trigger, before, bare)
    if _passive(scene, match, trigger, subject, objects):
        roles.rule = "passive"
        roles.fill(scene, "recipient", subject)
    else:
        roles.fill(scene, trigger.frame.subject, subject)
        roles.fill(scene, trigger.frame.object, objects)
    if match.after and not objects and trigger.frame.object in ("recipient", "both"):
        roles.fill(scene, trigger.frame.object, antecedent(scene, match, roles))
    fill_behind(scene, trigger, roles, behind)
    return roles


def _split(
    scene: Scene, match: Match, trigger: Trigger, before: tuple[Phrase, ...], bare: list[tuple[Phrase, ...]]
) -> tuple[tuple[Phrase, ...], tuple[Phrase, ...]]:
    """Subject and objects among what stands before a verb and bare behind it."""
    if before:
        return before, bare[0] if bare else ()
    if match.part.endswith(FOLLOWS_SUBJECT) or (bare and _object_only(scene, match, bare)):
        return (), bare[0] if bare else ()
    return (bare[0] if bare else ()), bare[1] if len(bare) > 1 else ()


def _object_only(scene: Scene, match: Match, bare: list[tuple[Phrase, ...]]) -> bool:
    """A feminine verb joined to the clause before it, with one masculine phrase: that is its object."""
    if len(bare) > 1 or not match.before.startswith(("و", "ف")) or not match.part.endswith("3fs"):
        return False
    return scene.view(bare[0][0].head).sort in ("people", "official") and not _feminine(scene, bare[0][0])


def _feminine(scene: Scene, found: Phrase) -> bool:
    return scene.words[found.head].form.endswith(("ه", "ات"))


def _passive(
    scene: Scene, match: Match, trigger: Trigger, subject: tuple[Phrase, ...], objects: tuple[Phrase, ...]
) -> bool:
    """A verb of either voice with one phrase and no object is passive, unless that phrase is armed and before it."""
    if match.part.startswith("passive"):
        return True
    if not trigger.either or objects or match.after:
        return False
    return bool(subject)


def subject_before(scene: Scene, match: Match) -> tuple[Phrase, ...]:
    """The subject that stands before a verb: the phrase that opens its clause, or what `who` refers to."""
    at = match.first
    if match.before.startswith(("و", "ف")):
        return ()
    before = scene.view(at - 1) if at > scene.sentence(at).start else None
    if before and before.kind == "relative":
        return () if match.after else antecedent_of_relative(scene, at - 1)
    found = scene.phrase_before(at)
    if found is None or sort_of(scene, found) not in SUBJECTS:
        return ()
    return joined(scene.views, found.first, at) or (found,)


def antecedent_of_relative(scene: Scene, at: int) -> tuple[Phrase, ...]:
    """The nearest phrase before `who` that may be a side."""
    for start in scene.backwards(at, 8):
        if scene.breaks(start):
            break
        found = phrase(scene.views, start, at)
        if found and found.last == at and sort_of(scene, found) in ACTING:
            first = _outermost(scene, start, at)
            return (first,) if first else (found,)
    return ()


def _outermost(scene: Scene, start: int, limit: int) -> Phrase | None:
    """The longest phrase that ends where the one at `start` ends."""
    best = None
    for at in range(start, max(start - 5, scene.sentence(start).start) - 1, -1):
        found = phrase(scene.views, at, limit)
        if found is None or found.last != limit or sort_of(scene, found) == "thing":
            break
        best = found
    return best


def antecedent(scene: Scene, match: Match, roles: Roles) -> tuple[Phrase, ...]:
    """Whom the pronoun of a verb refers to: the nearest side before it in the sentence that has no role yet."""
    taken = {p.first for p in roles.both()}
    for start in scene.backwards(match.first, 30):
        view = scene.view(start)
        if view.kind == "name" or (view.kind == "noun" and view.sort in ACTING):
            found = phrase(scene.views, start, match.first)
            if found and found.first not in taken and sort_of(scene, found) in ACTING:
                return (found,)
    return ()
