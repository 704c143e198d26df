"""What opens the words that a cue introduces, and where they end."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from tawthiq.statements.cues import Cue
from tawthiq.statements.view import PREPOSITIONS, QUOTES, View

SPOKEN = 4  # words: a shorter quotation inside a sentence is a term, not what was said
REACH = 45  # words between a cue and what it introduces
QUOTATION_REACH = 14  # words between a source and the quotation it introduces
NEAR = 12  # words between whom a cue addresses and an attached preposition


class Opening(NamedTuple):
    """What opens a content (that, direct, through, attached, object) and the content's first word."""

    kind: str
    first: int


def opening_at(view: View, cue: Cue, at: int, limit: int) -> Opening | None:
    """What opens the content of a cue at exactly this word."""
    if at >= limit:
        return None
    for rule in OPENINGS:
        found = rule(view, cue, at, limit)
        if found is not None:
            return found
    return None


def _that(view: View, cue: Cue, at: int, limit: int) -> Opening | None:
    """أن، إن، بأن (that)."""
    if view.categories[at] != "complementizer":
        return None
    if not cue.takes.that and not (cue.takes.attached and view.forms[at].startswith(tuple(cue.takes.attached))):
        return None
    governed = at > cue.last and view.closing.get(at - 1) in ("preposition", "negation")
    if governed and view.forms[at - 1] not in cue.takes.prepositions:
        return None  # على أن، بعد أن (provided that, after)
    return Opening("that", past_marks(view, view.functions[at].last, limit))


def _whether(view: View, cue: Cue, at: int, limit: int) -> Opening | None:
    """ما إذا، عما إذا، هل (whether)."""
    if view.forms[at] == "هل":
        return Opening("that", at)
    if view.forms[at] in ("ما", "عما") and view.forms[at + 1] == "اذا":
        return Opening("that", past_marks(view, at + 2, limit))
    return None


def _colon(view: View, cue: Cue, at: int, limit: int) -> Opening | None:
    """A colon, with or without quotation marks or إن behind it."""
    if view.forms[at] != ":" or not (cue.takes.direct or cue.takes.that):
        return None
    return Opening("direct", after_complementizer(view, at + 1, limit))


def _quotation(view: View, cue: Cue, at: int, limit: int) -> Opening | None:
    """A quotation long enough to be what was said, or one that ends its sentence."""
    if view.forms[at] not in QUOTES or not cue.takes.direct or view.closing.get(at - 1) == "preposition":
        return None
    end = quotation_end(view, at)
    if end is not None and end - at - 2 < SPOKEN and cue.takes.only != "quote" and past_marks(view, end, limit) < limit:
        return None
    return Opening("direct", after_complementizer(view, at, limit))


def _preposition(view: View, cue: Cue, at: int, limit: int) -> Opening | None:
    """The preposition that belongs to the verb: أشار إلى، شدد على."""
    if view.forms[at] not in cue.takes.prepositions or at in view.adjuncts or at in view.ends:
        return None
    found = view.functions.get(at)
    if (found is not None and found.last > at + 1) or at + 1 in view.settings:
        return None
    return Opening("through", after_complementizer(view, at + 1, limit))


def _attached(view: View, cue: Cue, at: int, limit: int) -> Opening | None:
    """The preposition ب or ل that belongs to the verb, written with its noun: طالب بوقف."""
    form = view.forms[at]
    if not cue.takes.attached or form[:1] not in cue.takes.attached or at in view.functions or at in view.adjuncts:
        return None
    if len(form) == 1 and view.forms[at + 1] in QUOTES:  # ب«…»
        return Opening("attached", at)
    return Opening("attached", at) if _carries(view, at) else None


def _carries(view: View, at: int) -> bool:
    """Whether a word that begins with the preposition a verb waits for does carry it."""
    opener = view.openers.get(at)
    if opener is not None and opener.before == view.forms[at][0]:
        return True
    head = view.heads.get(at)
    if head is not None and head.before.startswith("ل"):
        return head.entry.data["kind"] != "media" and not head.entry.data.get("human")
    if view.joined(at, view.forms[at][0]):
        return True
    if at in view.named or at in view.heads or at in view.titles or view.words[at].kind != "word":
        return False
    zipf, form = view.text.lexicon.zipf, view.forms[at]
    return len(form) > 3 and zipf(form[1:]) >= zipf(form)


OPENINGS = (_that, _whether, _colon, _quotation, _preposition, _attached)


def past_marks(view: View, at: int, limit: int) -> int:
    """The first word at or behind `at`; marks other than opening brackets are left out."""
    while at < limit and view.marks[at] and view.forms[at] not in ("(", "["):
        at += 1
    return at


def after_complementizer(view: View, at: int, limit: int) -> int:
    """Like `past_marks`, with one أن/إن (that) left out too."""
    at = past_marks(view, at, limit)
    if view.categories[at] == "complementizer":
        at = past_marks(view, view.functions[at].last, limit)
    return at


def quotation_end(view: View, at: int) -> int | None:
    """The word behind the closing mark of the quotation at `at`; None where its mark has no partner."""
    found = view.text.quotation_at(view.words[at].start)
    return view.text.word_at(found.end - 1) + 1 if found else None


def past_adjuncts(view: View, at: int, limit: int) -> int:
    """The first word at or behind `at` that is no time, manner or aside."""
    while at < limit and at in view.adjuncts:
        at = view.adjuncts[at].last
    return at


