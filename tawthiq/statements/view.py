"""A report's words with what each of them does: what the rules for statements ask of a word."""

from __future__ import annotations

import re
from bisect import bisect_left

from tawthiq.lexicon import Match
from tawthiq.records import Mention
from tawthiq.statements.cues import FINITE, Cue
from tawthiq.text import Text

COMMA = re.compile(r"\w،\s")
RANKS = {"person": 3, "organisation": 2, "group": 1, "place": 1}  # which of two mentions of a word counts
NAME_ZIPF = 3.0  # a word rarer than this behind a title is taken for a name
SHORT_VERB = 3  # letters: a past form as short as this is often a noun (كشف، طلب، رفض)
QUOTES = frozenset("«»“”„‟\"❝❞〝〞＂")
FULL_STOPS = frozenset(".؛;؟!")
PREPOSITIONS = frozenset(("الي", "علي", "عن", "من", "في"))  # to, on, about, from, in
NOUN_PARTS = ("masdar", "noun")
DENIALS = frozenset(("لم", "ولم", "فلم"))  # did not


class View:
    """Words of `text` by position: functions, cues, head nouns, titles, and the mentions that cover them.

    points: the positions at which a content may open or a clause may end, in order.
    """

    def __init__(self, text: Text, mentions: list[Mention]) -> None:
        self.text = text
        self.words = text.words
        self.size = len(text.words)
        self.forms = [word.form for word in text.words]
        self.functions: dict[int, Match] = _first_of(text, "function")
        self.closing = {match.last - 1: match.entry.data["category"] for match in self.functions.values()}
        self.heads = _first_of(text, "source_head")
        self.titles = _first_of(text, "title")
        self.settings = _first_of(text, "setting")
        self.adjuncts = _first_of(text, "adjunct")
        self.closing.update((match.last - 1, "adjunct") for match in self.adjuncts.values())
        self.namings = _first_of(text, "naming")
        self.relations = _first_of(text, "relation")
        self.ends = _first_of(text, "content_end")
        self.openers = _first_of(text, "content_head")
        self.mentions = [m for m in mentions if m.kind in RANKS and (m.actor or m.kind != "group")]
        self.named: dict[int, Mention] = {}
        for mention in sorted(self.mentions, key=_rank):
            first, last = self.covers(mention)
            told = (n for n in range(first + 1, last) if n in self.heads and _told(self.heads[n]))
            self.named.update(dict.fromkeys(range(first, next(told, last)), mention))
        self.cues: dict[int, list[Cue]] = {}
        for match in text.layer("cue"):
            if self._possible(match) and not self._known(match):
                self.cues.setdefault(match.first, []).append(Cue(match))
        self.close_commas = len(COMMA.findall(text.content)) > 0
        self.points = self._points()
        self._joined: dict[tuple[int, str], bool] = {}

    def _known(self, match: Match) -> bool:
        """Whether the entry stands there already, by another reading of the same letters (بحسب, ب + حسب)."""
        return any(cue.id == match.entry.id for cue in self.cues.get(match.first, ()))

    def _possible(self, match: Match) -> bool:
        """Whether a cue's form can stand here: no future, no pronoun that is a ta marbuta, no noun taken for a verb."""
        kind, _, ending = match.part.partition(".")
        if match.after == "ه" and self.words[match.last - 1].text.rstrip("\u064b\u064c\u064d\u064e\u064f\u0650").endswith("ة"):
            return False
        if kind == "participle":
            return not (match.before or match.after or match.first in self.named)
        if kind not in ("past", "present", "jussive", "passive"):
            return True
        if ending not in FINITE or match.first in self.named or "س" in match.before:
            return False
        if kind == "jussive" or "ل" in match.before:
            return kind == "jussive" and self.form(match.first - 1) in DENIALS
        return kind != "past" or self._verb_can_stand(match)

    def _verb_can_stand(self, match: Match) -> bool:
        """A short past form is a noun behind a preposition, another noun or a verb."""
        at = match.first
        if len(self.forms[at]) - len(match.before) > SHORT_VERB or match.before:
            return True
        if self.is_mark(at - 1) or self.category(match.last) == "complementizer":
            return True
        before = self.closing.get(at - 1)
        if before is not None:
            return before != "preposition"
        if self.definite(at - 1) or at - 1 in self.named or self.form(at - 1) == "قد":
            return True
        return not any(m.part.startswith(NOUN_PARTS) and not m.before for m in self.text.at(at))

    def _points(self) -> list[int]:
        found = {at for at, match in self.functions.items() if match.entry.data["category"] == "complementizer"}
        for at, form in enumerate(self.forms):
            if form in PREPOSITIONS or form == ":" or form in QUOTES or form in FULL_STOPS:
                found.add(at)
            elif form in ("عما", "هل") or (form == "ما" and self.form(at + 1) == "اذا"):
                found.add(at)
        found.update(at for at, cues in self.cues.items() if any(c.part != "phrase" for c in cues))
        found.update(self.adjuncts)
        return sorted(found)

    def points_from(self, at: int, limit: int) -> list[int]:
        """The points in words[at:limit]."""
        return self.points[bisect_left(self.points, at) : bisect_left(self.points, limit)]

    def category(self, word: int) -> str:
        """What the function phrase that starts at a word does; "" where none does."""
        found = self.functions.get(word)
        return str(found.entry.data["category"]) if found else ""

    def form(self, word: int) -> str:
        """The folded form at a position; "" outside the text."""
        return self.forms[word] if 0 <= word < self.size else ""

    def is_mark(self, word: int) -> bool:
        """Whether a punctuation mark stands at a position (or nothing does)."""
        return not 0 <= word < self.size or self.words[word].kind == "mark"

    def covers(self, mention: Mention) -> tuple[int, int]:
        """First word of a mention and the word behind its last."""
        first = self.text.word_at(mention.start)
        last = first + 1
        while last < self.size and self.words[last].start < mention.end:
            last += 1
        return first, last

    def finite(self, word: int) -> Cue | None:
        """The cue verb at a position, where one can stand there."""
        cues = self.cues.get(word)
        return next((cue for cue in cues if cue.finite), None) if cues else None

    def definite(self, word: int) -> bool:
        """Whether the article stands at a word (behind و ف ب ل ك)."""
        form = self.form(word)
        return len(form) > 3 and form.startswith(("ال", "لل", "وال", "بال", "فال", "كال", "ولل"))

    def name_like(self, word: int) -> bool:
        """Whether a word can be part of a person's name: a known one, or one that news hardly uses."""
        if self.is_mark(word) or self.words[word].kind == "number":
            return False
        if self.text.at(word, "given_name") or self.text.at(word, "family_name"):
            return True
        return self.text.lexicon.zipf(self.form(word)) < NAME_ZIPF

    def joined(self, word: int, letter: str) -> bool:
        """Whether a word begins with an attached و ب ل… rather than a letter of its own."""
        if not self.form(word).startswith(letter):
            return False
        key = word, letter
        if key not in self._joined:
            self._joined[key] = self._is_joined(word, letter)
        return self._joined[key]

    def _is_joined(self, word: int, letter: str) -> bool:
        form = self.forms[word]
        if len(form) < 3 or self.words[word].kind != "word":
            return False
        mention = self.named.get(word)
        if mention is not None:
            return mention.start > self.words[word].start
        known = self.heads.get(word) or self.titles.get(word) or self.settings.get(word)
        if known is not None:
            return known.before.startswith(letter)
        if form.startswith(letter + "ال") or (letter == "ل" and form.startswith("لل")):
            return True
        zipf = self.text.lexicon.zipf
        return zipf(form[1:]) >= zipf(form) and zipf(form[1:]) > 2


def _first_of(text: Text, layer: str) -> dict[int, Match]:
    """The longest match of a layer at each word; of equal ones the first."""
    found: dict[int, Match] = {}
    for match in text.layer(layer):
        if match.first not in found or match.last > found[match.first].last:
            found[match.first] = match
    return found


def _told(head: Match) -> bool:
    """Whether a head noun is an outlet that was told something (لوكالة: to an agency)."""
    return head.before.startswith("ل") and head.entry.data["kind"] == "media"


def _rank(mention: Mention) -> tuple[int, int]:
    """Persons before bodies before places, longer ones before shorter ones; the last one laid wins."""

    return RANKS[mention.kind], mention.end - mention.start
