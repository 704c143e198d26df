"""Verbs and participles that report: ordered rules for where their source and content stand.

    نقلت وكالة عن مسؤول قوله إن …   relayed               ذكرت وكالة نقلا عن مسؤول أن …   citing
    الوزير الذي قال إن …            relative-subject      …، وهو ما نفاه الوزير            resumed
    الوزير قال إن …                 subject-verb          قال الوزير إن …                 verb-subject
    «…»، قال الوزير                 quotation-verb-subject  وأضاف أن …                     implicit-subject
    …، مضيفا أن …                   circumstance
"""

from __future__ import annotations

from tawthiq.statements import subjects
from tawthiq.statements.content import (
    Opening, find_attached, find_object, find_opening, next_opening, object_at, past_adjuncts,
)  # fmt: skip
from tawthiq.statements.drafts import Draft, Site, draft
from tawthiq.statements.phrases import NounPhrase, noun_phrase
from tawthiq.statements.sources import accusative, agrees, agrees_behind, kind_of, source_at
from tawthiq.statements.view import QUOTES

NEGATIONS = frozenset(("لم", "ولم", "لن", "ولن", "لا", "ولا", "فلم", "ما", "دون"))  # did not, will not, …
PRONOUNS = {"ه": "ms", "ها": "fs", "هم": "mp", "هما": "md"}  # him, her, them, the two of them
RELATIVES = {"الذي": "ms", "التي": "fs", "الذين": "mp"}  # who, which
SPEECH = frozenset(("that", "direct"))
RARE = 4.0  # Zipf frequency; a commoner word behind a verb is hardly a name
BESIDE = 8  # words of the content among which a word that must stand beside the cue may be
CARRIED = 7  # words between who carried words and عن
NAME = 7  # words: where أن stands nearer behind a noun than this, the noun is part of the source
ASIDE = 6  # words between a verb and its own preposition
QUOTED_NAME = 6  # words with their marks


def is_negated(site: Site) -> bool:
    """Whether a verb is denied, in a way that leaves nothing said."""
    return site.view.forms[site.cue.first - 1] in NEGATIONS and not site.cue.takes.keeps_denied


def relayed(site: Site) -> Draft | None:
    """نقلت الوكالة عن المسؤول قوله: the source stands behind عن (or إلى), the subject only carried it."""
    view, cue, limit = site.view, site.cue, site.limit
    if not cue.takes.relay:
        return None
    link = "الي" if cue.takes.relay == "إلى" else "عن"  # to, about
    ahead = view.forms[cue.last].startswith(link) and view.forms[cue.last] != link  # ونسبت اليه الوكالة قوله
    carrier = noun_phrase(view, cue.last + ahead, limit, frozenset((link,)))
    at = cue.last if ahead or carrier is None else carrier.last
    carrier = carrier or subjects.before(view, cue, site.start)
    at = next((n for n in range(at, min(limit, at + CARRIED)) if view.forms[n].startswith(link)), -1)
    if at < 0:
        return None
    source = noun_phrase(view, at + 1, limit) if view.forms[at] == link else None
    behind = source.last if source else max(at + 1, carrier.last if carrier else 0)
    opening = find_opening(view, cue, behind, limit) or find_object(view, cue, behind, limit)
    if opening is None:
        return None
    found = draft(site, "relayed", opening, source)
    found.via = carrier
    found.agreement = PRONOUNS.get(view.forms[at][len(link) :], "") if source is None else ""
    return found


def relative_subject(site: Site) -> Draft | None:
    """فلان الذي قال إن (X, who said that)."""
    source = subjects.antecedent(site.view, site.cue, site.start)
    return _made(site, "relative-subject", _behind_verb(site), source) if source else None


def subject_verb(site: Site) -> Draft | None:
    """فلان قال إن, and headlines: فلان يدعو إلى."""
    view, cue = site.view, site.cue
    if cue.match.before[:1] == "و" or cue.match.after:
        return None
    if cue.match.before[:1] == "ف" and not subjects.topic_before(view, cue.first, site.start):
        return None
    source = subjects.before(view, cue, site.start) or subjects.text_before(view, cue, site.start)
    if source is None or _speaker_behind(site):
        return None
    if kind_of(view, source) == "document" and view.forms[cue.first] in cue.takes.impersonal:
        return None
    issued = source.head in view.settings and not view.definite(source.head)
    return _made(site, "subject-verb", _behind(site, cue.last, named=True), None if issued else source)


