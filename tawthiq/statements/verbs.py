"""Verbs that report and name their source: ordered rules for where source and content stand.

نقلت وكالة عن مسؤول قوله إن …   relayed               ذكرت وكالة نقلا عن مسؤول أن …   citing
الوزير الذي قال إن …            relative-subject      «…»، قال الوزير                 quotation-verb-subject
الوزير قال إن …                 subject-verb          قال الوزير إن …                 verb-subject
ما نشرته صحيفة عن …             told-matter (matters.py)
أغلق المعبر، يضيف المصدر.       clause-verb-subject
وأضاف أن …                      implicit-subject (implicit.py)
"""

from __future__ import annotations

from tawthiq.statements import subjects
from tawthiq.statements.agreement import accusative, agrees_behind
from tawthiq.statements.drafts import Draft, draft
from tawthiq.statements.implicit import citing, implicit_subject, is_impersonal
from tawthiq.statements.introduce import SPEECH, behind_source, behind_verb, made, past_listener
from tawthiq.statements.letters import AND, COMMA, PRONOUNS, SO
from tawthiq.statements.matters import told_matter
from tawthiq.statements.openings import Opening, next_opening, past_adjuncts, past_marks, quotation_end
from tawthiq.statements.phrase import NounPhrase
from tawthiq.statements.phrases import noun_phrase
from tawthiq.statements.search import find_object, find_opening
from tawthiq.statements.site import Site
from tawthiq.statements.sources import kind_of, source_at
from tawthiq.statements.view import QUOTES, View

RARE = 4.0  # Zipf frequency; a commoner word behind a verb is hardly a name
CARRIED = 7  # words between who carried words and عن
QUOTED_NAME = 6  # words with their marks
WORDS = 4  # words that a clause before its verb has at least
QUOTED = 3  # words that a quotation before its verb has at least


def is_negated(site: Site) -> bool:
    """Whether a verb is denied, in a way that leaves nothing said."""
    view, before = site.view, site.cue.first - 1
    if view.particle_before(site.cue.first) == "without":
        return True
    if view.particle_before(site.cue.first) == "what" and site.cue.match.after:
        return False  # ما نشرته الصحيفة (what the newspaper published)
    return view.closing.get(before) == "negation" and not site.cue.takes.keeps_denied


def relayed(site: Site) -> Draft | None:
    """نقلت الوكالة عن المسؤول قوله: the source stands behind عن (or إلى), the subject only carried it."""
    view, cue, limit, link = site.view, site.cue, site.limit, site.cue.takes.relay
    if not link:
        return None
    ahead = view.forms[cue.last].startswith(link) and view.forms[cue.last] != link  # ونسبت اليه الوكالة قوله
    carrier = noun_phrase(view, cue.last + ahead, limit, frozenset((link,)))
    at = cue.last if ahead or carrier is None else carrier.last
    at = next((n for n in range(at, min(limit, at + CARRIED)) if view.forms[n].startswith(link)), -1)
    if at < 0:
        return None
    source = noun_phrase(view, at + 1, limit) if view.forms[at] == link else None
    behind = source.last if source else max(at + 1, carrier.last if carrier else 0)
    opening = find_opening(site, behind) or find_object(site, behind)
    if opening is None:
        return None
    found = draft(site, "relayed", opening, source)
    found.via = carrier or subjects.before(view, cue, site.start)
    found.agreement = PRONOUNS.get(view.forms[at][len(link) :], "") if source is None else ""
    return found


def relative_subject(site: Site) -> Draft | None:
    """فلان الذي قال إن (X, who said that)."""
    source = subjects.antecedent(site.view, site.cue, site.start)
    return made(site, "relative-subject", behind_verb(site), source) if source else None


def quotation_verb_subject(site: Site) -> Draft | None:
    """«…»، قال فلان: the words stand before the verb."""
    view, cue = site.view, site.cue
    at = cue.first - 1
    if not cue.takes.direct or cue.match.before or not view.marks[at]:
        return None
    while at > site.start and view.forms[at] in subjects.ASIDES:
        at -= 1
    quotation = view.text.quotation_at(view.words[at].start) if view.forms[at] in QUOTES else None
    if quotation is None or quotation.end > view.words[cue.first].start:
        return None
    first = view.text.word_at(quotation.inner_start)
    source = source_at(view, cue.last, site.limit, cue.takes.leads)
    if source is None or at - first < QUOTED:
        return None
    behind = _longer_part(view, source.last, at - first)
    if behind is not None:
        return draft(site, "quotation-verb-subject", behind, source)
    return draft(site, "quotation-verb-subject", Opening("direct", first), source, at)


def _longer_part(view: View, at: int, length: int) -> Opening | None:
    """«…»، قال فلان، «…»: the part behind the source where it is the longer one (in words)."""
    at += view.forms[at] in subjects.ASIDES
    end = quotation_end(view, at) if view.forms[at] in QUOTES else None
    return Opening("direct", at + 1) if end is not None and end - at - 2 > length else None


