"""What each word of a text tells a rule for names: is it a name, a verb, definite, known, rare…"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import Any

from tawthiq.knowledge import Entry
from tawthiq.lexicon import Match
from tawthiq.mentions.tagger import Likelihoods, Tagger
from tawthiq.text import Text

STATES = "state."
PEOPLES = "group."
PERSONS = "person."
OUTLETS = "media."
_OPENING = "\"«“”„'(/‘[〝"
_CLOSING = "\"»”“‟')/’]〞"
_VERB = ("past", "present", "jussive", "passive")


class Signs:
    """Questions about the words of `text` by position; a position outside the text answers no.

    at: the matches of a layer that start at a word.
    """

    def __init__(self, text: Text, tagger: Tagger | None) -> None:
        self.text = text
        self.likelihoods = Likelihoods(text, tagger)
        self.words = text.words
        self.at: Callable[[int, str], Sequence[Match]] = text.at
        self.zipf = text.lexicon.zipf
        self.role_ends: dict[tuple[int, int], int] = {}
        self._forms = [word.form if word.kind == "word" else "" for word in text.words]
        self._bare: dict[str, set[int]] = {}

    def form(self, at: int) -> str:
        """The folded form of a word; empty outside the text and for marks."""
        return self._forms[at] if 0 <= at < len(self._forms) else ""

    def is_word(self, at: int) -> bool:
        """Whether a word stands at this position (no number, no mark)."""
        return bool(self.form(at))

    def follows(self, at: int) -> bool:
        """Whether the word at this position stands right behind another on the same line."""
        return self.is_word(at) and at > 0 and at not in self._line_starts

    @cached_property
    def _line_starts(self) -> set[int]:
        behind = (self.text.word_at(feed.start()) for feed in re.finditer("\n", self.text.content))
        return {at for at in behind if 0 < at < len(self.words)}

    def line_start(self, at: int) -> bool:
        """Whether the word is the first of its line."""
        return at == 0 or at in self._line_starts

    def line_starts(self) -> list[int]:
        """The first word of each line, in order."""
        return sorted(self._line_starts | {0} if self.words else ())

    def known(self, at: int, layer: str) -> bool:
        """Whether a match of the layer starts at this word without a clitic."""
        bare = self._bare.get(layer)
        if bare is None:
            bare = self._bare[layer] = {m.first for m in self.text.layer(layer) if not m.before}
        return at in bare

    @cached_property
    def _verbs(self) -> set[int]:
        found = [*self.text.layer("cue"), *self.text.layer("trigger")]
        return {m.first for m in found if m.part.partition(".")[0] in _VERB and not m.after}

    def verb(self, at: int) -> bool:
        """Whether the word is a finite verb that the lexicon knows."""
        return at in self._verbs

    def function(self, at: int) -> bool:
        """Whether the word is a function word."""
        return at in self._functions

    @cached_property
    def _functions(self) -> set[int]:
        return {m.first for m in self.text.layer("function") if not m.after}

    def definite(self, at: int) -> bool:
        """Whether the word carries the article and nothing before it."""
        form = self.form(at)
        return form.startswith("ال") and len(form) > 3

    def definite_noun(self, at: int) -> bool:
        """A word with the article that may be part of a name: no function word, no verb, not descriptive."""
        return self.definite(at) and not (self.function(at) or self.verb(at) or self.known(at, "descriptive"))

    def demonym(self, at: int) -> Match | None:
        """The state or people whose adjective the word is."""
        return self._demonyms.get(at)

    @cached_property
    def _demonyms(self) -> dict[int, Match]:
        return _longest(m for m in self.text.layer("actor") if m.part.startswith("adjective") and not m.after)

    def actor(self, at: int) -> Match | None:
        """The longest name of an actor that starts at this word (no demonyms, no capitals, no persons)."""
        return self._actors.get(at)

    @cached_property
    def _actors(self) -> dict[int, Match]:
        named = (m for m in self.text.layer("actor") if m.part == "name")
        return _longest(m for m in named if not m.entry.id.startswith(PERSONS))

    def country(self, code: str) -> bool:
        """Whether the report names the state (ISO 3166 alpha-3), its capital or its people."""
        return code in self._countries

    @cached_property
    def _countries(self) -> set[str]:
        states = (m.entry.id for m in self.text.layer("actor") if m.entry.id.startswith(STATES))
        return {state.removeprefix(STATES) for state in states}

    def known_weak(self, at: int) -> bool:
        """Whether a weak name of a body starts at this word."""
        found = (m for m in self.at(at, "actor") if m.part == "weak_name" and not m.before)
        return any(not m.entry.id.startswith(PERSONS) for m in found)

    def place(self, at: int) -> Match | None:
        """The longest name of a state, capital or place that starts at this word."""
        return self._places.get(at)

    @cached_property
    def _places(self) -> dict[int, Match]:
        layers = map(self.text.layer, ("actor", "place", "relative_place"))
        return _longest(m for layer in layers for m in layer if _is_place(m))

    def personal(self, at: int) -> Match | None:
        """The longest given or family name that starts at this word."""
        return self._persons.get(at)

    @cached_property
    def _persons(self) -> dict[int, Match]:
        named = (*self.text.layer("given_name"), *self.text.layer("family_name"))
        return _longest(m for m in named if self._apart(m))

    def _apart(self, match: Match) -> bool:
        """Whether a clitic before a name is one: لجان is committees, not ل + جان (for Jean)."""
        form, before = self.form(match.first), match.before
        whole = form[1:] if len(before) > 1 and before[0] in "وف" else form
        return not before or not self.zipf(whole) or self.zipf(whole) < self.zipf(form[len(before) :]) - 0.5

    def stem_given(self, at: int) -> Entry | None:
        """The given name that a word with the article holds: النعمان."""
        stem = self.text.lexicon.lookup(self.form(at)[2:]) if self.definite(at) else []
        return next((entry for entry, _ in stem if entry.layer == "given_name"), None)

    def known_place_head(self, at: int) -> bool:
        """Whether a class word of places with its article stands here: المدينة (the city)."""
        return any(m.definite and m.part == "noun.s" for m in self.at(at, "place_head"))

    def title(self, at: int) -> Match | None:
        """The longest title of one person that starts at this word, no pronoun written to it."""
        return self._titles.get(at)

    @cached_property
    def _titles(self) -> dict[int, Match]:
        found = (m for m in self.text.layer("title") if not m.after)
        return _longest(m for m in found if not m.part.endswith((".p", ".d")))

    def owned(self, at: int) -> bool:
        """Whether a common word with a pronoun behind it stands here: تحريرها (its editing)."""
        form = self.form(at)
        owners = ("ها", "هم", "هما", "ه")  # her, their, their (two), his
        return not self.verb(at) and any(form.endswith(o) and self.zipf(form[: -len(o)]) >= 3.5 for o in owners)

    def link(self, at: int) -> dict[str, Any] | None:
        """What the lexicon says of a noun that stands inside names, with or without article and ل or و."""
        form = self.form(at)
        for before in ("", "ال", "لل", "وال", "ل", "و"):
            if form.startswith(before):
                for entry, _ in self.text.lexicon.lookup(form[len(before) :]):
                    if entry.layer == "name_link":
                        return entry.data
        return None

    def particle(self, at: int) -> Match | None:
        """The word that needs the next part of a name behind it (بن, عبد, أبو), without a clitic."""
        return next((m for m in self.at(at, "name_particle") if not m.before), None)

    def preposition_written_like_ali(self, at: int) -> bool:
        """على (on), which folds to the same letters as علي (Ali)."""
        return self.form(at) == "علي" and self.words[at].text.endswith("ى")

    def likely(self, at: int, kind: str) -> float:
        """How likely the tagger finds the word to be inside a name of this kind."""
        return self.likelihoods.of(at, kind)

    def joined(self, at: int) -> bool:
        """Whether a conjunction is written to the word."""
        found = self.personal(at)
        return self.likelihoods.joined(at) or bool(found and found.before[:1] in ("و", "ف"))

    def stem_start(self, at: int) -> int:
        """Where the word begins behind what is written to it."""
        found = self.personal(at)
        return found.start if found else self.words[at].start + (1 if self.joined(at) else 0)

    def rare(self, at: int) -> bool:
        """Whether no list of common words holds the word."""
        return self.is_word(at) and not self.zipf(self.form(at))

    def opening(self, at: int) -> bool:
        """Whether an opening mark stands at this position."""
        return 0 <= at < len(self.words) and self.words[at].text in _OPENING

    def openings(self) -> list[int]:
        """Where opening marks stand, in order."""
        return [at for at, word in enumerate(self.words) if word.kind == "mark" and word.text in _OPENING]

    def closing(self, first: int, reach: int) -> int | None:
        """The position of the closing mark at most `reach` words behind `first`, on the same line."""
        for at in range(first, min(first + reach + 1, len(self.words))):
            if at in self._line_starts:
                return None
            if self.words[at].text in _CLOSING:
                return at
        return None


def _longest(matches: Iterable[Match]) -> dict[int, Match]:
    """For each word the longest match that starts there, the first of equally long ones."""
    found: dict[int, Match] = {}
    for match in matches:
        known = found.get(match.first)
        if known is None or match.last > known.last:
            found[match.first] = match
    return found


def _is_place(match: Match) -> bool:
    if match.entry.layer == "actor":
        return match.entry.id.startswith(STATES) and match.part in ("name", "capital")
    return match.entry.layer in ("place", "relative_place") and match.part in ("name", "phrase")