def _speaker_behind(site: Site) -> bool:
    """Whether a verb that addresses nobody is followed by a source and its words."""
    view, cue = site.view, site.cue
    if cue.takes.addressee:
        return False
    phrase = source_at(view, cue.last, site.limit, cue.takes.leads)
    if phrase is None:
        return False
    opening = find_opening(view, cue, phrase.last, site.limit)
    return opening is not None and opening.kind in SPEECH


def verb_subject(site: Site) -> Draft | None:
    """قال فلان إن, أعلن فلان كذا."""
    view, cue, limit = site.view, site.cue, site.limit
    named = _quoted_name(site)
    if named is None and next_opening(view, cue, cue.last, limit) is not None:
        return None
    first = _past_listener(site, past_adjuncts(view, cue.last, limit))
    if view.categories[first] == "pronoun" and view.closing.get(cue.first - 1) is None:
        first += 1  # في وقت أكد فيه فلان
    if any(c.participle for c in view.cues.get(first, ())) and view.marks[first + 1]:
        return None  # كتب مغردا: "…" (he wrote, tweeting)
    source = named or noun_phrase(view, first, limit, cue.takes.leads, not cue.takes.addressee)
    if source is None or not agrees_behind(view, source, cue.agreement) or accusative(view, source):
        return None
    kind = kind_of(view, source)
    if kind is None and (_is_impersonal(site) or source.first in view.openers or cue.match.after):
        return None
    citation = _citation(site, source)
    if citation is not None:
        return citation
    opening = _behind(site, source.last, named=True)
    if opening is None or _is_addressed(site, source, opening):
        return None
    known = kind is not None or (not cue.takes.things and opening.kind != "object" and view.definite(source.head))
    if opening.kind not in SPEECH and not known and not _adjacent_name(site, source, opening):
        return None
    return _made(site, "verb-subject", opening, source)


def _past_listener(site: Site, at: int) -> int:
    """The word behind whom the words were said to (قال [لوكالة محلية] مصدر أمني إن)."""
    view = site.view
    if view.forms[at] != "ل" and not view.joined(at, "ل"):
        return at
    begin = at + 1 if view.forms[at] == "ل" else at
    told = noun_phrase(view, begin, site.limit)
    return told.last if told is not None else at


def _adjacent_name(site: Site, source: NounPhrase, opening: Opening) -> bool:
    """An unknown short name with the verb's own preposition right behind it: أشار فلان إلى."""
    near = opening.first - source.last <= 2 and source.last - source.first <= 3
    rare = site.view.text.lexicon.zipf(site.view.forms[source.head]) < RARE
    return near and opening.kind == "through" and (rare or site.view.name_like(source.head))


def _is_addressed(site: Site, source: NounPhrase, opening: Opening) -> bool:
    """Whether the only phrase behind اتهم is the accused: ويتهم [فلانا] بالتقصير."""
    view, cue = site.view, site.cue
    if not cue.takes.kept or cue.match.after:
        return False
    return past_adjuncts(view, source.last, site.limit) >= opening.first - (opening.kind != "attached")


def _citation(site: Site, carrier: NounPhrase | None) -> Draft | None:
    """ذكرت المصادر نقلا عن مسلحين أن: the source behind نقلا عن, the subject carried it."""
    view, cue = site.view, site.cue
    at = past_adjuncts(view, carrier.last if carrier else cue.last, site.limit)
    phrase = next((c for c in view.cues.get(at, ()) if c.id == "cue.citing"), None)
    source = noun_phrase(view, phrase.last, site.limit) if phrase else None
    opening = find_opening(view, cue, source.last, site.limit) if source else None
    if opening is None or opening.kind not in SPEECH:
        return None
    found = draft(site, "citing", opening, source)
    found.via, found.agreement = carrier, ""
    return found


def _quoted_name(site: Site) -> NounPhrase | None:
    """A source in quotation marks or brackets right behind the verb: قال "فلان" في بيان إن."""
    view, cue, at = site.view, site.cue, site.cue.last
    if at >= site.limit or view.forms[at] not in QUOTES | {"("}:
        return None
    phrase = noun_phrase(view, at, site.limit, cue.takes.leads)
    if phrase is None or phrase.last - phrase.first > QUOTED_NAME:
        return None
    opening = find_opening(view, cue, phrase.last, site.limit)
    return phrase if opening is not None and (kind_of(view, phrase) or opening.kind in SPEECH) else None


