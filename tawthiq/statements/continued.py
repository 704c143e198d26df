"""Quotations that go on: in the next sentence, in the next paragraph, in a sentence of their own.

Such a sentence has no cue; its speaker is that of the statement before it (gold guidelines, section 3).
"""

from __future__ import annotations

from collections.abc import Iterator

from tawthiq.statements.drafts import Draft
from tawthiq.statements.openings import Opening, past_marks
from tawthiq.statements.view import QUOTES, View

RULE = "rule:quotation-continued"
ENDS = frozenset(".؟!")
STRAIGHT = '"'  # alike at both ends: a full stop inside ends a sentence all the same
PARAGRAPHS = 3  # sentences in which the closing mark of an unclosed quotation is looked for


def continued(view: View, drafts: list[Draft]) -> list[Draft]:
    """`drafts` with those of the sentences in which their quotations go on, in reading order."""
    found: list[Draft] = []
    for number, draft in enumerate(drafts):
        following = drafts[number + 1].cue_first if number + 1 < len(drafts) else view.size
        parts = list(_parts(view, draft))
        found.extend((draft, *parts))
        found.extend(_unclosed(view, draft, following))
        found.extend(_standing_alone(view, parts[-1] if parts else draft, draft, following))
    return found


def _goes_on(draft: Draft, first: int, last: int) -> Draft:
    return Draft(RULE, first, first, Opening("direct", first), last, continues=draft)


def _parts(view: View, draft: Draft) -> Iterator[Draft]:
    """The later sentences of a content in straight quotation marks; the draft keeps the first one."""
    quotation = view.text.quotation_at(view.words[draft.first].start)
    if quotation is None or view.text.content[quotation.start] != STRAIGHT:
        return
    breaks = [at for at in range(draft.first, draft.last - 1) if _ends_sentence(view, at)]
    if not breaks:
        return
    ends = [*breaks[1:], draft.last]
    draft.last = breaks[0]
    for begin, end in zip(breaks, ends, strict=True):
        first = past_marks(view, begin, end)
        if first < end:
            yield _goes_on(draft, first, end)


def _ends_sentence(view: View, at: int) -> bool:
    word = view.words[at]
    behind = view.text.content[word.end : word.end + 1]
    return view.forms[at] in ENDS and len(view.forms[at - 1]) > 1 and behind.isspace() and not view.marks[at + 1]


def _unclosed(view: View, draft: Draft, following: int) -> Iterator[Draft]:
    """The next paragraphs up to the one that closes a quotation left open."""
    mark = draft.first - 1
    if view.forms[mark] not in QUOTES or view.text.quotation_at(view.words[mark].start) is not None:
        return
    number = view.text.sentence_of(view.words[draft.last - 1].start)
    spans = [view.text.words_of(s) for s in view.text.sentences[number + 1 : number + 1 + PARAGRAPHS]]
    for count, span in enumerate(spans):
        if span.stop > following:
            return
        closing = next((at for at in span if _unpaired(view, at)), None)
        if closing is not None:
            yield from (_goes_on(draft, s.start, s.stop) for s in spans[:count])
            first = past_marks(view, span.start, closing)
            if first < closing:
                yield _goes_on(draft, first, closing)
            return


def _unpaired(view: View, at: int) -> bool:
    return view.forms[at] in QUOTES and view.text.quotation_at(view.words[at].start) is None


def _standing_alone(view: View, last: Draft, draft: Draft, following: int) -> Iterator[Draft]:
    """The next sentences as long as each is one quotation throughout."""
    number = view.text.sentence_of(view.words[last.last - 1].start) + 1
    for sentence in view.text.sentences[number:]:
        words = view.text.words_of(sentence)
        quotation = view.text.quotation_at(sentence.start)
        if not words or words.stop > following or quotation is None or quotation.start != sentence.start:
            return
        if past_marks(view, view.text.word_at(quotation.inner_end), words.stop) < words.stop:
            return
        yield _goes_on(draft, past_marks(view, words.start, words.stop), words.stop)
