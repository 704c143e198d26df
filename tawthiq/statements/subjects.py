"""Where the source of a verb stands before it: right before it, or before the relative pronoun it follows."""

from __future__ import annotations

from tawthiq.statements.agreement import agrees
from tawthiq.statements.cues import Cue
from tawthiq.statements.letters import COMMA
from tawthiq.statements.phrase import NounPhrase
from tawthiq.statements.phrases import noun_phrase
from tawthiq.statements.sources import kind_of
from tawthiq.statements.view import QUOTES, View

CLAUSE = frozenset(("complementizer", "conjunction", "relative", "auxiliary"))
PARENTHESIS = 6  # words between two commas that may part a source from its verb
FARTHEST = 25  # words before a verb in which its source may begin
PLURALS = frozenset(("mp", "md", "fd"))  # a verb in these stands behind its source
ASIDES = frozenset((COMMA, "-", "–"))
BRACKETS = QUOTES | {"(", ")"}
OPENING_MARKS = frozenset('«“"')


def before(view: View, cue: Cue, start: int) -> NounPhrase | None:
    """The source that ends right before a verb, in its clause and agreeing with it."""
    end = verb_start(view, cue.first, start)
    phrase = _ending_at(view, _clause_start(view, end, start), end)
    if phrase is None and view.forms[end - 1] in ASIDES:
        phrase = _before_aside(view, cue, end - 1, start)
    if phrase is None or not agrees(view, phrase, cue.agreement):
        return None
    able = kind_of(view, phrase) is not None or _plainly_subject(view, cue, phrase, start)
    return phrase if able else None


def verb_start(view: View, at: int, start: int) -> int:
    """The first of the particles and opening marks right before a verb (قد، «); the verb where there is none."""
    while at > start and (view.particle_before(at) == "perfect" or view.forms[at - 1] in OPENING_MARKS):
        at -= 1
    return at


def _plainly_subject(view: View, cue: Cue, phrase: NounPhrase, start: int) -> bool:
    """Whether an unknown phrase must be the subject: «فلان» قال إن، كانت المجموعة قد أعلنت، أن الحارس اعترف.

    So must the phrase that begins a headline.
    """
    if view.forms[phrase.first] in QUOTES and view.categories[cue.last] == "complementizer":
        return True
    if view.particle_before(cue.first) == "perfect" and view.categories[phrase.first - 1] == "auxiliary":
        return True
    if view.closing.get(phrase.first - 1) == "complementizer" and view.definite(phrase.head) and not cue.takes.things:
        return True
    return phrase.first == start == 0 and cue.part.startswith("present") and not cue.takes.things


def antecedent(view: View, cue: Cue, start: int) -> NounPhrase | None:
    """The source before الذي، التي (who): فلان الذي قال."""
    end = verb_start(view, cue.first, start) - 1
    if view.categories[end] != "relative" or cue.match.after:
        return None
    stop = end - 1 if view.forms[end - 1] == COMMA else end
    begin = _clause_start(view, stop, start)
    phrase = _ending_at(view, begin, stop)
    if phrase is not None and kind_of(view, phrase) is None:  # what stands before it is its verb
        phrase = _headed_phrase(view, begin, stop)
    if phrase is None or kind_of(view, phrase) is None or not agrees(view, phrase, cue.agreement):
        return None
    return phrase


def _headed_phrase(view: View, begin: int, stop: int) -> NounPhrase | None:
    """The noun phrase that begins with a head noun and ends at a word."""
    for at in range(begin + 1, stop):
        phrase = noun_phrase(view, at, stop) if at in view.heads else None
        if phrase is not None and phrase.last == stop:
            return phrase
    return None


def text_before(view: View, cue: Cue, start: int) -> NounPhrase | None:
    """The indefinite text that a verb describes (قدم مشروع قرار إلى المجلس يدعو إلى)."""
    if not cue.part.startswith("present") or cue.match.before:
        return None
    lowest = max(_clause_start(view, cue.first, start), cue.first - 2 * PARENTHESIS)
    for at in range(cue.first - 1, lowest - 1, -1):
        head = view.heads.get(at)
        if head is not None and head.entry.data["kind"] == "document" and not head.definite:
            phrase = noun_phrase(view, at, cue.first)
            return phrase if phrase is not None and agrees(view, phrase, cue.agreement) else None
    return None


def topic_before(view: View, at: int, start: int) -> bool:
    """Whether the clause of a verb with ف begins with أما (as for): أما الوزير فقال."""
    return any(view.particle(word) == "topic" for word in range(max(start, at - FARTHEST), at))


def _before_aside(view: View, cue: Cue, closing: int, start: int) -> NounPhrase | None:
    """The source before an aside (الشرطة، من جانبها، قالت), or one parted from its verb by a comma alone."""
    for at in range(closing - 1, max(start, closing - PARENTHESIS - 1), -1):
        if view.forms[at] == view.forms[closing]:
            return _with_name(view, _ending_at(view, _clause_start(view, at, start), at), closing)
    phrase = _ending_at(view, _clause_start(view, closing, start), closing)
    if phrase is None or cue.conjoined:
        return None
    sure = cue.agreement in PLURALS or phrase.first <= start + 1 or kind_of(view, phrase) == "document"
    return phrase if sure else None


def _with_name(view: View, phrase: NounPhrase | None, closing: int) -> NounPhrase | None:
    """The same phrase with the name that the aside behind it gives: المتحدث باسم الحركة، فلان، قال."""
    if phrase is None or phrase.person is not None:
        return phrase
    named = noun_phrase(view, phrase.first, closing)
    return named if named is not None and named.last == closing and named.person is not None else phrase


def _clause_start(view: View, end: int, start: int) -> int:
    """The word behind the last mark, conjunction or verb before `end`."""
    lowest = max(start, end - FARTHEST)
    for at in range(end - 1, lowest - 1, -1):
        if view.marks[at] and view.forms[at] not in BRACKETS:
            return at + 1
        if view.categories[at] in CLAUSE and view.functions[at].last <= end:
            return view.functions[at].last
        if view.particle(at) == "topic" or view.finite(at) is not None:
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
