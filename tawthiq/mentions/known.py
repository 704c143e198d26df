"""Names of actors that the lexicon holds: which words of a match are the name, and whether a weak one counts."""

from __future__ import annotations

from collections.abc import Iterator

from tawthiq.fold import fold
from tawthiq.lexicon import Match
from tawthiq.mentions.claims import Claim
from tawthiq.mentions.given import name_end
from tawthiq.mentions.signs import OUTLETS, PEOPLES, PERSONS, STATES, Signs
from tawthiq.records import MentionKind

ORDINARY, HARDLY = 4.3, 0.03  # zipf frequency of an ordinary word, and the likelihood under which it is one
LIKELY = 0.5  # least likelihood by the tagger with which a weak name counts


def known_actors(signs: Signs) -> Iterator[Claim]:
    """Claims on persons, organisations and collectives by the names that the lexicon holds."""
    matches = [m for m in signs.text.layer("actor") if not m.entry.id.startswith((STATES, PEOPLES))]
    strong = {m.entry.id for m in matches if m.part == "name"}
    for match in matches:
        if match.part == "name" or (match.part == "weak_name" and _counts(signs, match, strong)):
            yield from _person(signs, match) if match.entry.id.startswith(PERSONS) else _body(signs, match)


def _counts(signs: Signs, match: Match, strong: set[str]) -> bool:
    """A weak name, one that is also an ordinary word, needs support by the words around it or the report."""
    kind = "person" if match.entry.id.startswith(PERSONS) else "organisation"
    if kind == "person" and _of_the_country(signs, match):
        return True
    return bool(
        (match.entry.id in strong and not _part_of_phrase(signs, match))
        or (signs.follows(match.first) and not match.before and _introduced(signs, match.first - 1, kind))
        or _marked(signs, match)
        or (kind == "organisation" and _dateline(signs, match))
        or (signs.likely(match.first, kind) >= LIKELY > signs.likely(match.first - 1, kind))
    )


def _of_the_country(signs: Signs, match: Match) -> bool:
    """The short name of a person whose country the report names, where it does not look like an ordinary word."""
    at = match.first
    ordinary = signs.zipf(signs.form(at)) >= ORDINARY and signs.likely(at, "person") < HARDLY
    if ordinary or signs.demonym(at) or _part_of_phrase(signs, match):
        return False
    return signs.country(match.entry.data.get("country", ""))


def _introduced(signs: Signs, at: int, kind: str) -> bool:
    """Behind a title, or behind a head that wants a name (صحيفة, newspaper)."""
    if kind == "person":
        return signs.title(at) is not None
    heads = (m for m in signs.at(at, "org_head") if not m.definite)
    return any(m.entry.data["follow"] in ("proper", "quoted") for m in heads)


def _part_of_phrase(signs: Signs, match: Match) -> bool:
    """An adjective behind a noun, or a noun with an adjective behind it."""
    adjective = signs.form(match.last - 1).endswith(("ي", "يه")) and signs.follows(match.first)
    behind = adjective and signs.definite(match.first) and "ال" in signs.form(match.first - 1)[:4]
    return behind or (signs.follows(match.last) and signs.definite_noun(match.last))


def _marked(signs: Signs, match: Match) -> bool:
    """In marks of its own: «الوطن»."""
    return match.first > 0 and signs.opening(match.first - 1) and signs.closing(match.last, 0) is not None


def _dateline(signs: Signs, match: Match) -> bool:
    """At the start of a line with a dash behind it: «الشروق - عدن»."""
    dash = match.last < len(signs.words) and signs.words[match.last].text in "-–—"
    return dash and not match.before and signs.line_start(match.first)


def _person(signs: Signs, match: Match) -> Iterator[Claim]:
    """The name without a title before it (الملك, the king)."""
    last = name_end(signs, match.first, match.last) if match.part == "name" else match.last
    title = signs.title(match.first)
    first = title.last if title and title.last < match.last else match.first
    start = match.start if first == match.first else signs.words[first].start
    yield Claim(first, last, start, signs.words[last - 1].end, "person", match.entry.id, f"{match.entry.id}/name")


def _body(signs: Signs, match: Match) -> Iterator[Claim]:
    """The name without a class word before it (تنظيم, جماعة) and without what only describes the body."""
    last = next((at for at in range(match.first + 1, match.last) if _breaks(signs, at)), match.last)
    if last - match.first == 1 and (last < match.last or _follower(signs, match)):
        return
    last = _without_nationality(signs, match, last)
    first = _behind_class_word(signs, match, last)
    start = match.start if first == match.first else signs.words[first].start
    kind: MentionKind = "group" if signs.at(first, "collective") else "organisation"
    yield Claim(first, last, start, signs.words[last - 1].end, kind, match.entry.id, f"{match.entry.id}/name")


def _follower(signs: Signs, match: Match) -> bool:
    """One follower or some, not the body: حوثي, حوثيين without the article."""
    form = signs.form(match.first)[len(match.before) :]
    if form.startswith("ال") or match.before.endswith("لل"):
        return False
    many = signs.text.lexicon.lookup("ال" + form.removesuffix("ا").removesuffix("ين").removesuffix("ون") + "ين")
    return any(entry.id == match.entry.id for entry, _ in many)


def _without_nationality(signs: Signs, match: Match, last: int) -> int:
    """An outlet's name without the adjective of its country: صحيفة الشروق المصرية."""
    opened = signs.at(match.first, "org_head") or signs.at(match.first, "class_word")
    if not match.entry.id.startswith(OUTLETS) or not opened or not signs.demonym(last - 1):
        return last
    shorter = " ".join(signs.form(at) for at in range(match.first, last - 1))[len(match.before) :]
    known = _names_body(signs, shorter) or (_names_body(signs, shorter.partition(" ")[2]))
    return last - 1 if known else last


def _names_body(signs: Signs, phrase: str) -> bool:
    found = signs.text.lexicon.lookup(phrase)
    return any(entry.layer == "actor" and not entry.id.startswith(PERSONS) for entry, _ in found)


def _is_first_name(signs: Signs, match: Match, last: int) -> bool:
    """Whether the words are the name that the entry gives first."""
    words = " ".join(signs.form(at) for at in range(match.first, last))[len(match.before) :]
    return fold(match.entry.data.get("name_ar", "")) == words


def _breaks(signs: Signs, at: int) -> bool:
    relative = any(m.entry.data["category"] == "relative" for m in signs.at(at, "function"))
    person = signs.joined(at) and (signs.personal(at) or signs.title(at))
    return bool(relative or person or signs.known(at, "descriptive") or signs.known(at, "name_breaker"))


def _behind_class_word(signs: Signs, match: Match, last: int) -> int:
    word = next((m for m in signs.at(match.first, "class_word") if m.last < last), None)
    if word is None or (word.entry.data["first_name"] and _is_first_name(signs, match, last)):
        return match.first
    rest = " ".join(signs.form(at) for at in range(word.last, last))
    return word.last if _names_body(signs, rest) else match.first
