"""Phrases that name a source: بحسب، وفقا لـ، نقلا عن، على حد قول، جاء في بيان.

بحسب الوزارة …            leading-phrase: the content follows
…، بحسب الوزارة           trailing-phrase: the content stands before it
جاء في بيان الوزارة أن …   text-phrase
"""

from __future__ import annotations

from tawthiq.statements.cues import Cue
from tawthiq.statements.drafts import Draft, draft
from tawthiq.statements.introduce import SPEECH
from tawthiq.statements.letters import COMMA, FOR
from tawthiq.statements.openings import Opening, after_complementizer, next_opening, past_adjuncts, past_marks
from tawthiq.statements.phrase import NounPhrase
from tawthiq.statements.phrases import noun_phrase
from tawthiq.statements.search import find_opening
from tawthiq.statements.site import Site
from tawthiq.statements.sources import kind_of, source_at
from tawthiq.statements.view import View

TEXTS = frozenset(("document", "institution", "person", "media", "official"))  # a text, or who issued it
FEW = 4  # words: what stands before a phrase is content only if it is longer


class Attribution:
    """An attributing phrase with its source: words[first:last]; clause: with a verb (as X said)."""

    __slots__ = ("clause", "first", "last", "site", "source", "via")

    def __init__(self, site: Site, last: int, source: NounPhrase | None, clause: bool) -> None:
        self.site, self.first, self.last, self.source, self.clause = site, site.cue.first, last, source, clause
        self.via: NounPhrase | None = None

    @property
    def leads(self) -> bool:
        """Whether it stands at the head of its sentence."""
        return _heads_sentence(self.site)


def _heads_sentence(site: Site) -> bool:
    return past_marks(site.view, site.start, site.cue.first + 1) == site.cue.first


def attribution(site: Site) -> Attribution | None:
    """The attributing phrase at a cue; None where what stands behind it cannot speak."""
    view, cue = site.view, site.cue
    if cue.takes.pronoun:
        return Attribution(site, cue.last, None, False)
    at, clause = _past_verb(site)
    at += view.forms[at] == FOR
    if cue.takes.only_clause and (not clause or _heads_sentence(site)):
        return None
    source = noun_phrase(view, past_adjuncts(view, at, site.limit), site.limit)
    if source is None:
        done = past_marks(view, at, site.limit) >= site.limit or view.forms[at] == COMMA
        return Attribution(site, at, None, clause) if clause and done else None
    carried = _carried(site, source) if clause else None
    if carried is not None:
        return carried
    kind = kind_of(view, source)
    able = clause and view.words[source.first].kind == "word" if kind is None else not _lawlike(view, source)
    return Attribution(site, source.last, source, clause) if able else None


def _carried(site: Site, carrier: NounPhrase) -> Attribution | None:
    """وفق ما نقلت وكالة عن مصدر طبي: the source stands behind عن, the subject only carried it."""
    view = site.view
    verb = next((c for at in range(site.cue.last, carrier.first) for c in view.cues.get(at, ()) if c.takes.relay), None)
    if verb is None:
        return None
    carrier = noun_phrase(view, carrier.first, site.limit, frozenset((verb.takes.relay,))) or carrier
    at = past_adjuncts(view, carrier.last, site.limit)
    source = source_at(view, at + 1, site.limit) if view.forms[at] == verb.takes.relay else None
    if source is None:
        return None
    found = Attribution(site, source.last, source, True)
    found.via = carrier
    return found


def _past_verb(site: Site) -> tuple[int, bool]:
    """The word behind ما and a verb of saying (بحسب ما ذكر، حسبما أفادت), and whether there is one."""
    view, cue = site.view, site.cue
    if not (cue.takes.clause or cue.takes.only_clause):
        return cue.last, False
    at = cue.last + (view.particle(cue.last) == "what")
    verb = view.finite(at)
    if verb is None or verb.match.before or (cue.takes.only_clause and (verb.takes.only or _speaks_on(site, verb))):
        return cue.last, False
    return verb.last + (view.categories[verb.last] == "pronoun"), True


def _speaks_on(site: Site, verb: Cue) -> bool:
    """Whether the verb behind كما brings words of its own (كما قال الوزير إن): no attribution."""
    here = site._replace(cue=verb)
    if next_opening(here, verb.last) is not None:
        return True
    source = noun_phrase(site.view, past_adjuncts(site.view, verb.last, site.limit), site.limit, verb.takes.leads)
    return next_opening(here, source.last if source else verb.last) is not None


def _lawlike(view: View, source: NounPhrase) -> bool:
    head = view.heads.get(source.head)
    return head is not None and bool(head.entry.data.get("lawlike"))


def leading(found: Attribution) -> Draft | None:
    """بحسب الوزارة، …: the content follows."""
    site = found.site
    first = after_complementizer(site.view, found.last, site.limit)
    first += site.view.particle(first) == "so"
    return _made(found, "leading-phrase", first) if first < site.limit else None


def _made(found: Attribution, rule: str, first: int, last: int = 0) -> Draft:
    made = draft(found.site, rule, Opening("object", first), found.source, last)
    made.via = found.via
    return made


def trailing(found: Attribution, floor: int) -> Draft | None:
    """…، بحسب الوزارة: the content stands before it, from `floor` on; behind it where too little does."""
    site, view = found.site, found.site.view
    first = past_marks(view, max(site.start, floor), found.first)
    if view.particle(first) == "link" or view.categories[first] == "conjunction":
        first += 1
    if first in view.adjuncts:
        first = past_marks(view, view.adjuncts[first].last, found.first)
    behind = past_marks(view, found.last, site.limit)
    if found.first - first < FEW and behind < site.limit:
        return _made(found, "trailing-phrase", behind)
    if first >= found.first:
        return None
    return _made(found, "trailing-phrase", first, found.first)


def text_phrase(site: Site) -> Draft | None:
    """جاء في بيان الوزارة أن: the text named is the source, or who issued it."""
    view, cue, limit = site.view, site.cue, site.limit
    issuer = source_at(view, cue.last + 1, limit) if cue.last in view.settings else None
    source = issuer or noun_phrase(view, cue.last, limit)
    if source is None or kind_of(view, source) not in TEXTS:
        return None
    opening = find_opening(site, source.last)
    return draft(site, "text-phrase", opening, source) if opening and opening.kind in SPEECH else None
