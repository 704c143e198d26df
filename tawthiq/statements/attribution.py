"""Phrases that name a source: بحسب، وفقا لـ، نقلا عن، على حد قول، جاء في بيان.

    بحسب الوزارة …            leading-phrase: the content follows
    …، بحسب الوزارة           trailing-phrase: the content stands before it
    جاء في بيان الوزارة أن …   text-phrase
"""

from __future__ import annotations

from tawthiq.statements.content import Opening, after_complementizer, find_opening, next_opening, past_adjuncts, past_marks
from tawthiq.statements.cues import Cue
from tawthiq.statements.drafts import Draft, Site, draft
from tawthiq.statements.phrases import NounPhrase, noun_phrase
from tawthiq.statements.sources import kind_of
from tawthiq.statements.view import View

FEW = 4  # words: what stands before a phrase is content only if it is longer
SO = frozenset(("فان", "فانه", "فانها", "فانهم"))  # then (it is so that)
LINKS = frozenset(("كما", "اذ", "فيما", "لكن", "ولكن", "فقد"))  # as also, since, while, but


class Attribution:
    """An attributing phrase with its source: words[first:last]; clause: with a verb (as X said)."""

    def __init__(self, site: Site, last: int, source: NounPhrase | None, clause: bool) -> None:
        self.site, self.first, self.last, self.source, self.clause = site, site.cue.first, last, source, clause

    @property
    def leads(self) -> bool:
        """Whether it stands at the head of its sentence."""
        return past_marks(self.site.view, self.site.start, self.first + 1) == self.first


def attribution(site: Site) -> Attribution | None:
    """The attributing phrase at a cue; None where what stands behind it cannot speak."""
    view, cue = site.view, site.cue
    if cue.takes.pronoun:
        return Attribution(site, cue.last, None, False)
    at, clause = _past_verb(site)
    at += view.forms[at] == "ل"
    if cue.takes.only_clause and (not clause or past_marks(view, site.start, cue.first + 1) == cue.first):
        return None
    source = noun_phrase(view, past_adjuncts(view, at, site.limit), site.limit)
    kind = kind_of(view, source) if source else None
    if source is not None and kind is not None and not _lawlike(view, source):
        return Attribution(site, source.last, source, clause)
    if source is not None and clause and kind is None and site.view.words[source.first].kind == "word":
        return Attribution(site, source.last, source, clause)
    done = past_marks(view, at, site.limit) >= site.limit or view.forms[at] in ("،", "؛")
    return Attribution(site, at, None, clause) if clause and done else None


def _past_verb(site: Site) -> tuple[int, bool]:
    """The word behind ما and a verb of saying (بحسب ما ذكر، حسبما أفادت), and whether there is one."""
    view, cue = site.view, site.cue
    if not (cue.takes.behind_clause or cue.takes.only_clause):
        return cue.last, False
    at = cue.last + 1 if view.forms[cue.last] == "ما" else cue.last
    verb = view.finite(at)
    if verb is None or verb.match.before or (cue.takes.only_clause and _speaks_on(site, verb)):
        return cue.last, False
    return (verb.last + 1 if view.forms[verb.last] in ("عنه", "به") else verb.last), True


def _speaks_on(site: Site, verb: Cue) -> bool:
    """Whether the verb behind كما brings words of its own (كما قال الوزير إن): no attribution."""
    view, limit = site.view, site.limit
    source = noun_phrase(view, past_adjuncts(view, verb.last, limit), limit, verb.takes.leads)
    return next_opening(view, verb, source.last if source else verb.last, limit) is not None


def _lawlike(view: View, source: NounPhrase) -> bool:
    head = view.heads.get(source.head)
    return head is not None and bool(head.entry.data.get("lawlike"))


def leading(found: Attribution) -> Draft | None:
    """بحسب الوزارة، …: the content follows."""
    site = found.site
    first = after_complementizer(site.view, found.last, site.limit)
    if site.view.forms[first] in SO:
        first += 1
    return draft(site, "leading-phrase", Opening("object", first), found.source) if first < site.limit else None


def trailing(found: Attribution, floor: int) -> Draft | None:
    """…، بحسب الوزارة: the content stands before it, from `floor` on."""
    site, view = found.site, found.site.view
    first = past_marks(view, max(site.start, floor), found.first)
    if view.forms[first] in LINKS:
        first += 1
    if first in view.adjuncts:
        first = past_marks(view, view.adjuncts[first].last, found.first)
    if found.first - first >= FEW or past_marks(view, found.last, site.limit) >= site.limit:
        return draft(site, "trailing-phrase", Opening("object", first), found.source, found.first) if first < found.first else None
    behind = past_marks(view, found.last, site.limit)
    return draft(site, "trailing-phrase", Opening("object", behind), found.source)


def text_phrase(site: Site) -> Draft | None:
    """جاء في بيان الوزارة أن: the text named is the source, or who issued it."""
    view, cue, limit = site.view, site.cue, site.limit
    source = noun_phrase(view, cue.last + (cue.last in view.settings), limit)
    kind = kind_of(view, source) if source else None
    if source is None or kind not in ("document", "institution", "person", "media", "official"):
        return None
    opening = find_opening(view, cue, source.last, limit)
    if opening is None or opening.kind not in ("that", "direct"):
        return None
    return draft(site, "text-phrase", opening, source)
