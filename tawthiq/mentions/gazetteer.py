"""Which of the gazetteer's names in a report are places, and which of the places that bear a name."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from tawthiq.lexicon import Match
from tawthiq.text import Text

ORDINARY_WORD = 3.9  # zipf frequency from which a weak name needs a class word before it
SMALL = 20_000  # people under which a place of the compiled gazetteer needs support
_OTHER_NOUNS = ("place_head", "title")
_OTHER_WORDS = ("place_head", "title", "cue", "trigger", "function")


class Found(NamedTuple):
    """A place at words[first:last]: offsets, the entry it is (or None), precision, and the rule."""

    first: int
    last: int
    start: int
    end: int
    match: Match | None
    precision: str
    rule: str


def names_place(match: Match) -> bool:
    """Whether a match is the name of a state, a capital or a place."""
    is_state = match.entry.id.startswith("state.") and match.part in ("name", "capital")
    return is_state or (match.entry.layer == "place" and match.part in ("name", "weak_name"))


def listed(match: Match) -> bool:
    """Whether the name is in the tables made by hand, not only compiled from GeoNames."""
    return match.entry.layer == "actor" or not match.entry.id[len("place.") :].isdigit()


class Gazetteer:
    """The gazetteer as one report uses it. countries: how often the report names each (alpha-3)."""

    def __init__(self, text: Text, countries: Counter[str]) -> None:
        self.text = text
        self.countries = countries

    def choose(self, matches: list[Match]) -> Match:
        """The longest; of one length a strong name, a state, one of the report's countries, the largest."""

        def rank(match: Match) -> tuple[int, bool, bool, int, int]:
            data = match.entry.data
            state, strong = match.entry.layer == "actor", match.part != "weak_name"
            country = self.countries[data.get("country", "")]
            return (match.last, strong, state, country, int(data.get("population") or 0))

        return max(matches, key=rank)

    def found(self, match: Match, rule: str) -> Found:
        """The place that a match names."""
        state = match.entry.layer == "actor"
        of_state = "town" if match.part == "capital" else "country"
        precision = of_state if state else match.entry.data["precision"]
        name = f"{match.entry.id}/{rule}"
        return Found(match.first, match.last, match.start, match.end, match, precision, name)

    def allows(self, match: Match) -> bool:
        """Whether a name counts where it stands by itself, without a class word before it."""
        if self._adjective(match) or self._inside_title(match) or self._another_word(match):
            return False
        if match.part != "weak_name" and not self._personal(match) and not self._small(match):
            return True
        if match.part == "weak_name" and self._ordinary(match):
            return False
        known = match.entry.data.get("country") in self.countries
        return known and self.placed(match)

    def placed(self, match: Match) -> bool:
        """Whether a preposition or a list of places stands before a word."""
        return self._behind_preposition(match) or self._beside_place(match)

    def may_follow_head(self, match: Match) -> bool:
        """Whether a name counts behind a class word: no class word itself, no word that only opens a longer name."""
        single = match.last == match.first + 1
        if self.text.at(match.first, "place_head") or (single and self.text.at(match.first, "name_opener")):
            return False
        return listed(match) or match.part != "weak_name" or not self._ordinary(match)

    def _ordinary(self, match: Match) -> bool:
        """A common word; not where its hamza tells it apart (إب, Ibb, from أب, father)."""
        word = self.text.words[match.first]
        form, spelled = word.form[len(match.before) :], word.text[len(match.before) :]
        if spelled[:1] in "إآ" and spelled == match.entry.data["name_ar"].removeprefix("~"):
            return False
        return self.text.lexicon.zipf(form) >= ORDINARY_WORD

    def _personal(self, match: Match) -> bool:
        """A name that people bear too (عمران, Amran and Imran)."""
        return any(m.entry.layer in ("given_name", "family_name") for m in self.text.at(match.first))

    def _small(self, match: Match) -> bool:
        return not listed(match) and int(match.entry.data.get("population") or 0) < SMALL

    def _another_word(self, match: Match) -> bool:
        """Whether the same words are something else that the lexicon knows; a listed name beats verbs."""
        others = _OTHER_NOUNS if listed(match) and match.part != "weak_name" else _OTHER_WORDS
        return any(m.last >= match.last for layer in others for m in self.text.at(match.first, layer))

    def _inside_title(self, match: Match) -> bool:
        """A place that is only a part of a title (خادم الحرمين, custodian of the two sanctuaries)."""
        before = (m for at in range(max(0, match.first - 2), match.first) for m in self.text.at(at, "title"))
        return any(m.last >= match.last for m in before)

    def _adjective(self, match: Match) -> bool:
        """A name that is also its own demonym, behind a noun: القوات السعودية (the Saudi forces)."""
        parts = {m.part for m in self.text.at(match.first, "actor") if m.entry.id == match.entry.id}
        if match.before or not match.first or not parts & {"adjective.fs", "adjective.ms"}:
            return False
        noun = self.text.words[match.first - 1]
        if noun.form == "غير":  # not (before an adjective)
            return True
        if noun.kind != "word" or self.text.at(match.first - 1, "function"):
            return False
        if "adjective.fs" not in parts:
            return noun.text.endswith(("ا", "اً"))
        article = self.text.words[match.first].form.startswith("ال")
        return "ال" in noun.form[:4] if article else noun.form.endswith(("ه", "ات"))

    def _behind_preposition(self, match: Match) -> bool:
        if match.before.endswith("ب"):  # in
            return True
        before = self.text.at(match.first - 1, "function") if match.first else []
        return any(m.entry.data["category"] == "preposition" and m.last == match.first for m in before)

    def _beside_place(self, match: Match) -> bool:
        """In a list behind a place: صعدة وعمران (Saada and Amran)."""
        at = match.first - 1
        if at >= 0 and self.text.words[at].form in ("،", ","):
            at -= 1
        elif not match.before.startswith("و"):  # and
            return False
        matches = (m for first in range(max(0, at - 2), at + 1) for m in self.text.at(first))
        return any(m.last == at + 1 and names_place(m) and m.part != "weak_name" for m in matches)
