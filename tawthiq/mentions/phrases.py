"""Where the phrase behind a head noun ends: the grammar of names such as لجنة حقوق الإنسان العربية.

A noun without the article is made definite by what follows it (iḍāfa: وزارة الدفاع), directly or
through further nouns; adjectives agree in definiteness (Ryding 2005, chapters 8 and 10).
"""

from __future__ import annotations

from typing import Any

from tawthiq.mentions.signs import Signs

MAX_LINKS = 3
MAX_UNKNOWN = 3


def complement_end(signs: Signs, at: int, head: dict[str, Any]) -> int | None:
    """The end of what makes a head without article definite; None where nothing does."""
    for link in range(MAX_LINKS + 1):
        if not signs.follows(at) or signs.verb(at):
            return None
        known = _known_end(signs, at)
        if known:
            return tail_end(signs, known, head)
        if signs.definite_noun(at):
            return tail_end(signs, at + 1, head)
        if signs.known(at, "name_link") and link < MAX_LINKS:
            at += 1
            continue
        return _unknown_end(signs, at) if link or head.get("follow") != "quoted" else None
    return None


def _known_end(signs: Signs, at: int) -> int | None:
    found = [m for m in (signs.actor(at), signs.place(at)) if m and not m.before]
    return max((m.last for m in found), default=None)


def _unknown_end(signs: Signs, at: int) -> int | None:
    """Names that no list holds: rare words, at most three."""
    last = at
    while last - at < MAX_UNKNOWN and _may_name(signs, last):
        last += 1
    return last if last > at else None


def _may_name(signs: Signs, at: int) -> bool:
    if not signs.follows(at) or signs.function(at) or signs.verb(at):
        return False
    personal = signs.personal(at)
    return signs.rare(at) or bool(personal and not personal.before and not personal.entry.data.get("common"))


def tail_end(signs: Signs, at: int, head: dict[str, Any]) -> int:
    """The end of adjectives, joined nouns and ل phrases behind a definite noun."""
    at = adjectives_end(signs, at)
    if head.get("coordinate"):
        at = _joined_end(signs, at)
    at = _for_end(signs, at)
    if head.get("in") and signs.form(at) == "في":  # in
        place = signs.place(at + 1)
        at = place.last if place else at
    return at


def adjectives_end(signs: Signs, at: int) -> int:
    """The end of a run of words with the article that are no description."""
    while signs.follows(at) and (signs.definite_noun(at) or _joined_adjective(signs, at)):
        at += 1
    return at


def _joined_adjective(signs: Signs, at: int) -> bool:
    """A relational adjective joined by و to another (المجلس الاقتصادي والاجتماعي)."""
    form, before = signs.form(at), signs.form(at - 1)
    if not form.startswith("وال") or not before.startswith("ال"):
        return False
    endings = ("يه",) if before.endswith("يه") else ("ي",)
    return before.endswith(("ي", "يه")) and form.endswith(endings) and not signs.demonym(at)


def _joined_end(signs: Signs, at: int) -> int:
    """A second noun joined by و (وزارة الزراعة والري), where it opens no other name."""
    form = signs.form(at)
    if not form.startswith("وال") or len(form) < 6 or not signs.follows(at):
        return at
    others = ("org_head", "title", "group", "actor", "cue", "place")
    if any(m.entry.layer in others for m in signs.text.at(at)):
        return at
    return adjectives_end(signs, at + 1)


def _for_end(signs: Signs, at: int) -> int:
    """A phrase with ل that says for what a body is (الهيئة العامة للرياضة, اللجنة العليا لحقوق الإنسان)."""
    form = signs.form(at)
    if not signs.follows(at):
        return at
    if form.startswith("لل") and len(form) > 4 and not signs.verb(at):
        return _joined_end(signs, adjectives_end(signs, at + 1))
    if any(m.before == "ل" for m in signs.text.at(at, "name_link")):
        return complement_end(signs, at + 1, {"coordinate": True}) or at
    return at
