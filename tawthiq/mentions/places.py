"""Places: what the gazetteer knows, and names behind a class word (بلدة X, the town of X).

A name that several places bear is the one in a country that the report names, else the most
populous. A weak name, one that is also an ordinary word, counts only where the words support it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from tawthiq.lexicon import Match
from tawthiq.records import Mention
from tawthiq.text import Text

MAX_NAME_WORDS = 4
ORDINARY_WORD = 3.9  # zipf frequency from which a weak name needs a class word before it
_OTHER_WORDS = ("place_head", "title", "cue", "trigger", "function")
COMMON_WORD = 3.0  # zipf frequency from which an unknown word behind a class word is no name


class Found(NamedTuple):
    """A place at words[first:last]: offsets, the entry it is (or None), precision, and the rule."""

    first: int
    last: int
    start: int
    end: int
    match: Match | None
    precision: str
    rule: str


def places(text: Text, names: list[Mention]) -> list[Mention]:
    """Mentions of places in reading order; spans that `names` hold are already taken."""
    countries = report_countries(text)
    taken = [(m.start, m.end) for m in names if m.kind in ("person", "organisation")]
    found: list[Found] = []
    for candidate in sorted(_candidates(text, countries), key=lambda f: (f.first, -f.last, -f.start)):
        free = all(candidate.end <= start or candidate.start >= end for start, end in taken)
        if free and (not found or candidate.first >= found[-1].last):
            found.append(candidate)
    return [_mention(text, candidate) for candidate in found]


def report_countries(text: Text) -> Counter[str]:
    """How often the report names each country (ISO 3166 alpha-3), by name, capital or demonym."""
    states = (m.entry.id for m in text.layer("actor") if m.entry.id.startswith("state."))
    return Counter(state.removeprefix("state.") for state in states)


def _candidates(text: Text, countries: Counter[str]) -> Iterator[Found]:
    for match in text.layer("place_head"):
        yield from _behind_head(text, match, countries)
    for first in sorted({m.first for m in text.matches if _names_place(m)}):
        known = _choose([m for m in text.at(first) if _names_place(m)], countries)
        if _supported(text, known, countries):
            yield _known(known, known.start, "gazetteer")
    for match in text.layer("relative_place"):
        yield from _relative(match, countries)


def _relative(match: Match, countries: Counter[str]) -> Iterator[Found]:
    """The Kingdom: the one of its states that the report names most often."""
    states = [state for state in match.entry.data["states"] if state in countries]
    if states:
        state = max(states, key=lambda code: countries[code])
        yield Found(match.first, match.last, match.start, match.end, match, "country",
                    f"{match.entry.id}/{state.lower()}")  # fmt: skip


def _names_place(match: Match) -> bool:
    is_state = match.entry.id.startswith("state.") and match.part in ("name", "capital")
    return is_state or (match.entry.layer == "place" and match.part in ("name", "weak_name"))


def _choose(matches: list[Match], countries: Counter[str]) -> Match:
    """The longest; of one length a state or capital, then one of the report's countries, then the largest."""

    def rank(match: Match) -> tuple[int, bool, bool, int, int]:
        data = match.entry.data
        state, strong = match.entry.layer == "actor", match.part != "weak_name"
        return (
            match.last,
            strong,
            state,
            countries[data.get("country", "")],
            int(data.get("population") or 0),
        )

    return max(matches, key=rank)


def _known(match: Match, start: int, rule: str) -> Found:
    state = match.entry.layer == "actor"
    precision = ("town" if match.part == "capital" else "country") if state else match.entry.data["precision"]
    return Found(match.first, match.last, start, match.end, match, precision, f"{match.entry.id}/{rule}")


def _supported(text: Text, match: Match, countries: Counter[str]) -> bool:
    """Whether a name may count: strong ones unless they are part of a person's name, weak ones with support."""
    personal = any(m.entry.layer in ("given_name", "family_name") for m in text.at(match.first))
    if _is_adjective(text, match):
        return False
    if any(m.last >= match.last and m.entry.layer in _OTHER_WORDS for m in text.at(match.first)):
        return False
    if match.part != "weak_name" and not personal:
        return True
    if text.lexicon.zipf(text.words[match.first].form) >= ORDINARY_WORD:
        return False
    return _behind_preposition(text, match) and match.entry.data.get("country") in countries


