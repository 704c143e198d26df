"""Where the source of a verb stands before it: right before it, or before the relative pronoun it follows."""

from __future__ import annotations

from tawthiq.statements.cues import Cue
from tawthiq.statements.phrases import NounPhrase, noun_phrase
from tawthiq.statements.sources import agrees, kind_of
from tawthiq.statements.view import QUOTES, View

CLAUSE = frozenset(("complementizer", "conjunction", "relative", "auxiliary"))
PARENTHESIS = 6  # words between two commas that may part a source from its verb
FARTHEST = 25  # words before a verb in which its source may begin
PLURALS = frozenset(("mp", "md", "fd"))  # a verb in these stands behind its source
PARTICLES = frozenset(("قد", "فقد", "وقد", "لقد", "سبق", "وسبق"))  # has (done), has already
TOPICS = frozenset(("اما", "واما"))  # as for
OPENING_MARKS = frozenset("«“\"")
BRACKETS = QUOTES | {"(", ")"}


def before(view: View, cue: Cue, start: int) -> NounPhrase | None:
    """The source that ends right before a verb, in its clause and agreeing with it."""
    end = cue.first
    while end - 1 >= start and (view.forms[end - 1] in PARTICLES or view.forms[end - 1] in OPENING_MARKS):
        end -= 1
    phrase = _ending_at(view, _clause_start(view, end, start), end)
    if phrase is None and view.forms[end - 1] in ("،", "-", "–"):
        phrase = _before_parenthesis(view, cue, end - 1, start)
    if phrase is None:
        return None
    if kind_of(view, phrase) is None and not _plainly_subject(view, cue, phrase, start):
        return None
    return phrase if agrees(view, phrase, cue.agreement) else None


def _plainly_subject(view: View, cue: Cue, phrase: NounPhrase, start: int) -> bool:
    """Whether an unknown phrase must be the subject: «فلان» قال إن، كانت المجموعة قد أعلنت, or in a headline."""
    if view.forms[phrase.first] in QUOTES and view.categories[cue.last] == "complementizer":
        return True
    if view.forms[cue.first - 1] == "قد" and view.categories[phrase.first - 1] == "auxiliary":
        return True
    return phrase.first == start == 0 and cue.part.startswith("present") and not cue.takes.things


def antecedent(view: View, cue: Cue, start: int) -> NounPhrase | None:
    """The source before الذي، التي (who): فلان الذي قال."""
    end = cue.first - 1
    while view.forms[end] in PARTICLES:
        end -= 1
    if view.categories[end] != "relative" or cue.match.after:
        return None
    stop = end - 1 if view.forms[end - 1] == "،" else end
    phrase = _ending_at(view, _clause_start(view, stop, start), stop)
    if phrase is None or kind_of(view, phrase) is None or not agrees(view, phrase, cue.agreement):
        return None
    return phrase


def text_before(view: View, cue: Cue, start: int) -> NounPhrase | None:
    """The indefinite text that a verb describes (قدم مشروع قرار إلى المجلس يدعو إلى)."""
    if not cue.part.startswith("present") or cue.match.before:
        return None
    for at in range(cue.first - 1, max(_clause_start(view, cue.first, start), cue.first - PARENTHESIS * 2) - 1, -1):
        head = view.heads.get(at)
        if head is not None and head.entry.data["kind"] == "document" and not head.definite:
            phrase = noun_phrase(view, at, cue.first)
            return phrase if phrase is not None and agrees(view, phrase, cue.agreement) else None
    return None


def topic_before(view: View, at: int, start: int) -> bool:
    """Whether the clause of a verb with ف begins with أما (as for): أما الوزير فقال."""
    return any(view.forms[word] in TOPICS for word in range(max(start, at - FARTHEST), at))


def _before_parenthesis(view: View, cue: Cue, closing: int, start: int) -> NounPhrase | None:
    """The source before an aside (الشرطة، من جانبها، قالت), or a text before its comma (تقرير …، يقول)."""
    mark = view.forms[closing]
    for at in range(closing - 1, max(start, closing - PARENTHESIS - 1), -1):
        if view.forms[at] == mark:
            return _ending_at(view, _clause_start(view, at, start), at)
    phrase = _ending_at(view, _clause_start(view, closing, start), closing)
    if phrase is None:
        return None
    sure = cue.agreement in PLURALS or phrase.first <= start + 1 or kind_of(view, phrase) == "document"
    return phrase if sure and not cue.conjoined else None


def _clause_start(view: View, end: int, start: int) -> int:
    """The word behind the last mark, conjunction or verb before `end`."""
    lowest = max(start, end - FARTHEST)
    for at in range(end - 1, lowest - 1, -1):
        if view.marks[at] and view.forms[at] not in BRACKETS:
            return at + 1
        if view.categories[at] in CLAUSE and view.functions[at].last <= end:
            return view.functions[at].last
        if view.forms[at] in TOPICS or view.finite(at) is not None:
            return at + 1
    return lowest


def _ending_at(view: View, first: int, end: int) -> NounPhrase | None:
    """The longest noun phrase from `first` or a later word to `end`; an occasion may stand between them."""
    at = first
    while at < end:
        phrase = None if view.marks[at] and at > first else noun_phrase(view, at, end)
        if phrase is None:
            at += 1
            continue
        governed = view.closing.get(at - 1) == "preposition" and kind_of(view, phrase) != "document"
        if phrase.last == end and not governed:
            return phrase
        if at == first and view.categories[phrase.last] == "preposition" and kind_of(view, phrase):
            return phrase
        at = at + 1 if phrase.last < end else end
    return None
