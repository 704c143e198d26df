"""All drafts of a report, sentence by sentence: every cue is tried, what one has used up is left alone."""

from __future__ import annotations

from tawthiq.rules import explain
from tawthiq.statements.attribution import Attribution, attribution, leading, text_phrase, trailing
from tawthiq.statements.breaks import breaks_of
from tawthiq.statements.content import content_end
from tawthiq.statements.continued import continued
from tawthiq.statements.cues import Cue
from tawthiq.statements.drafts import Draft
from tawthiq.statements.headlines import headline, repeated
from tawthiq.statements.implicit import circumstance, resumed
from tawthiq.statements.letters import ADVERB, ADVERBS, COMMA
from tawthiq.statements.nouns import verbal_noun
from tawthiq.statements.openings import next_opening
from tawthiq.statements.site import Site
from tawthiq.statements.sources import kind_of
from tawthiq.statements.verbs import VERB_RULES, is_negated
from tawthiq.statements.view import View

NOUNS = ("masdar", "noun")
LONGEST = 400  # words of a sentence that are read at once: a text without full stops takes no longer than another
ACT = 3  # words: a political act by speech counts where at least so much of its content is spelled out


def drafts_of(view: View) -> list[Draft]:
    """The drafts of all statements, by the place of their cue."""
    found: list[Draft] = []
    for sentence in view.text.sentences:
        words = view.text.words_of(sentence)
        for start in range(words.start, words.stop, LONGEST):
            found.extend(_sentence(view, start, min(start + LONGEST, words.stop)))
    found.extend(repeated(view, found))
    return continued(view, found)


def _sentence(view: View, start: int, limit: int) -> list[Draft]:
    cues = view.cues_in(start, limit)
    title = headline(view, start, limit)
    found = [title] if title else []
    ordered = sorted(cues, key=lambda cue: (cue.first, not cue.finite, not cue.participle))
    sites = [Site(view, cue, start, limit) for cue in ordered]
    attributions = [p for site in sites if site.cue.takes.use == "according" and (p := attribution(site))]
    for site in sites:
        if not _used(site.cue, found, attributions):
            made = _draft(site, found)
            if made is not None:
                found.append(made)
    for phrase in attributions:
        _attribute(phrase, found)
    return _ended(view, found, attributions, start, limit)


def _used(cue: Cue, found: list[Draft], attributions: list[Attribution]) -> bool:
    """Whether a cue is part of what another one has read already: its introduction or its source."""
    if cue.takes.use == "according" or any(p.first <= cue.first < p.last for p in attributions):
        return True
    return any(d.cue_first <= cue.first < d.first for d in found)


def _draft(site: Site, found: list[Draft]) -> Draft | None:
    cue = site.cue
    if cue.takes.use == "text":
        return text_phrase(site)
    if cue.finite:
        return resumed(site, found) or (None if is_negated(site) else _ruled(site))
    if cue.participle:
        return circumstance(site) if _adverb(site) else None
    return verbal_noun(site) if cue.part.startswith(NOUNS) else None


def _adverb(site: Site) -> bool:
    """Whether a participle can be an adverb (مضيفا) and not a noun or an adjective."""
    view, cue = site.view, site.cue
    form = view.forms[cue.first]
    if view.closing.get(cue.first - 1) == "preposition":
        return False
    if cue.match.definite or not form.endswith(ADVERBS) or (cue.agreement == "ms" and not form.endswith(ADVERB)):
        return False
    if cue.first in view.heads and next_opening(site, cue.last) is None:
        return False  # a noun: متحدثا باسم (a spokesman of)
    return cue.agreement in ("ms", "fs", "mp")


def _ruled(site: Site) -> Draft | None:
    trace = site.view.text.trace
    if trace is not None:
        return explain(VERB_RULES, trace, "statements", site.view.words[site.cue.first].text, site)[1]
    for rule in VERB_RULES:
        found = rule(site)
        if found is not None:
            return found
    return None


def _attribute(phrase: Attribution, found: list[Draft]) -> None:
    """Make a statement of an attributing phrase, or the way that the sentence's statements came."""
    if any(d.cue_first < phrase.first < d.first for d in found):
        return  # read with the verb before it
    spoken = [draft for draft in found if draft.cue is not None and not draft.cue.takes.use]
    before = [draft for draft in spoken if draft.cue_first < phrase.first]
    media = phrase.via is None and phrase.source is not None and kind_of(phrase.site.view, phrase.source) == "media"
    if phrase.source is None and not phrase.clause and before:
        return  # "in his words" behind what he said
    if phrase.leads and media and any(d.cue_first <= phrase.last + 2 for d in spoken):
        _carry(phrase, spoken)
    elif not phrase.leads and media and before:
        _carry(phrase, before[-1:])
    else:
        made = leading(phrase) if phrase.leads else trailing(phrase, _floor(phrase, before))
        if made is not None:
            found.append(made)


def _floor(phrase: Attribution, before: list[Draft]) -> int:
    """Where what trails a phrase can begin: behind the cue clause before it."""
    return max((draft.first for draft in before), default=phrase.site.start)


def _carry(phrase: Attribution, drafts: list[Draft]) -> None:
    for draft in drafts:
        if draft.via is None:
            draft.via = phrase.source


def _ended(view: View, found: list[Draft], attributions: list[Attribution], start: int, limit: int) -> list[Draft]:
    """The drafts with the ends of their contents, in reading order; empty and unspelled ones left out."""
    breaks = breaks_of(view, found, attributions, start, limit)
    for draft in found:
        draft.sentence = start
        if not draft.last:
            draft.last = content_end(view, draft.opening, limit, breaks, draft.embedded)
    for draft in found:
        if draft.source is None and draft.opening.kind != "that" and _inside(draft, found):
            draft.last = next((at for at in range(draft.first, draft.last) if view.forms[at] == COMMA), draft.last)
    return sorted((draft for draft in found if _spelled_out(view, draft)), key=lambda draft: draft.cue_first)


def _inside(draft: Draft, found: list[Draft]) -> bool:
    """Whether a draft is told in the content of another one."""
    return any(d.first <= draft.cue_first < d.last for d in found if d is not draft)


def _spelled_out(view: View, draft: Draft) -> bool:
    if draft.cue is not None and draft.cue.takes.act and draft.opening.kind == "object":
        return sum(not view.marks[at] for at in range(draft.first, draft.last)) >= ACT
    return not all(view.marks[at] for at in range(draft.first, draft.last))
