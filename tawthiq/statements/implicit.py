"""Verbs and participles that report without naming their source.

وأضاف أن …   implicit-subject   …، مضيفا أن …   circumstance   …، وهو ما نفاه الوزير   resumed
"""

from __future__ import annotations

from tawthiq.statements import subjects
from tawthiq.statements.agreement import agrees
from tawthiq.statements.drafts import Draft, draft
from tawthiq.statements.introduce import SPEECH, behind_verb, made
from tawthiq.statements.letters import COMMA, FOR
from tawthiq.statements.openings import Opening, next_opening, past_adjuncts
from tawthiq.statements.phrase import NounPhrase
from tawthiq.statements.phrases import noun_phrase
from tawthiq.statements.search import find_attached, find_opening, object_at
from tawthiq.statements.site import Site
from tawthiq.statements.sources import source_at
from tawthiq.statements.view import within

LEADERS = frozenset(("conjunction", "complementizer", "adjunct", "auxiliary"))  # before them a clause begins
RELATIVES = {"الذي": "ms", "التي": "fs", "الذين": "mp"}  # who, which: the verb agrees where they are its subject
POINTED = 8  # words between what is pointed back to and its verb


def implicit_subject(site: Site) -> Draft | None:
    """وأضاف أن: whoever spoke last."""
    if is_impersonal(site) or _quoted(site) or not _leads_clause(site):
        return None
    if site.cue.match.after and not site.cue.takes.addressee:
        return None
    opening = behind_verb(site)
    cited = citing(site, None)
    if cited is not None or opening is None or _unable_subject(site, opening):
        return cited
    return made(site, "implicit-subject", opening, _pointed_back(site))


def citing(site: Site, carrier: NounPhrase | None) -> Draft | None:
    """ذكرت المصادر نقلا عن مسلحين أن: the source behind نقلا عن, the subject carried it."""
    view, cue = site.view, site.cue
    at = past_adjuncts(view, carrier.last if carrier else cue.last, site.limit)
    at += view.forms[at] == COMMA
    phrase = next((other for other in view.cues.get(at, ()) if other.id == "cue.citing"), None)
    source = noun_phrase(view, phrase.last, site.limit) if phrase else None
    opening = find_opening(site, source.last) if source else None
    if opening is None or opening.kind not in SPEECH:
        return None
    found = draft(site, "citing", opening, source)
    found.via, found.agreement = carrier, ""
    return found


def is_impersonal(site: Site) -> bool:
    """Whether the verb means "it is said" where nobody is named."""
    form = site.view.forms[site.cue.first]
    return form in site.cue.takes.impersonal or form[1:] in site.cue.takes.impersonal


def _quoted(site: Site) -> bool:
    """Whether a verb stands in a quotation: whom it means there the report does not tell."""
    word = site.view.words[site.cue.first]
    quotation = site.view.text.quotation_at(word.start)
    return quotation is not None and not (site.cue.conjoined and site.view.marks[site.cue.first - 1])


def _leads_clause(site: Site) -> bool:
    """Whether a verb without a subject of its own begins its clause; else what stands before it is the subject."""
    view, cue = site.view, site.cue
    at = subjects.verb_start(view, cue.first, site.start) - 1
    if cue.conjoined or at < site.start or view.marks[at] or view.forms[cue.last] == ":":
        return True
    before = view.closing.get(at)
    if before == "relative":
        return view.categories[cue.last] != "pronoun" and RELATIVES.get(view.forms[at]) != cue.agreement
    return before in LEADERS or view.particle(cue.last) == "resumptive"


def _unable_subject(site: Site, opening: Opening) -> bool:
    """Whether a noun phrase that cannot speak stands between verb and content: تشير [الصور] إلى."""
    view, cue = site.view, site.cue
    at = past_adjuncts(view, cue.last, site.limit)
    if opening.first - at < 2 or cue.takes.addressee or opening.kind == "object" or view.joined(at, FOR):
        return False
    return view.words[at].kind == "word" and at not in view.functions and at not in view.cues


def _pointed_back(site: Site) -> NounPhrase | None:
    """تصريحات من الوزير قال فيها إن: the noun phrase that ends right before the verb."""
    view, cue = site.view, site.cue
    if view.particle(cue.last) != "resumptive" or cue.match.before:
        return None
    for at in range(cue.first - 1, max(site.start, cue.first - POINTED) - 1, -1):
        found = source_at(view, at + 1, cue.first) if view.closing.get(at) == "preposition" else None
        if found is not None and agrees(view, found, cue.agreement):
            return found
    return None


def circumstance(site: Site) -> Draft | None:
    """مضيفا أن، مؤكدة أهمية: a participle that leans on the sentence's subject."""
    view, cue = site.view, site.cue
    opening = next_opening(site, cue.last) or object_at(site, cue.last, named=True)
    if opening is None:
        stop = next(iter(within(view.commas, cue.last, site.limit)), site.limit)
        clause = site._replace(limit=stop)
        opening = find_opening(clause, cue.last)
        if opening is None and cue.takes.addressee:
            opening = find_attached(clause, cue.last)
    found = made(site, "circumstance", opening, None)
    if found is not None:
        found.leans = True
    return found


def resumed(site: Site, found: list[Draft]) -> Draft | None:
    """…، وهو ما نفته الوزارة: another source confirms or denies what was just said."""
    view, cue = site.view, site.cue
    what = view.particle_before(cue.first) == "what" or view.closing.get(cue.first - 1) == "relative"
    if not (what and view.particle_before(cue.first - 1) == "pointer" and cue.match.after and found):
        return None
    source = source_at(view, cue.last, site.limit)
    if source is None:
        return None
    again = draft(site, "resumed", found[-1].opening, source, cue.first - 2)
    again.polarity = "deny" if cue.takes.denies else again.polarity
    return again
