"""How a verb and its source introduce the content: what stands between, and what the entry asks for."""

from __future__ import annotations

from tawthiq.statements.drafts import Draft, draft
from tawthiq.statements.letters import FOR
from tawthiq.statements.openings import Opening, next_opening
from tawthiq.statements.phrase import NounPhrase
from tawthiq.statements.phrases import noun_phrase
from tawthiq.statements.search import find_attached, find_object, find_opening, object_at
from tawthiq.statements.site import Site
from tawthiq.statements.sources import kind_of
from tawthiq.statements.view import QUOTES

SPEECH = frozenset(("that", "direct"))
BESIDE = 8  # words of the content among which a word that must stand beside the cue may be
NAME = 7  # words: where أن stands nearer behind a noun than this, the noun is part of the source
ASIDE = 6  # words between a verb and its own preposition


def behind_source(site: Site, at: int) -> Opening | None:
    """What opens the content behind a source that ends at a word."""
    at = past_listener(site, at)
    found = next_opening(site, at) or object_at(site, at, named=False)
    if found is not None or site.cue.takes.close:
        return found
    plain, later = object_at(site, at, named=True), find_opening(site, at)
    if plain is not None and (later is None or later.kind not in SPEECH or later.first - at > NAME):
        return plain
    thing = _object_behind_place(site, at) or find_object(site, at)
    addressed = find_attached(site, at) if site.cue.takes.addressee else None
    return min((found for found in (addressed, later, thing) if found is not None), key=_place, default=None)


def behind_verb(site: Site) -> Opening | None:
    """What opens the content of a verb whose source does not stand behind it."""
    takes = site.cue.takes
    at = past_listener(site, site.cue.last)
    if any(other.participle for other in site.view.cues.get(at, ())) or site.view.particle(at) == "resumptive":
        at += 1  # وأضاف معلقا: «…», رسالة رحبت فيها بكذا
    found = next_opening(site, at) or object_at(site, at, named=False)
    if found is not None or takes.close:
        return found
    if takes.addressee:
        found = find_attached(site, at)
    later = find_opening(site, at)
    if later is not None and (later.kind in SPEECH or takes.addressee or later.first - at < ASIDE):
        return later if found is None or later.first < found.first else found
    return found or find_object(site, at)


def past_listener(site: Site, at: int) -> int:
    """The word behind whom the words were said to (قال [لوكالة محلية] مصدر أمني إن)."""
    view = site.view
    apart = view.forms[at] == FOR
    if FOR in site.cue.takes.leads or not (apart or view.joined(at, FOR)):
        return at
    told = noun_phrase(view, at + apart, site.limit)
    return told.last if told is not None else at


def _place(opening: Opening) -> int:
    return opening.first


def _object_behind_place(site: Site, at: int) -> Opening | None:
    """انتقد فلان [من المدينة] كذا: the object behind where it was said."""
    view = site.view
    if not site.cue.takes.object or view.categories[at] != "preposition":
        return None
    place = view.named.get(view.functions[at].last)
    if place is None or place.kind != "place":
        return None
    return object_at(site, view.covers(place)[1], named=True)


def made(site: Site, rule: str, opening: Opening | None, source: NounPhrase | None) -> Draft | None:
    """The draft of an opening where the entry's conditions hold."""
    view, cue = site.view, site.cue
    if opening is None or opening.first >= site.limit or not _allowed(site, opening, source):
        return None
    first = _with_addressee(site, opening, source)
    first += view.particle(first) == "object_pronoun" and first + 1 < site.limit
    found = draft(site, rule, Opening(opening.kind, first), source)
    if view.closing.get(cue.first - 1) == "negation":
        found.polarity = "affirm"
    elif view.forms[opening.first] in cue.takes.denies:
        found.polarity = "deny"
    found.embedded = view.closing.get(cue.first - 1) == "relative"
    return found


def _allowed(site: Site, opening: Opening, source: NounPhrase | None) -> bool:
    """Whether a source and an opening are what the entry asks for (`relay`, `only`, and its words)."""
    takes = site.cue.takes
    kind = kind_of(site.view, source) if source is not None else None
    if takes.relay and (opening.kind != "that" or source is None or opening.first - source.last > 2):
        return False
    if takes.only == "document" or (takes.of_document and opening.kind == "object"):
        return kind == "document"
    if takes.only == "quote" and source is not None and kind is None:
        return False
    said_so = takes.only in ("", {"that": "that", "direct": "quote"}.get(opening.kind))
    return said_so and _has_words(site, opening)


def _has_words(site: Site, opening: Opening) -> bool:
    """Whether the words that the entry asks for stand where it asks for them."""
    view, cue, takes = site.view, site.cue, site.cue.takes
    if takes.needs and not takes.needs.intersection(view.forms[max(cue.last, opening.first - 2) : opening.first + 1]):
        return False
    if takes.beside and not takes.beside.intersection(view.forms[cue.last : opening.first + BESIDE]):
        return False
    asked = not takes.asks_through or opening.kind != "object"
    return asked or takes.asks_through in view.forms[cue.last : opening.first]


def _with_addressee(site: Site, opening: Opening, source: NounPhrase | None) -> int:
    """Where content begins when whom it is about belongs to it: اتهم [فلانا بكذا]."""
    view, cue = site.view, site.cue
    kept = cue.takes.kept or (opening.kind == "attached" and view.forms[opening.first][0] == FOR)
    if not kept or cue.match.after or opening.kind == "direct":
        return opening.first
    begin = source.last if source is not None and source.first >= cue.last else cue.last
    while begin < opening.first and (begin in view.adjuncts or _is_plain_mark(site, begin)):
        begin += 1
    return begin


def _is_plain_mark(site: Site, at: int) -> bool:
    return site.view.marks[at] and site.view.forms[at] not in QUOTES
