"""Persons: known ones, names behind a title, given names with what follows, short forms of full names."""

from __future__ import annotations

from collections.abc import Iterator

from tawthiq.mentions.claims import Claim, claim
from tawthiq.mentions.phrases import complement_end, tail_end
from tawthiq.mentions.signs import PERSONS, Signs

MAX_PARTS = 7


def persons(signs: Signs) -> list[Claim]:
    """Claims on persons: full names first, then their short forms anywhere in the report."""
    full = [*_known(signs), *_titled(signs), *_given(signs)]
    return [*full, *_short_forms(signs, full)]


def _known(signs: Signs) -> Iterator[Claim]:
    for match in signs.text.layer("actor"):
        if match.part == "name" and match.entry.id.startswith(PERSONS):
            last = max(match.last, name_end(signs, match.last, started=True))
            yield claim(signs.text, match.first, last, "person", f"{match.entry.id}/name",
                        start=match.start, actor=match.entry.id)  # fmt: skip


def _titled(signs: Signs) -> Iterator[Claim]:
    for match in signs.text.layer("title"):
        if ".p" in match.part or match.after:
            continue
        at = match.last
        if match.entry.data["kind"] in ("office", "profession", "rank"):
            at = role_end(signs, at, match.definite)
        last = name_end(signs, at, titled=True)
        if last > at and not signs.text.at(at, "title"):
            yield claim(signs.text, at, last, "person", f"{match.entry.id}/name")


def role_end(signs: Signs, at: int, definite: bool) -> int:
    """The end of what says of what a title is: وزير الخارجية البلجيكي."""
    head = {"coordinate": True, "in": True, "follow": "any"}
    return tail_end(signs, at, head) if definite else complement_end(signs, at, head) or at


def _given(signs: Signs) -> Iterator[Claim]:
    for match in signs.text.layer("given_name"):
        last = name_end(signs, match.first)
        common = bool(match.entry.data.get("common"))
        words = last - match.first
        if words >= 2 and not (common and words == 2 and not _certain(signs, match.last)):
            yield claim(signs.text, match.first, last, "person", "rule:given-name", start=match.start)


def _certain(signs: Signs, at: int) -> bool:
    found = signs.personal(at)
    return bool(found and not found.entry.data.get("common")) or bool(signs.text.at(at, "name_particle"))


def name_end(signs: Signs, at: int, *, started: bool = False, titled: bool = False) -> int:
    """The end of the name whose parts begin at `at`; `at` itself where none does."""
    first, last = at, at
    while last - first < MAX_PARTS and (last == first or signs.follows(last)):
        step = _part(signs, last, inside=started or last > first, titled=titled)
        if not step:
            break
        last += step
    return last


def _part(signs: Signs, at: int, inside: bool, titled: bool) -> int:
    """How many words the part of a name at this position takes; 0 where none stands there."""
    if not signs.is_word(at) or signs.verb(at):
        return 0
    if any(not m.before for m in signs.text.at(at, "name_particle")) and signs.follows(at + 1):
        return 2
    found = signs.personal(at)
    if found and not (inside and found.before) and not _preposition(signs, at):
        return found.last - at
    if signs.function(at):
        return 0
    if (inside or titled) and signs.rare(at) and not signs.form(at).startswith(("ال", "وال", "بال", "لل", "سي")):
        return 1
    nisba = signs.form(at).startswith("ال") and signs.form(at).endswith("ي")
    return 1 if inside and nisba and signs.rare(at) else 0


def _preposition(signs: Signs, at: int) -> bool:
    """على (on) is no علي (Ali)."""
    return signs.words[at].text.endswith("ى") and signs.form(at) == "علي"


def _short_forms(signs: Signs, full: list[Claim]) -> Iterator[Claim]:
    """The last word of a full name, anywhere in the report."""
    known = {signs.form(c.last - 1): c for c in full if c.last - c.first > 1}
    for at, word in enumerate(signs.words):
        for cut in (0, 1):
            whole = known.get(word.form[cut:])
            if whole and (not cut or word.form[0] in "وفبلك"):
                start = word.start + cut
                yield claim(signs.text, at, at + 1, "person", "rule:short-form", start=start, actor=whole.actor)
                break
