"""Where one reporting clause ends and the next begins inside a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tawthiq.statements.attribution import Attribution
from tawthiq.statements.drafts import Draft
from tawthiq.statements.letters import AND, COMMA
from tawthiq.statements.view import QUOTES, View, within

MARKS = frozenset((COMMA, "؛", "-", "–", ","))
PHRASES = frozenset(("object", "attached", "through"))  # contents that are no clauses
CLAUSES = frozenset(("complementizer", "relative", "conjunction"))


def breaks_of(
    view: View, drafts: Iterable[Draft], attributions: Iterable[Attribution], start: int, limit: int
) -> dict[int, bool]:
    """The words of a sentence at which a content that runs there ends; True: inside quotation marks too."""
    found = {phrase.first: False for phrase in attributions}
    found.update(dict.fromkeys(within(view.end_words, start, limit), False))
    found.update(dict.fromkeys(_joints(view, start, limit), False))
    previous: Draft | None = None
    for draft in drafts:
        for at, inside in _break(view, draft, previous, start):
            found[at] = inside or found.get(at, False)
        previous = draft
    return found


def _joints(view: View, start: int, limit: int) -> Iterator[int]:
    """The و behind a comma with white space before it, where the paper sets its other commas close: a new sentence."""
    if not view.close_commas:
        return
    for at in within(view.commas, start + 1, limit - 1):
        apart = view.words[at].start > view.words[at - 1].end
        if apart and view.joined(at + 1, AND):
            yield at + 1


def _break(view: View, draft: Draft, previous: Draft | None, start: int) -> Iterator[tuple[int, bool]]:
    if draft.cue is None or draft.cue_last <= draft.cue_first:
        return
    at, mispaired = draft.cue_first, _mispaired(view, draft)
    if draft.leans:
        yield at, mispaired or view.forms[at - 1] in MARKS
    elif draft.cue.finite:
        where = _clause_start(view, draft, previous, start)
        if where is not None:
            yield where, mispaired


def _mispaired(view: View, draft: Draft) -> bool:
    """Whether the mark before the content was taken for the closing mark of a quotation that began earlier."""
    mark = draft.first - 1
    if view.forms[mark] not in QUOTES:
        return False
    quotation = view.text.quotation_at(view.words[mark].start)
    cue_start = view.words[draft.cue_first].start
    return quotation is not None and quotation.start < cue_start and quotation.inner_end == view.words[mark].start


def _clause_start(view: View, draft: Draft, previous: Draft | None, start: int) -> int | None:
    """Before وقال behind a mark, before كما قال and وهو ما نفاه, before the adjunct that leads a new clause."""
    at, cue = draft.cue_first, draft.cue
    if cue is not None and cue.conjoined:
        parted = view.marks[at - 1] or draft.opening.kind == "direct" or _coordinate(view, draft, previous)
        return at if parted else None
    before = view.particle_before(at)
    if before == "link":
        return view.particle_ends[at].first
    what = before == "what" or view.closing.get(at - 1) == "relative"
    if what and view.particle_before(at - 1) == "pointer":
        return at - 2
    if draft.source is not None and draft.source.first > at:
        return _leading_adjunct(view, at, start)
    return None


def _coordinate(view: View, draft: Draft, previous: Draft | None) -> bool:
    """Whether a verb is joined to the verb of speech before it: كذب فلان التقرير ونفى وجود خلاف."""
    if previous is None or previous.cue is None or previous.opening.kind not in PHRASES:
        return False
    between = range(previous.first, draft.cue_first)
    clause = any(view.categories[at] in CLAUSES for at in between)
    return previous.agreement == draft.agreement and previous.cue.finite and not clause


def _leading_adjunct(view: View, at: int, start: int) -> int | None:
    """The و of «، وخلال زيارته، قال الوزير»: an adjunct that leads a new main clause."""
    commas = 0
    for word in range(at - 1, start, -1):
        category = view.categories[word]
        if category in CLAUSES:
            return None
        if view.forms[word - 1] in MARKS and view.joined(word, AND):
            return word if category == "preposition" or word in view.adjuncts else None
        if view.forms[word] in MARKS:
            commas += 1
            if commas > 1:
                return None
    return None