def _is_adjective(text: Text, match: Match) -> bool:
    """A name that is also its own demonym's feminine, behind a noun: القوات السعودية (the Saudi forces)."""
    demonym = any(m.entry.id == match.entry.id and m.part == "adjective.fs" for m in text.at(match.first))
    if not demonym or match.before or not match.first:
        return False
    noun = text.words[match.first - 1]
    if noun.kind != "word" or text.at(match.first - 1, "function"):
        return False
    article = text.words[match.first].form.startswith("ال")
    return "ال" in noun.form[:4] if article else noun.form.endswith(("ه", "ات"))


def _behind_preposition(text: Text, match: Match) -> bool:
    if match.before.endswith("ب"):  # in
        return True
    before = text.at(match.first - 1, "function") if match.first else []
    return any(m.entry.data["category"] == "preposition" and m.last == match.first for m in before)


def _behind_head(text: Text, head: Match, countries: Counter[str]) -> Iterator[Found]:
    """A name behind a class word: known or not, with the class word where that belongs to the name."""
    capital = head.entry.id == "place_head.capital"
    if head.after or (head.definite and not capital) or head.last >= len(text.words):
        return
    known = [m for m in text.at(head.last) if _names_place(m) and not m.before]
    keep = head.entry.data["keep"] and ".p" not in head.part
    if known:
        best = _choose(known, countries)
        last = _adjectives_end(text, best.last) if keep else best.last
        start, end = (head.start if keep else best.start), text.words[last - 1].end
        precision = head.entry.data["precision"] if keep else _known(best, 0, "").precision
        yield Found(head.first, last, start, end, best, precision, f"{head.entry.id}/known-name")
        return
    last = _unknown_name_end(text, head.last) if head.part == "noun.s" else head.last
    if last > head.last:
        last = _adjectives_end(text, last) if keep else last
        start = head.start if keep else text.words[head.last].start
        precision = head.entry.data["precision"]
        yield Found(
            head.first, last, start, text.words[last - 1].end, None, precision, f"{head.entry.id}/new-name"
        )


def _unknown_name_end(text: Text, first: int) -> int:
    """Where a name that no list holds ends: one rare or definite word, with words that only open names."""
    last = first
    while last < len(text.words) and last - first < MAX_NAME_WORDS and text.words[last].kind == "word":
        if (
            text.at(last, "name_opener")
            and last + 1 < len(text.words)
            and text.words[last + 1].kind == "word"
        ):
            last += 1
            continue
        return last + 1 if _may_name(text, last, opened=last > first) else first
    return first


def _may_name(text: Text, at: int, opened: bool) -> bool:
    """Whether an unknown word may be a name: no function word, no indefinite adjective, not common."""
    form = text.words[at].form
    if any(m.entry.layer in ("function", "cue", "trigger", "title", "place_head") for m in text.at(at)):
        return False
    if form.startswith("ال") and len(form) > 4:
        return opened or text.lexicon.zipf(form) < COMMON_WORD + 2
    adjective = form.endswith(("يه", "ييه", "ه"))
    return not adjective and text.lexicon.zipf(form) < COMMON_WORD + (1 if opened else 0)


def _adjectives_end(text: Text, last: int) -> int:
    """Definite adjectives that belong to the name of a site (مطار عدن الدولي, Aden international airport)."""
    while any(match.definite for match in text.at(last, "site_adjective")):
        last += 1
    return last


def _mention(text: Text, found: Found) -> Mention:
    data = found.match.entry.data if found.match else {}
    actor = found.match.entry.id if found.match and found.match.entry.layer == "actor" else None
    return Mention(
        start=found.start,
        end=found.end,
        text=text.content[found.start : found.end],
        kind="place",
        actor=actor,
        geonames=int(data["geonames"]) if "geonames" in data else None,
        lat=float(data["lat"]) if "lat" in data else None,
        lon=float(data["lon"]) if "lon" in data else None,
        precision=found.precision,
        rule=found.rule,
    )
