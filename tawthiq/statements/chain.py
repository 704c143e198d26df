"""Through whose hands a statement went: from the outlet inwards to who said it."""

from __future__ import annotations

from tawthiq.fold import fold
from tawthiq.records import Link, Span, StatementKind
from tawthiq.statements.drafts import Draft
from tawthiq.statements.phrase import NounPhrase
from tawthiq.statements.phrases import noun_phrase
from tawthiq.statements.roster import stems
from tawthiq.statements.sources import MEDIA, kind_of
from tawthiq.statements.speakers import Known, source_offsets
from tawthiq.statements.view import View

GENERIC = frozenset(("source_head.media", "source_head.correspondent"))  # the media, correspondents: listeners


def _own(view: View, at: int, outlet: str | None) -> bool:
    """Whether a word names the outlet itself: what it was told is no second hand's."""
    own = "".join(letter for letter in fold(outlet or "") if letter.isalnum())
    if not own:
        return False
    if view.forms[at] in own and len(view.forms[at]) > 3:
        return True
    return any(match.entry.id.rpartition(".")[2] == own for match in view.text.at(at, "actor"))


def media_between(view: View, first: int, last: int, outlet: str | None) -> NounPhrase | None:
    """The first outlet or agency named in words[first:last], other than the one that reports."""
    for at in range(first, last):
        head, mention = view.heads.get(at), view.named.get(at)
        named = mention is not None and (mention.actor or "").startswith(MEDIA)
        if _own(view, at, outlet):
            continue
        outlet_word = head is not None and head.entry.data["kind"] == "media" and head.entry.id not in GENERIC
        if named or outlet_word:
            phrase = noun_phrase(view, at, last)
            if phrase is not None and (named or phrase.last - phrase.first > 1):
                return phrase
    return None


def chain_of(
    view: View, draft: Draft, known: Known | None, outer: list[Link], outlet: str | None, via: Span | None
) -> list[Link]:
    """The links of a statement: the outlet, or the links of the statement it is told in; the carrier; who said it."""
    links = list(outer) or ([Link("media", outlet)] if outlet else [])
    if via is not None:
        links.append(Link(_via_kind(view, draft), via.text, via.start, via.end))
    if known is None:
        return links
    body = _body_behind(known)
    if body is not None and not (links and stems(body.text) <= stems(links[-1].text)):
        links.append(body)
    return [*links, Link(known.kind, known.speaker.text, known.speaker.start, known.speaker.end)]


def _via_kind(view: View, draft: Draft) -> StatementKind:
    return (kind_of(view, draft.via) if draft.via else None) or "media"


def _body_behind(known: Known) -> Link | None:
    """The body whose unnamed sources speak: مصادر المركز، مصدر في الوزارة."""
    if known.kind != "sources" or not known.phrase.parts:
        return None
    parts = [part for part in known.phrase.parts if part.kind in ("organisation", "group")]
    if not parts:
        return None
    kind: StatementKind = "media" if (parts[0].actor or "").startswith(MEDIA) else "institution"
    return Link(kind, parts[0].text, parts[0].start, parts[0].end)


def own_span(view: View, phrase: NounPhrase) -> Span:
    """The span of a carrier, without an attached ل."""
    return view.text.span(*source_offsets(view, phrase))
