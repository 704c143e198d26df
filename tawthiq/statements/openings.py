"""What opens the words that a cue introduces: أن، a colon, a quotation, the cue's own preposition.

أكد [أن] …   قال[:] …   قال [«]…»   أشار [إلى] …   طالب [ب]وقف …   سأل [عما إذا] …
"""

from __future__ import annotations

from typing import NamedTuple

from tawthiq.statements.letters import COMMA, FOR
from tawthiq.statements.site import Site
from tawthiq.statements.view import QUOTES, View

SPOKEN = 4  # words: a shorter quotation inside a sentence is a term, not what was said


class Opening(NamedTuple):
    """What opens a content (that, direct, through, attached, object) and the content's first word."""

    kind: str
    first: int


def opening_at(site: Site, at: int) -> Opening | None:
    """What opens the content of a cue at exactly this word: the first of OPENINGS that fires."""
    if at >= site.limit:
        return None
    for rule in OPENINGS:
        found = rule(site, at)
        if found is not None:
            return found
    return None


def next_opening(site: Site, at: int) -> Opening | None:
    """What opens the content right behind `at`, times and manners left out."""
    view, limit = site.view, site.limit
    at = past_adjuncts(view, at, limit)
    governed = view.categories[at] == "preposition" and view.categories[at + 1] == "complementizer"
    if governed and site.cue.takes.that and view.forms[at]:
        return Opening("that", past_marks(view, view.functions[at + 1].last, limit))  # وأضاف إلى أن
    found = opening_at(site, at)
    return opening_at(site, at + 1) if found is None and view.forms[at] == COMMA else found


def _that(site: Site, at: int) -> Opening | None:
    """أن، إن، بأن (that)."""
    view, takes = site.view, site.cue.takes
    if view.categories[at] != "complementizer":
        return None
    if not takes.that and not (takes.attached and view.forms[at].startswith(tuple(takes.attached))):
        return None
    governed = at > site.cue.last and view.closing.get(at - 1) in ("preposition", "negation")
    if governed and view.forms[at - 1] not in takes.prepositions:
        return None  # على أن، بعد أن (provided that, after)
    return Opening("that", past_marks(view, view.functions[at].last, site.limit))


def _whether(site: Site, at: int) -> Opening | None:
    """ما إذا، عما إذا، هل (whether)."""
    governed = at > site.cue.last and site.view.closing.get(at - 1) == "preposition"
    if site.view.particle(at) != "whether" or governed:
        return None
    behind = site.view.particles[at].last
    return Opening("that", at if behind == at + 1 else past_marks(site.view, behind, site.limit))


def _colon(site: Site, at: int) -> Opening | None:
    """A colon, with or without quotation marks or إن behind it."""
    if site.view.forms[at] != ":" or not (site.cue.takes.direct or site.cue.takes.that):
        return None
    return Opening("direct", after_complementizer(site.view, at + 1, site.limit))


def _quotation(site: Site, at: int) -> Opening | None:
    """A quotation long enough to be what was said, or one that ends its sentence."""
    view, takes, limit = site.view, site.cue.takes, site.limit
    if view.forms[at] not in QUOTES or not takes.direct or view.closing.get(at - 1) == "preposition":
        return None
    end = quotation_end(view, at)
    term = end is not None and end - at - 2 < SPOKEN and past_marks(view, end, limit) < limit
    if term and takes.only != "quote":
        return None
    return Opening("direct", after_complementizer(view, at, limit))


def _through(site: Site, at: int) -> Opening | None:
    """The preposition that belongs to the verb: أشار إلى، شدد على."""
    view = site.view
    if view.forms[at] not in site.cue.takes.prepositions or at in view.adjuncts or at in view.ends:
        return None
    found = view.functions.get(at)
    if (found is not None and found.last > at + 1) or at + 1 in view.settings:
        return None
    return Opening("through", after_complementizer(view, at + 1, site.limit))


def attached(site: Site, at: int) -> Opening | None:
    """The preposition ب or ل that belongs to the verb, written with its noun: طالب بوقف."""
    view, letters = site.view, site.cue.takes.attached
    form = view.forms[at]
    if not letters or not form or form[0] not in letters or at in view.functions or at in view.adjuncts:
        return None
    apart = len(form) == 1 and view.forms[at + 1] in QUOTES  # بـ«…»
    return Opening("attached", at) if apart or _carries(view, at) else None


def _carries(view: View, at: int) -> bool:
    """Whether a word that begins with the preposition a verb waits for does carry it."""
    letter = view.forms[at][0]
    opener, head = view.openers.get(at), view.heads.get(at)
    if opener is not None and opener.before == letter:
        return True
    if head is not None and head.before.startswith(FOR):
        return head.entry.data["kind"] != "media" and not head.entry.data.get("human")
    if view.joined(at, letter):
        return True
    if at in view.named or head is not None or at in view.titles or view.words[at].kind != "word":
        return False
    zipf, form = view.text.lexicon.zipf, view.forms[at]
    return len(form) > 3 and zipf(form[1:]) >= zipf(form)


OPENINGS = (_that, _whether, _colon, _quotation, _through, attached)


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


def past_adjuncts(view: View, at: int, limit: int) -> int:
    """The first word at or behind `at` that is no time, manner or aside."""
    begin = at
    while at < limit:
        if at in view.adjuncts:
            at = view.adjuncts[at].last
        elif at > begin and (behind := _past_figures(view, at, limit)) > at:
            at = behind
        else:
            break
    return at


def _past_figures(view: View, at: int, limit: int) -> int:
    """The word behind the figures or the brackets of a time (أمس (الأحد)، اليوم 13/5/2018)."""
    if view.forms[at] == "(" and at + 1 in view.adjuncts and view.forms[view.adjuncts[at + 1].last] == ")":
        return view.adjuncts[at + 1].last + 1
    while at < limit and (view.words[at].kind == "number" or view.forms[at] == "/"):
        at += 1
    return at


def quotation_end(view: View, at: int) -> int | None:
    """The word behind the closing mark of the quotation at `at`; None where its mark has no partner."""
    found = view.text.quotation_at(view.words[at].start)
    return view.text.word_at(found.end - 1) + 1 if found else None
