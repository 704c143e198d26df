"""Subjects and pronouns: who a verb or a pronoun stands for, as far as the sentence itself says."""

from __future__ import annotations

from tawthiq.events.scene import Scene
from tawthiq.events.sides import ACTING, sort_of
from tawthiq.lexicon import Match
from tawthiq.text.arguments import joined
from tawthiq.text.phrases import Phrase, phrase

SUBJECTS = ACTING | {"site", "place", "source"}
FOLLOWS_SUBJECT = (".3mp", ".3md", ".3fd", ".3fp")  # a verb before its subject stands in the singular
LOOK_BACK = 25
DEPTH = 3  # clauses that a subject may be carried through

Phrases = tuple[Phrase, ...]


def subject_before(scene: Scene, match: Match) -> Phrases:
    """The subject that stands before a verb: what opens its clause, what `who` refers to, or whom `that he` means."""
    at = match.first
    if match.before.startswith(("و", "ف")):  # and, so
        return ()
    before = at - 1
    while before > scene.sentence(at).start and scene.view(before).kind in ("auxiliary", "negation"):
        before -= 1
    if before >= scene.sentence(at).start and scene.view(before).kind == "relative":
        return () if match.after else antecedent_of_relative(scene, before)
    found = joined_clause(scene, match) or scene.phrase_before(at)
    if found is None or sort_of(scene, found) not in SUBJECTS:
        feminine = match.part.endswith("3fs")
        meant = meant_by_complementizer(scene, scene.clause_start(at), feminine, DEPTH)
        return meant or described(scene, at)
    return joined(scene.views, found.first, at) or (found,)


def joined_clause(scene: Scene, match: Match) -> Phrase | None:
    """The subject of a clause joined by و before its verb: …في المدينة والجيش ينسحب (and the army withdraws)."""
    if not match.part.endswith(("3ms", "3fs")):
        return None
    for start in scene.backwards(match.first, 6):
        if scene.breaks(start):
            return None
        view = scene.view(start)
        if view.before == "و" and view.kind in ("name", "noun"):
            found = phrase(scene.views, start, match.first)
            return found if found and found.last == match.first else None
    return None


def described(scene: Scene, at: int) -> Phrases:
    """Whom a clause without `who` describes: أن رجلا يقود سيارة فجر نفسه (a man driving a car blew himself up)."""
    start = scene.clause_start(at)
    verb = start - 1
    if verb <= scene.sentence(at).start or scene.view(verb).kind != "verb" or scene.view(verb).before:
        return ()
    found = scene.phrase_before(verb)
    return (found,) if found and sort_of(scene, found) in ACTING and found.last == verb else ()


def subject_of_verb(scene: Scene, verb: int, limit: int, depth: int = DEPTH) -> Phrases:
    """The subject of the verb at a word: before it, behind it up to `limit`, or carried over from clauses before."""
    found = scene.phrase_before(verb)
    if found and sort_of(scene, found) in SUBJECTS:
        return joined(scene.views, found.first, verb) or (found,)
    meant = meant_by_complementizer(scene, scene.clause_start(verb), False, depth)
    if meant:
        return meant
    behind = (a.phrases for a in scene.arguments(scene.view(verb).last, limit) if not a.marker)
    first = next(behind, ())
    if first and sort_of(scene, first[0]) in SUBJECTS:
        return first
    return carried_over(scene, verb, depth) if scene.view(verb).before in ("و", "ف") else ()


def carried_over(scene: Scene, at: int, depth: int = DEPTH) -> Phrases:
    """The subject of the nearest verb before a word of the sentence."""
    if depth <= 0:
        return ()
    verb = previous_verb(scene, at)
    return subject_of_verb(scene, verb, at, depth - 1) if verb is not None else ()


def previous_verb(scene: Scene, at: int) -> int | None:
    """The nearest finite verb before a word of the sentence."""
    return next((i for i in scene.backwards(at, LOOK_BACK) if scene.view(i).kind == "verb"), None)


def meant_by_complementizer(scene: Scene, at: int, feminine: bool, depth: int) -> Phrases:
    """Whom the pronoun of أنه (that he), إنها (that she) means: the subject of the verb that it depends on."""
    before = at - 1
    if depth <= 0 or before < scene.sentence(at).start or scene.view(before).kind != "complementizer":
        return ()
    form = scene.words[before].form
    if not form.endswith(("ه", "ها", "هم", "هما")) or (feminine and form.endswith("ه")):
        return ()
    return carried_over(scene, before, depth)


def antecedent_of_relative(scene: Scene, at: int) -> Phrases:
    """The phrase before `who`, the longest that may be a side."""
    best: Phrases = ()
    for start in scene.backwards(at, 8):
        if scene.breaks(start):
            break
        found = phrase(scene.views, start, at)
        if found and found.last == at and sort_of(scene, found) in ACTING:
            best = (found,)
    return best


def antecedent(scene: Scene, at: int, pronoun: str, taken: list[Phrase], sorts: frozenset[str]) -> Phrases:
    """What a pronoun at a word refers to: the nearest fitting side before it in the sentence that has no role yet."""
    starts = {p.first for p in taken}
    for start in scene.backwards(at, LOOK_BACK):
        view = scene.view(start)
        if view.kind != "name" and (view.kind != "noun" or view.sort not in sorts):
            continue
        found = phrase(scene.views, start, at)
        fits = found and found.first not in starts and sort_of(scene, found) in sorts
        if found and fits and agrees(scene, pronoun, found):
            return (found,)
    return ()


def agrees(scene: Scene, pronoun: str, found: Phrase) -> bool:
    """Whether a pronoun may stand for a phrase, by what its form shows of gender and number."""
    form, sort = scene.words[found.head].form, sort_of(scene, found)
    feminine = form.endswith(("ه", "ات", "اء")) or sort == "state"
    if pronoun == "ها":  # her, its
        return feminine or sort in ("organisation", "force", "body", "place", "person")
    if pronoun == "ه":  # his, its
        return not feminine or sort == "person"
    return sort != "state" if pronoun == "هم" else True  # their
