"""What opens a content further on, behind occasions, times and listeners; objects as contents."""

from __future__ import annotations

from tawthiq.statements.letters import ADVERB, ARTICLE, COMMA, PREFIXES
from tawthiq.statements.openings import SPOKEN, Opening, attached, opening_at, past_adjuncts, quotation_end
from tawthiq.statements.site import Site
from tawthiq.statements.view import QUOTES, View

REACH = 45  # words between a cue and what it introduces
QUOTATION_REACH = 14  # words between a source and the quotation it introduces
NEAR = 12  # words between whom a cue addresses and an attached preposition
_LETTERS = "".join(PREFIXES)


def find_opening(site: Site, at: int) -> Opening | None:
    """The first thing behind `at` that opens the content of a cue, before a new clause or another cue."""
    view = site.view
    skipped = at
    for point in view.points_from(at, min(site.limit, at + REACH)):
        if point < skipped:
            continue
        found = opening_at(site, point)
        if found is not None and found.kind != "attached":
            return None if view.forms[point] in QUOTES and point - at > QUOTATION_REACH else found
        past = _past(site, point, at)
        if past is None:
            return None
        skipped = past
    return None


def _past(site: Site, point: int, at: int) -> int | None:
    """Where the search goes on behind a point that opens nothing; None where it ends."""
    view = site.view
    if view.forms[point] in QUOTES:
        end = quotation_end(view, point) or point
        return end if end - point - 2 < SPOKEN else point
    if point in view.adjuncts:
        another = point - at > 2 and site.cue.takes.that and _another(view, point)
        return None if another else view.adjuncts[point].last
    return None if point in view.stops or _another(view, point) else point


def _another(view: View, at: int) -> bool:
    """Whether another verb or adverb that reports stands at a word, not in a relative clause."""
    if view.closing.get(at - 1) == "relative":
        return False
    for cue in view.cues.get(at, ()):
        if (cue.finite and not cue.match.after) or (cue.participle and view.forms[at].endswith(ADVERB)):
            return True
    return False


def find_attached(site: Site, at: int) -> Opening | None:
    """The first attached preposition of a cue behind whom it addresses."""
    if not site.cue.takes.attached:
        return None
    for word in range(at, min(site.limit, at + NEAR)):
        found = attached(site, word)
        if found is not None or word in site.view.stops:
            return found
    return None


def object_at(site: Site, at: int, named: bool) -> Opening | None:
    """A noun phrase as content at this word: one that news uses so, or any noun behind a full source."""
    view = site.view
    if not site.cue.takes.object:
        return None
    at = past_adjuncts(view, at, site.limit)
    if named and view.forms[at] == COMMA and at + 1 in view.openers:
        at += 1
    at += view.forms[at] in QUOTES and not site.cue.takes.direct
    if at >= site.limit or view.marks[at]:
        return None
    if at in view.openers or view.particle(at) == "what":
        return Opening("object", at)
    if view.categories[at] == "demonstrative":
        return Opening("object", at) if named and view.definite(at + 1) else None
    plain = view.words[at].kind == "word" and at not in view.functions and view.finite(at) is None
    return Opening("object", at) if named and plain and not view.joined(at, _LETTERS) else None


def find_object(site: Site, at: int) -> Opening | None:
    """The first noun behind occasions and times that opens a content (أعلن الجيش في بيان مقتل)."""
    view = site.view
    if not site.cue.takes.object:
        return None
    for word in range(at, min(site.limit, at + REACH)):
        if word in view.stops or (word > at and _another(view, word)):
            return None
        opener = view.openers.get(word)
        opens = opener.before in ("", ARTICLE) if opener is not None else view.particle(word) == "what"
        if opens and _may_begin(view, word, at):
            return Opening("object", word)
    return None


def _may_begin(view: View, word: int, at: int) -> bool:
    """Whether a noun phrase can begin at a word: not behind a preposition nor in the genitive of a noun."""
    before = word - 1
    if before < at or view.marks[before] or view.closing.get(before) == "adjunct" or before in view.settings:
        return True
    if view.forms[before].endswith(ADVERB) and not view.definite(before) and before - at > 1:
        return True  # نفى نفيا قاطعا ما تردد
    return view.closing.get(before) is None and (view.definite(before) or before in view.named)
