"""Triggers: the words that name events, each with its roles, where its conditions hold."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from tawthiq.events.grammar import Trigger
from tawthiq.events.needs import Candidate, excluded, is_finite, missing
from tawthiq.events.nominal import noun_roles
from tawthiq.events.scene import Scene
from tawthiq.events.verbal import participle_roles, verb_roles
from tawthiq.lexicon import Match


def candidates(scene: Scene) -> list[Candidate]:
    """The triggers of a text in reading order, at most one for any word."""
    found: list[Candidate] = []
    matches = sorted(scene.text.layer("trigger"), key=lambda m: (m.first, -m.last))
    taken = 0
    for first, group in groupby(matches, key=lambda m: m.first):
        candidate = _first_that_holds(scene, [m for m in group if first >= taken])
        if candidate:
            found.append(candidate)
            taken = candidate.match.last
    return found


def _first_that_holds(scene: Scene, matches: list[Match]) -> Candidate | None:
    """Of the readings of one word the first whose conditions hold: longer ones and narrower ones before others."""
    for match in sorted(matches, key=lambda m: _rank(scene, m)):
        if not _readable(scene, match):
            continue
        trigger = scene.grammar.triggers[match.entry.id]
        lacks = excluded(scene, match, trigger)
        candidate = _read(scene, match, trigger) if lacks is None else None
        lacks = missing(scene, candidate) if candidate else lacks
        _note(scene, match, lacks)
        if candidate and lacks is None:
            return candidate
        if candidate and (trigger.casualty or trigger.aims):
            return candidate._replace(faint=True)
    return None


def _note(scene: Scene, match: Match, lacks: str | None) -> None:
    if scene.text.trace is not None:
        word = scene.text.span_of(match.first, match.last).text
        scene.text.trace.note("events", word, match.entry.id, f"lacks {lacks}" if lacks else "found")


def _rank(scene: Scene, match: Match) -> tuple[int, int, int, str, bool]:
    trigger = scene.grammar.triggers[match.entry.id]
    clitics = len(match.after) + len(match.before.removesuffix("ال"))
    plural = not match.part.endswith("s")  # a verb before its subject stands in the singular
    return (-match.last, clitics, -trigger.narrowness, trigger.id, plural)


def _readable(scene: Scene, match: Match) -> bool:
    """Whether the word may be what the match takes it for: a finite verb, or a noun."""
    view = scene.view(match.first)
    if not _plausible(scene, match):
        return False
    if is_finite(match):
        return view.kind in ("verb", "auxiliary") and not match.definite
    if match.part == "phrase":
        return True
    return view.kind in ("noun", "name") or match.definite


def _plausible(scene: Scene, match: Match) -> bool:
    """No pronoun behind an article, none of the second person (news has few), no jussive without its particle."""
    if scene.inside_name(match.first, match.last) or (match.part == "present.1s" and match.after):
        return False
    if match.after in ("ك", "كم", "ني") or (match.after and match.definite):  # your, me
        return False
    if match.after == "ي" and not scene.words[match.last - 1].form.endswith("تي"):  # my
        return False
    if match.part.startswith("jussive"):
        before = scene.view(match.first - 1).kind if match.first else ""
        return match.before.endswith("ل") or (before == "negation" and scene.words[match.first - 1].form == "لم")
    return True


def _read(scene: Scene, match: Match, trigger: Trigger) -> Candidate:
    finite = is_finite(match)
    read = verb_roles if finite else participle_roles if _circumstance(scene, match) else noun_roles
    return Candidate(match, trigger, read(scene, match, trigger), finite)


def _circumstance(scene: Scene, match: Match) -> bool:
    """An indefinite accusative participle: what the subject of the clause does besides."""
    if not match.part.startswith("participle") or match.definite or match.after:
        return False
    return scene.words[match.last - 1].form.endswith(("ا", "ه", "ين"))


def by_sentence(scene: Scene, found: list[Candidate]) -> Iterator[list[Candidate]]:
    """The candidates of each sentence that has any."""
    for _, group in groupby(found, key=lambda c: scene.text.sentence_of(c.match.start)):
        yield list(group)