def quotation_verb_subject(site: Site) -> Draft | None:
    """«…»، قال فلان: the words stand before the verb."""
    view, cue = site.view, site.cue
    at = cue.first - 1
    if not cue.takes.direct or cue.match.before or not view.marks[at]:
        return None
    while at > site.start and view.forms[at] in ("،", "-", "–"):
        at -= 1
    quotation = view.text.quotation_at(view.words[at].start) if view.forms[at] in QUOTES else None
    if quotation is None or quotation.end > view.words[cue.first].start:
        return None
    first = view.text.word_at(quotation.inner_start)
    source = source_at(view, cue.last, site.limit, cue.takes.leads)
    if source is None or at - first < 3:
        return None
    return draft(site, "quotation-verb-subject", Opening("direct", first), source, at)


def implicit_subject(site: Site) -> Draft | None:
    """وأضاف أن: whoever spoke last."""
    view, cue = site.view, site.cue
    if _is_impersonal(site) or _quoted(site):
        return None
    if (cue.match.after and not cue.takes.addressee) or not _leads_clause(site):
        return None
    citation = _citation(site, None)
    if citation is not None:
        return citation
    opening = _behind_verb(site)
    if opening is not None and _unable_subject(site, opening):
        return None
    return _made(site, "implicit-subject", opening, _resumptive(site))


def _unable_subject(site: Site, opening: Opening) -> bool:
    """Whether a noun phrase that cannot speak stands between verb and content: تشير [الصور] إلى."""
    view, cue = site.view, site.cue
    at = past_adjuncts(view, cue.last, site.limit)
    if opening.first - at < 2 or cue.takes.addressee or opening.kind == "object" or view.joined(at, "ل"):
        return False
    return view.words[at].kind == "word" and at not in view.functions and at not in view.cues


def _is_impersonal(site: Site) -> bool:
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
    at = cue.first - 1
    while view.forms[at] in subjects.PARTICLES or view.forms[at] in subjects.OPENING_MARKS:
        at -= 1
    resumptive = view.forms[cue.last] in ("فيها", "فيه", "خلالها", "خلاله")
    if cue.conjoined or at < site.start or view.marks[at] or view.forms[cue.last] == ":":
        return True
    if view.closing.get(at) == "relative":
        return view.categories[cue.last] != "pronoun" and RELATIVES.get(view.forms[at]) != cue.agreement
    return resumptive or view.closing.get(at) in ("conjunction", "complementizer", "adjunct", "auxiliary")


def _resumptive(site: Site) -> NounPhrase | None:
    """تصريحات من الوزير قال فيها إن: the noun phrase that ends right before the verb."""
    view, cue = site.view, site.cue
    if view.forms[cue.last] not in ("فيها", "فيه", "خلالها", "خلاله") or cue.match.before:
        return None
    for at in range(cue.first - 1, max(site.start, cue.first - 8) - 1, -1):
        found = source_at(view, at + 1, cue.first) if view.closing.get(at) == "preposition" else None
        if found is not None and agrees(view, found, cue.agreement):
            return found
    return None


def circumstance(site: Site) -> Draft | None:
    """مضيفا أن، مؤكدة أهمية: a participle that leans on the sentence's subject."""
    view, cue, limit = site.view, site.cue, site.limit
    opening = next_opening(view, cue, cue.last, limit) or object_at(view, cue, cue.last, limit, True)
    if opening is None:
        stop = next((at for at in range(cue.last, limit) if view.forms[at] == "،"), limit)
        opening = find_opening(view, cue, cue.last, stop)
        opening = opening or (find_attached(view, cue, cue.last, stop) if cue.takes.addressee else None)
    found = _made(site, "circumstance", opening, None)
    if found is not None:
        found.leans = True
    return found


def resumed(site: Site, found: list[Draft]) -> Draft | None:
    """…، وهو ما نفته الوزارة: another source confirms or denies what was just said."""
    view, cue = site.view, site.cue
    pointer = view.forms[cue.first - 1] in ("ما", "الذي") and view.forms[cue.first - 2] in ("وهو", "الامر")
    if not pointer or not cue.match.after or not found:
        return None
    source = source_at(view, cue.last, site.limit)
    if source is None:
        return None
    made = draft(site, "resumed", found[-1].opening, source, cue.first - 2)
    made.polarity = "deny" if cue.takes.denies else made.polarity
    return made


