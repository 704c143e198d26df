"""Persons: names behind a title, given names with what follows, and names that the tagger sees."""

from __future__ import annotations

from collections.abc import Iterator

from tawthiq.lexicon import Match
from tawthiq.mentions.claims import Claim, claim
from tawthiq.mentions.given import name_end
from tawthiq.mentions.roles import holds_title, role_end
from tawthiq.mentions.signs import Signs

TITLED, ALONE, SEEN = 0.15, 0.3, 0.5  # least likelihood of a first word: behind a title, as given name, by tagger
MAX_QUALIFIERS = 4  # words that qualify a rank before the name
SURE = 0.85  # least likelihood of a rare word that stands alone
UNCOMMON = 4.5  # zipf frequency under which a word between a title and a sure name is a name
COMMON = 3.3  # zipf frequency from which an unknown word opens no name


def persons(signs: Signs) -> list[Claim]:
    """Claims on persons by the words that name them; short forms are another matter (resolve.py)."""
    return [*_titled(signs), *_given(signs), *_seen(signs)]


def _titled(signs: Signs) -> Iterator[Claim]:
    for match in signs.text.layer("title"):
        if not holds_title(signs, match) or _of_place(signs, match.first - 1):
            continue
        for at in sorted({_behind(signs, match), *_ends(signs, match)}, reverse=True):
            last = name_end(signs, at, titled=True) if _may_open(signs, at, match) else at
            if last > at:
                yield claim(signs.text, at, last, "person", f"{match.entry.id}/name")
                break


def _ends(signs: Signs, title: Match) -> list[int]:
    """The end of a role, and the word behind a comma there: والي الإقليم المكلف، فادي زهران."""
    end = role_end(signs, title)
    comma = end > title.last and end < len(signs.words) and signs.words[end].text in "،,"
    known = signs.personal(end + 1) if comma else None
    return [end, end + 1] if known and not known.before and not known.entry.data.get("common") else [end]


def _behind(signs: Signs, title: Match) -> int:
    """Where a name may begin behind a title: behind the full stop of د., behind what qualifies a rank (ركن, staff)."""
    at = title.last
    if title.entry.data["kind"] == "abbreviation":
        return at + 1 if at < len(signs.words) and signs.words[at].text in "./" else len(signs.words)
    while at < title.last + MAX_QUALIFIERS and signs.known(at, "rank_qualifier"):
        at += 1
    return at


def _may_open(signs: Signs, at: int, title: Match) -> bool:
    """Whether the word behind a title may be the first of a name."""
    found, after = signs.personal(at), signs.personal(at + 1)
    sure = bool(after and not after.before and not after.entry.data.get("common")) or _goes_on(signs, at + 1)
    if signs.title(at) and not found:
        return False
    if signs.form(at).endswith("يا") and signs.form(title.last - 1).endswith("ا"):  # both in the accusative
        return False
    if found and title.entry.data["kind"] == "naming":
        return True
    if found and not found.before and not signs.title(at):
        ali = signs.form(at) == "علي" and not signs.preposition_written_like_ali(at)
        return ali or sure or not found.entry.data.get("common") or signs.likely(at, "person") >= TITLED
    likely = signs.likely(at, "person") + (0.0 if signs.definite(at) else signs.likely(at, "organisation"))
    article = signs.form(at).startswith(("ال", "وال", "بال", "لل"))
    named = sure and (signs.stem_given(at) is not None if article else signs.zipf(signs.form(at)) < UNCOMMON)
    if signs.place(at):
        return False
    return bool(signs.particle(at)) or named or likely >= (TITLED if signs.rare(at) else SEEN)


def _goes_on(signs: Signs, at: int) -> bool:
    """A word that must be inside a name: عبد, بن, a family name or rare relational adjective with the article."""
    form = signs.form(at)
    family = signs.definite_noun(at) and any(not m.before for m in signs.at(at, "family_name"))
    nisba = form.startswith("ال") and form.endswith("ي") and signs.rare(at)
    return signs.particle(at) is not None or nisba or (family and not signs.title(at) and not signs.demonym(at))


def _given(signs: Signs) -> Iterator[Claim]:
    """Two parts or more, the first a given name or a kunya (أبو سالم, father of Salim)."""
    starts = {m.first: m for m in signs.text.layer("name_particle") if m.entry.data["opens"]}
    starts |= {m.first: m for m in signs.text.layer("given_name")}
    for at, match in starts.items():
        last = name_end(signs, at) if not _adjective(signs, at) else at
        if last - at >= 2 and not _of_place(signs, at - 1) and _sure(signs, match, last):
            yield claim(signs.text, at, last, "person", "rule:given-name", start=match.start)


def _adjective(signs: Signs, at: int) -> bool:
    """An adjective with its noun, and no name: البرلمان العربي."""
    noun = signs.follows(at) and signs.definite(at - 1) and not signs.title(at - 1)
    return noun and signs.definite(at) and signs.likely(at, "person") < SEEN


def _of_place(signs: Signs, at: int) -> bool:
    """Whether the word opens the name of a place (محافظة, province) or of a tribe and its land (بني)."""
    tribe = any(m.entry.data.get("alone") for m in signs.at(at, "name_opener"))
    return tribe or any(not m.definite for m in signs.at(at, "place_head"))


def _sure(signs: Signs, match: Match, last: int) -> bool:
    """Whether a name that begins with an ordinary word is one: three parts, a certain part, or the tagger says so."""
    if not match.entry.data.get("common") or last - match.first > 2 or signs.known(match.first - 1, "name_breaker"):
        return True
    strong = (signs.personal(at) for at in range(match.last, last))
    return signs.likely(match.first, "person") >= ALONE or any(m and not m.entry.data.get("common") for m in strong)


def _seen(signs: Signs) -> Iterator[Claim]:
    """Names that only the tagger sees."""
    for found in signs.likelihoods.tagged("person", SEEN):
        first = found.first
        while first < found.last and _no_opening(signs, first, found.last):
            first += 1
        last = name_end(signs, first) if first < found.last else first
        several = last - first > 1 and not _of_place(signs, first - 1)
        if several or (last > first and _alone(signs, first)):
            yield claim(signs.text, first, last, "person", "rule:tagger", start=signs.stem_start(first))


def _no_opening(signs: Signs, at: int, last: int) -> bool:
    """No first word of a name: a title, a function word, a verb, a common word before a known name."""
    if not signs.is_word(at) or signs.title(at) or signs.function(at) or signs.verb(at):
        return True
    if at + 1 < last and any(m.definite for m in signs.at(at, "group")):
        return True
    if at + 2 < last and signs.place(at) and not signs.personal(at):
        return True
    known = at + 1 < last and signs.personal(at + 1)
    return not signs.personal(at) and bool(known) and signs.zipf(signs.form(at)) >= COMMON


def _alone(signs: Signs, at: int) -> bool:
    """Whether one word is a name by itself: a known name, or a rare word that the tagger is sure of."""
    titled = 1 if signs.title(at - 1) else 0
    if _of_place(signs, at - 1 - titled) or signs.place(at):
        return False
    found = signs.personal(at)
    if found and not found.entry.data.get("common"):
        return True
    return (bool(found) or signs.rare(at)) and signs.likely(at, "person") >= SURE
