"""Who says what, through whom: from cues to statements."""

from __future__ import annotations

from collections import defaultdict

from tawthiq.identity import record_id
from tawthiq.records import Link, Mention, Span, Statement
from tawthiq.statements.chain import chain_of, media_between, own_span
from tawthiq.statements.collect import drafts_of
from tawthiq.statements.drafts import Draft
from tawthiq.statements.letters import AND
from tawthiq.statements.qualify import hedge_of, mode_of
from tawthiq.statements.speakers import Cast, Known
from tawthiq.statements.view import View
from tawthiq.text import Text

Speakers = dict[int, Known | None]  # of drafts, by their identity
TRIMMED = frozenset("«»“”„‟\"❝❞＂'.،؛:؟!,;?-–—…/*")


def statements(text: Text, mentions: list[Mention], report: str, outlet: str | None) -> list[Statement]:
    """The statements of a report in reading order; `report` is its id, for theirs."""
    if not text.layer("cue") and ":" not in text.content:
        return []
    view = View(text, mentions)
    drafts = drafts_of(view)
    cast = Cast(view)
    together = _by_sentence(drafts)
    body = _headline_end(view)
    said: Speakers = {}
    for draft in drafts:
        if draft.continues is not None:
            said[id(draft)] = said.get(id(draft.continues))
        elif draft.cue_first >= body:
            said[id(draft)] = cast.resolve(draft, outer_of(draft, together[draft.sentence]))
    said |= {id(draft): cast.headline(draft) for draft in drafts if draft.cue_first < body}
    maker = Maker(view, report, outlet, said, together)
    return [maker.make(draft) for draft in drafts if said[id(draft)] or not _vague(draft)]


def _vague(draft: Draft) -> bool:
    """Whether a draft whose speaker nothing tells is no statement: a verb in the present without a subject."""
    return draft.cue is not None and draft.source is None and draft.cue.part.startswith("present")


def _headline_end(view: View) -> int:
    """The word behind the headline: a first sentence without a full stop that others follow; 0 for none."""
    end = view.text.words_of(view.text.sentences[0]).stop
    return end if len(view.text.sentences) > 1 and view.forms[end - 1] != "." else 0


def _by_sentence(drafts: list[Draft]) -> dict[int, list[Draft]]:
    sentences = defaultdict[int, list[Draft]](list)
    for draft in drafts:
        sentences[draft.sentence].append(draft)
    return sentences


def outer_of(draft: Draft, drafts: list[Draft]) -> Draft | None:
    """The narrowest draft of its sentence in whose content this one is told."""
    around = [d for d in drafts if d.first <= draft.cue_first < d.last and d is not draft and draft.last <= d.last]
    return min(around, key=lambda d: d.last - d.first, default=None)


class Maker:
    """Makes statements of drafts. said: who speaks in each; together: the drafts of a sentence."""

    def __init__(
        self, view: View, report: str, outlet: str | None, said: Speakers, together: dict[int, list[Draft]]
    ) -> None:
        self.view, self.report, self.outlet = view, report, outlet
        self.said, self.together = said, together
        self.links: dict[int, list[Link]] = {}

    def make(self, draft: Draft) -> Statement:
        """The statement of a draft."""
        known = self.said[id(draft)]
        content = content_span(self.view, draft)
        return Statement(
            id=record_id(self.report, "statement", content.start, content.end, draft.cue_first),
            cue=self._cue(draft),
            source=own_span(self.view, draft.source) if draft.source else None,
            speaker=known.speaker if known else None,
            kind=known.kind if known else "sources",
            via=self._via(draft),
            chain=list(self._chain(draft)),
            content=content,
            mode=mode_of(self.view, content.start, content.end),
            polarity=draft.polarity,
            hedge=hedge_of(self.view, content.start, content.end),
            rule=draft.rule,
        )

    def _chain(self, draft: Draft) -> list[Link]:
        """The links of a statement; of a quotation that goes on those of the statement it belongs to."""
        if draft.continues is not None:
            return self._chain(draft.continues)
        if id(draft) not in self.links:
            around = outer_of(draft, self.together[draft.sentence])
            self.links[id(draft)] = []  # two that are told in each other are told in nothing
            outer = self._chain(around) if around else []
            known, via = self.said[id(draft)], self._via(draft)
            self.links[id(draft)] = chain_of(self.view, draft, known, outer, self.outlet, via)
        return self.links[id(draft)]

    def _via(self, draft: Draft) -> Span | None:
        if draft.via is None:
            begin = draft.source.last if draft.source and draft.source.first >= draft.cue_first else draft.cue_last
            draft.via = media_between(self.view, begin, draft.first, self.outlet)
        return own_span(self.view, draft.via) if draft.via else None

    def _cue(self, draft: Draft) -> Span | None:
        if draft.cue_last <= draft.cue_first:
            return None
        if draft.cue is not None:
            return self.view.text.span(draft.cue.match.start, draft.cue.match.end)
        return self.view.text.span_of(draft.cue_first, draft.cue_last)


def content_span(view: View, draft: Draft) -> Span:
    """The content without punctuation and quotation marks at its ends, nor a leading و (and)."""
    first, last = draft.first, draft.last
    while last - 1 > first and _trimmed(view, last - 1, first, last):
        last -= 1
    while first < last - 1 and view.forms[first] in TRIMMED:
        first += 1
    start = view.words[first].start
    if view.joined(first, AND) and len(view.forms[first]) > 2:
        start += 1
    return view.text.span(start, view.words[last - 1].end)


def _trimmed(view: View, at: int, first: int, last: int) -> bool:
    mark = view.forms[at]
    if mark in "()[]":
        opened = [view.forms[n] for n in range(first, last)]
        return opened.count("(") != opened.count(")")
    return mark in TRIMMED