def next_opening(view: View, cue: Cue, at: int, limit: int) -> Opening | None:
    """What opens the content right behind `at`, times and manners left out."""
    at = past_adjuncts(view, at, limit)
    if cue.takes.that and view.forms[at] in PREPOSITIONS and view.categories[at + 1] == "complementizer":
        return Opening("that", past_marks(view, view.functions[at + 1].last, limit))  # وأضاف إلى أن
    found = opening_at(view, cue, at, limit)
    return opening_at(view, cue, at + 1, limit) if found is None and view.forms[at] == "،" else found


def find_opening(view: View, cue: Cue, at: int, limit: int) -> Opening | None:
    """The first thing behind `at` that opens the content of a cue, before a new clause or another cue."""
    skipped = at
    for point in view.points_from(at, min(limit, at + REACH)):
        if point < skipped:
            continue
        found = opening_at(view, cue, point, limit)
        if found is not None and found.kind != "attached":
            return None if view.forms[point] in QUOTES and point - at > QUOTATION_REACH else found
        if view.forms[point] in QUOTES:
            end = quotation_end(view, point) or point
            skipped = end if end - point - 2 < SPOKEN else point
        elif point in view.adjuncts:
            if point - at > 2 and cue.takes.that and _another(view, cue, point):
                return None
            skipped = view.adjuncts[point].last
        elif point in view.stops or _another(view, cue, point):
            return None
    return None


def _another(view: View, cue: Cue, at: int) -> bool:
    """Whether another verb or adverb that reports stands at a word, not in a relative clause."""
    if view.closing.get(at - 1) == "relative":
        return False
    return any((other.finite and not other.match.after) or (other.participle and view.forms[at].endswith("ا")) for other in view.cues.get(at, ()))


def find_attached(view: View, cue: Cue, at: int, limit: int) -> Opening | None:
    """The first attached preposition of a cue behind whom it addresses."""
    for word in range(at, min(limit, at + NEAR)):
        found = _attached(view, cue, word, limit)
        if found is not None or word in view.stops:
            return found
    return None


def object_at(view: View, cue: Cue, at: int, limit: int, named: bool) -> Opening | None:
    """A noun phrase as content at this word: one that news uses so, or any noun behind a full source."""
    if not cue.takes.object:
        return None
    at = past_adjuncts(view, at, limit)
    if named and view.forms[at] == "،" and at + 1 in view.openers:
        at += 1
    if at >= limit or view.marks[at]:
        return None
    if at in view.openers or view.forms[at] == "ما":  # what (he said before)
        return Opening("object", at)
    plain = view.words[at].kind == "word" and at not in view.functions and view.finite(at) is None
    plain = plain and not any(view.joined(at, letter) for letter in "ولب")
    return Opening("object", at) if plain and named else None


def find_object(view: View, cue: Cue, at: int, limit: int) -> Opening | None:
    """The first noun behind occasions and times that opens a content (أعلن الجيش في بيان مقتل)."""
    if not cue.takes.object:
        return None
    for word in range(at, min(limit, at + REACH)):
        if word in view.stops or (word > at and _another(view, cue, word)):
            return None
        if view.forms[word] == "ما" and view.forms[word + 1] != "اذا" and _may_begin(view, word, at):
            return Opening("object", word)  # نفى … ما تردد (what was rumoured)
        opener = view.openers.get(word)
        if opener is not None and opener.before == "" and _may_begin(view, word, at):
            return Opening("object", word)
    return None


def _may_begin(view: View, word: int, at: int) -> bool:
    """Whether a noun phrase can begin at a word: not behind a preposition nor in the genitive of a noun."""
    before = word - 1
    if before < at or view.marks[before] or view.closing.get(before) == "adjunct":
        return True
    return view.closing.get(before) is None and (view.definite(before) or before in view.named)


def content_end(view: View, opening: Opening, limit: int, breaks: Mapping[int, bool], embedded: bool) -> int:
    """The word behind the last of a content: its quotation's end, a new clause, or the end of the sentence.

    breaks: words at which a new clause begins, each with whether it does so inside quotation marks too.
    embedded: the cue stands in a relative clause, its content ends before the main verb.
    """
    at = opening.first
    quoted = quotation_end(view, at) if at < limit and view.forms[at] not in QUOTES else None
    while at < limit:
        if quoted is None and view.forms[at] in QUOTES:
            quoted = quotation_end(view, at)
        if quoted is not None and quoted > at:
            inside = next((n for n in range(max(at, opening.first + 1), min(quoted, limit)) if breaks.get(n)), None)
            if inside is not None:
                return inside
            at, begun, quoted = min(quoted, limit), at, None
            if begun == opening.first and opening.kind == "direct" and _closes(view, begun, at, limit):
                return at
            continue
        quoted = None
        if at > opening.first and (at in breaks or (embedded and _main_verb(view, at))):
            return at
        at += 1
    return limit


def _closes(view: View, begun: int, at: int, limit: int) -> bool:
    """Whether a quotation behind a colon or a verb is all that was said."""
    return at - begun > SPOKEN or at >= limit or view.marks[at]


def _main_verb(view: View, at: int) -> bool:
    verb = view.finite(at)
    return verb is not None and not verb.conjoined and at - 1 not in view.closing