def _behind_verb(site: Site) -> Opening | None:
    """What opens the content of a verb whose source does not stand behind it."""
    view, cue, limit = site.view, site.cue, site.limit
    at = _past_listener(site, cue.last) if "ل" not in cue.takes.leads else cue.last
    if any(other.participle for other in view.cues.get(at, ())):
        at += 1  # وأضاف معلقا: «…»
    found = next_opening(view, cue, at, limit) or object_at(view, cue, at, limit, False)
    if found is not None or cue.takes.close:
        return found
    if cue.takes.addressee:
        found = find_attached(view, cue, at, limit)
    later = find_opening(view, cue, at, limit)
    if later is not None and (later.kind in SPEECH or cue.takes.addressee or later.first - at < ASIDE):
        return later if found is None or later.first < found.first else found
    return found or find_object(view, cue, at, limit)


def _behind(site: Site, at: int, *, named: bool) -> Opening | None:
    """What opens the content behind a source that ends at a word."""
    view, cue, limit = site.view, site.cue, site.limit
    at = _past_listener(site, at) if "ل" not in cue.takes.leads else at
    found = next_opening(view, cue, at, limit) or object_at(view, cue, at, limit, False)
    if found is not None or cue.takes.close:
        return found
    plain = object_at(view, cue, at, limit, True) if named else None
    attached = find_attached(view, cue, at, limit) if cue.takes.attached and cue.takes.addressee else None
    later = find_opening(view, cue, at, limit)
    if plain is not None and (later is None or later.kind not in SPEECH or later.first - at > NAME):
        return plain
    thing = _object_behind_place(site, at, named) or find_object(view, cue, at, limit)
    return min((found for found in (attached, later, thing) if found is not None), key=_place, default=None)


def _place(opening: Opening) -> int:
    return opening.first


def _object_behind_place(site: Site, at: int, named: bool) -> Opening | None:
    """انتقد فلان [من المدينة] كذا: the object behind where it was said."""
    view, cue, limit = site.view, site.cue, site.limit
    if not cue.takes.object or view.categories[at] != "preposition":
        return None
    place = view.named.get(view.functions[at].last)
    return object_at(view, cue, view.covers(place)[1], limit, named) if place and place.kind == "place" else None


def _made(site: Site, rule: str, opening: Opening | None, source: NounPhrase | None) -> Draft | None:
    """The draft of an opening where the entry's conditions hold."""
    if opening is None or opening.first >= site.limit or not _allowed(site, opening, source):
        return None
    found = draft(site, rule, Opening(opening.kind, _with_addressee(site, opening, source)), source)
    if site.view.forms[site.cue.first - 1] in NEGATIONS:
        found.polarity = "affirm"
    elif site.view.forms[opening.first] in site.cue.takes.denies:
        found.polarity = "deny"
    found.embedded = site.view.closing.get(site.cue.first - 1) == "relative"
    return found


def _allowed(site: Site, opening: Opening, source: NounPhrase | None) -> bool:
    view, cue = site.view, site.cue
    needs = cue.takes.needs
    if needs and not any(view.forms[at] in needs for at in range(max(cue.last, opening.first - 2), opening.first + 1)):
        return False
    if cue.takes.relay and (opening.kind != "that" or source is None or opening.first - source.last > 2):
        return False
    if cue.takes.beside and not cue.takes.beside.intersection(view.forms[cue.last : opening.first + BESIDE]):
        return False
    if cue.takes.asks_from and opening.kind == "object" and "من" not in view.forms[cue.last : opening.first]:
        return False
    if cue.takes.only == "quote" and source is not None and kind_of(view, source) is None:
        return False
    if cue.takes.only == "document":
        return source is not None and kind_of(view, source) == "document"
    return cue.takes.only in ("", {"that": "that", "direct": "quote"}.get(opening.kind))


def _with_addressee(site: Site, opening: Opening, source: NounPhrase | None) -> int:
    """Where content begins when whom it is about belongs to it: اتهم [فلانا بكذا]."""
    view, cue = site.view, site.cue
    kept = cue.takes.kept or (opening.kind == "attached" and view.forms[opening.first][0] == "ل")
    if not kept or cue.match.after or opening.kind == "direct":
        return opening.first
    begin = source.last if source is not None and source.first >= cue.last else cue.last
    while begin < opening.first and (view.marks[begin] and view.forms[begin] not in QUOTES or begin in view.adjuncts):
        begin += 1
    return begin


VERB_RULES = (
    relayed, relative_subject, quotation_verb_subject, subject_verb, verb_subject, implicit_subject,
)  # fmt: skip