def subject_verb(site: Site) -> Draft | None:
    """فلان قال إن, and headlines: فلان يدعو إلى."""
    view, cue = site.view, site.cue
    letter = cue.match.before[:1]
    if letter == AND or cue.match.after or (letter == SO and not subjects.topic_before(view, cue.first, site.start)):
        return None
    source = subjects.before(view, cue, site.start) or subjects.text_before(view, cue, site.start)
    if source is None or _speaker_behind(site):
        return None
    if kind_of(view, source) == "document" and is_impersonal(site):
        return None
    issued = source.head in view.settings and not view.definite(source.head) and kind_of(view, source) != "document"
    return made(site, "subject-verb", behind_source(site, cue.last), None if issued else source)


def _speaker_behind(site: Site) -> bool:
    """Whether a verb that addresses nobody is followed by a source and its words."""
    if site.cue.takes.addressee:
        return False
    phrase = source_at(site.view, site.cue.last, site.limit, site.cue.takes.leads)
    opening = find_opening(site, phrase.last) if phrase is not None else None
    return opening is not None and opening.kind in SPEECH


def verb_subject(site: Site) -> Draft | None:
    """قال فلان إن, أعلن فلان كذا."""
    source = _behind(site)
    if source is None:
        return None
    kind = kind_of(site.view, source)
    if kind is None and (is_impersonal(site) or source.first in site.view.openers or site.cue.match.after):
        return None
    opening = behind_source(site, source.last)
    cited = citing(site, source)
    if cited is not None or opening is None or _is_addressed(site, source, opening):
        return cited
    if opening.kind not in SPEECH and kind is None and not _unknown_speaker(site, source, opening):
        return None
    return made(site, "verb-subject", opening, source)


def clause_verb_subject(site: Site) -> Draft | None:
    """أغلق المعبر صباحا، يضيف المصدر نفسه: the words stand before the verb, the source ends the clause."""
    view, cue = site.view, site.cue
    bare = cue.takes.direct and not (cue.takes.only or cue.takes.things or cue.takes.addressee)
    if not bare or cue.match.before or cue.match.after or view.forms[cue.first - 1] != COMMA:
        return None
    source = source_at(view, cue.last, site.limit)
    if source is None or not agrees_behind(view, source, cue.agreement):
        return None
    ends = past_adjuncts(view, source.last, site.limit)
    first = past_marks(view, site.start, cue.first)
    if not (ends >= site.limit or view.marks[ends]) or cue.first - first < WORDS:
        return None
    return draft(site, "clause-verb-subject", Opening("object", first), source, cue.first - 1)


def _behind(site: Site) -> NounPhrase | None:
    """The noun phrase behind a verb where it can be its subject."""
    view, cue, limit = site.view, site.cue, site.limit
    source = _quoted_name(site)
    if source is None:
        if next_opening(site, cue.last) is not None:
            return None
        first = past_listener(site, past_adjuncts(view, cue.last, limit))
        if view.categories[first] == "pronoun" and view.closing.get(cue.first - 1) is None:
            first += 1  # في وقت أكد فيه فلان
        if any(other.participle for other in view.cues.get(first, ())) and view.marks[first + 1]:
            return None  # كتب مغردا: "…" (he wrote, tweeting)
        source = noun_phrase(view, first, limit, cue.takes.leads, not cue.takes.addressee)
    if source is None or not agrees_behind(view, source, cue.agreement) or accusative(view, source):
        return None
    return source


def _quoted_name(site: Site) -> NounPhrase | None:
    """A source in quotation marks or brackets right behind the verb: قال "فلان" في بيان إن."""
    view, cue, at = site.view, site.cue, site.cue.last
    if at >= site.limit or view.forms[at] not in QUOTES | {"("}:
        return None
    phrase = noun_phrase(view, at, site.limit, cue.takes.leads)
    if phrase is None or phrase.last - phrase.first > QUOTED_NAME:
        return None
    opening = find_opening(site, phrase.last)
    return phrase if opening is not None and (kind_of(view, phrase) or opening.kind in SPEECH) else None


def _is_addressed(site: Site, source: NounPhrase, opening: Opening) -> bool:
    """Whether the only phrase behind اتهم is the accused: ويتهم [فلانا] بالتقصير."""
    takes = site.cue.takes
    if not takes.kept or site.cue.match.after:
        return False
    if opening.kind == "object":  # حملت الحركة [الحكومة المسؤولية]
        return site.view.forms[opening.first] in takes.beside
    return past_adjuncts(site.view, source.last, site.limit) >= opening.first - (opening.kind != "attached")


def _unknown_speaker(site: Site, source: NounPhrase, opening: Opening) -> bool:
    """Whether a phrase that no entry knows speaks: the verb is one of speakers only, or a rare short name follows."""
    view = site.view
    if not site.cue.takes.things and opening.kind != "object" and view.definite(source.head):
        return True
    near = opening.first - source.last <= 2 and source.last - source.first <= 3
    rare = view.text.lexicon.zipf(view.forms[source.head]) < RARE or view.name_like(source.head)
    return near and rare and opening.kind == "through"


VERB_RULES = (
    relayed, told_matter, relative_subject, quotation_verb_subject, subject_verb, verb_subject, clause_verb_subject,
    implicit_subject,
)  # fmt: skip
