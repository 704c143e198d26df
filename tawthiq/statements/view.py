"""A report's words with what each of them does: what the rules for statements ask of a word."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from tawthiq.lexicon import Match
from tawthiq.records import Mention
from tawthiq.statements.candidates import can_stand
from tawthiq.statements.cues import Cue, prepositions, takes
from tawthiq.statements.letters import ARTICLE, ARTICLES, COMMA, FOR, PREFIXES, TO_THE
from tawthiq.text import Text

RANKS = {"person": 3, "organisation": 2, "group": 1, "place": 1}  # which of two mentions of a word counts
NAME_ZIPF = 3.0  # a word rarer than this behind a title is taken for a name
QUOTES = frozenset('«»“”„‟"❝❞〝〞＂')
FULL_STOPS = frozenset(".؛;؟!")
OPENERS = QUOTES | FULL_STOPS | {":"}
LAYERS = (
    "function", "source_head", "title", "setting", "adjunct", "naming", "relation", "content_end", "content_head",
    "emphatic", "epithet", "particle", "namelessness",
)  # fmt: skip
VERBAL = ("past.", "present.")
_CLOSE_COMMA = re.compile(rf"\w{COMMA}\s")


class View:
    """Words of `text` by position: functions, cues, head nouns, titles, and the mentions that cover them.

    forms, marks, categories: folded form, whether it is punctuation, what its function phrase does; they may be
    asked up to four words behind the end and in front of the start. closing: what the phrase that ends at a word
    does. points: the positions at which a content may open or a clause may end, in order. plain: whether nothing
    but its letters is known of a word.
    """

    def __init__(self, text: Text, mentions: list[Mention]) -> None:
        self.text, self.words, self.size = text, text.words, len(text.words)
        self.forms = [word.form for word in text.words] + [""] * 4
        self.marks = [word.kind == "mark" for word in text.words] + [True] * 4
        (
            self.functions, self.heads, self.titles, self.settings, self.adjuncts, self.namings, self.relations,
            self.ends, self.openers, self.emphatics, self.epithets, self.particles, self.nameless,
        ), self.verbs = _sorted_out(text)  # fmt: skip
        self.ends = {at: match for at, match in self.ends.items() if self._ends_there(at, match)}
        self.categories = [""] * (self.size + 4)
        self.closing: dict[int, str] = {}
        for at, match in self.functions.items():
            self.categories[at] = self.closing[match.last - 1] = match.entry.data["category"]
        self.closing.update((match.last - 1, "adjunct") for match in self.adjuncts.values())
        self.particle_ends = {match.last: match for match in self.particles.values()}
        self.mentions = [m for m in mentions if m.kind in RANKS and (m.actor or m.kind != "group")]
        self.named = self._covered()
        self._forget_functions_in_names()
        self._joined: dict[tuple[int, str], bool] = {}
        self.cues = self._found()
        self._set_aside()
        self.cue_words, self.end_words = sorted(self.cues), sorted(self.ends)
        signs = [at for at in range(self.size) if self.marks[at]]
        self.commas = [at for at in signs if self.forms[at] == COMMA]
        self.close_commas = _CLOSE_COMMA.search(text.content) is not None
        self.stops = frozenset(at for at in signs if self.forms[at] in FULL_STOPS and self._apart(at))
        self.points = self._points()
        self.plain = self._plain()

    def _ends_there(self, at: int, match: Match) -> bool:
        """Whether a phrase that ends a content can do so where it stands: some only behind a mark."""
        return self.marks[at - 1] or not match.entry.data.get("behind_mark")

    def _covered(self) -> dict[int, Mention]:
        """The mention of each word; an outlet that was told something ends the name before it."""
        named: dict[int, Mention] = {}
        for mention in sorted(self.mentions, key=lambda m: (RANKS[m.kind], m.end - m.start)):
            first, last = self.covers(mention)
            named[first] = mention
            for word in range(first + 1, last):
                if word in self.heads and _told(self.heads[word]):
                    break
                named[word] = mention
        return named

    def _forget_functions_in_names(self) -> None:
        """Words inside a known name do nothing by themselves (سي إن إن: CNN)."""
        for word, mention in self.named.items():
            if mention.actor and mention.start < self.words[word].start:
                self.categories[word] = ""
                self.functions.pop(word, None)
                self.closing.pop(word, None)

    def _found(self) -> dict[int, list[Cue]]:
        """The cues at each word; of a dual that is written like the singular the singular."""
        known, found = takes(self.text.lexicon), dict[int, list[Cue]]()
        for match in self.text.layer("cue"):
            here = found.setdefault(match.first, [])
            same = next((cue for cue in here if cue.id == match.entry.id), None)
            if can_stand(match, self) and (same is None or same.part.endswith("d")):
                here[:] = [cue for cue in here if cue is not same]
                here.append(Cue(match, known[match.entry.id]))
        return {at: cues for at, cues in found.items() if cues}

    def _set_aside(self) -> None:
        """رفض الكشف عن اسمه، طالبا عدم ذكر هويته: an aside from the verb to the name withheld.

        No cue stands in it, nor at the head of any other aside of several words (عبر الهاتف, by telephone).
        """
        for at, match in self.adjuncts.items():
            if match.last - at > 1:
                self.cues.pop(at, None)
        for at, match in self.nameless.items():
            begin = at
            while begin > 0 and self.particle(begin - 1) == "nameless":
                begin -= 1
            if begin < at:
                self.adjuncts[begin] = match
                self.closing[match.last - 1] = "adjunct"
                for word in range(begin, match.last):
                    self.cues.pop(word, None)

    def _apart(self, word: int) -> bool:
        """Whether white space follows a mark, as it does not in an abbreviation."""
        return not self.text.content[self.words[word].end : self.words[word].end + 1].strip()

    def _points(self) -> list[int]:
        asked = OPENERS | prepositions(self.text.lexicon)
        found = {at for at, form in enumerate(self.forms) if form in asked}
        found.update(at for at in self.functions if self.categories[at] == "complementizer")
        found.update(at for at, cues in self.cues.items() if any(cue.part != "phrase" for cue in cues))
        found.update(at for at in self.particles if self.particle(at) == "whether")
        found.update(self.adjuncts)
        return sorted(found)

    def _plain(self) -> list[bool]:
        plain = [not mark and form[:1] not in PREFIXES for mark, form in zip(self.marks, self.forms, strict=True)]
        for layer in (self.functions, self.heads, self.titles, self.adjuncts, self.namings, self.openers, self.cues,
                      self.named, self.particles, self.verbs):  # fmt: skip
            for at in layer:
                plain[at] = False
        return plain

    def particle(self, word: int) -> str:
        """What a small word does (data/cues/particles.toml); "" for any other."""
        found = self.particles.get(word)
        return found.entry.id.partition(".")[2] if found else ""

    def particle_before(self, word: int) -> str:
        """What the small word right before a word does; "" where there is none."""
        found = self.particle_ends.get(word)
        return found.entry.id.partition(".")[2] if found else ""

    def points_from(self, at: int, limit: int) -> list[int]:
        """The points in words[at:limit]."""
        return within(self.points, at, limit)

    def cues_in(self, start: int, limit: int) -> list[Cue]:
        """The cues in words[start:limit]."""
        return [cue for word in within(self.cue_words, start, limit) for cue in self.cues[word]]

    def covers(self, mention: Mention) -> tuple[int, int]:
        """First word of a mention and the word behind its last."""
        first = self.text.word_at(mention.start)
        last = first + 1
        while last < self.size and self.words[last].start < mention.end:
            last += 1
        return first, last

    def finite(self, word: int) -> Cue | None:
        """The cue verb at a position, where one can stand there."""
        for cue in self.cues.get(word, ()):
            if cue.finite:
                return cue
        return None

    def definite(self, word: int) -> bool:
        """Whether the article stands at a word (behind و ف ب ل ك)."""
        form = self.forms[word]
        return len(form) > 3 and form.startswith(ARTICLES)

    def name_like(self, word: int) -> bool:
        """Whether a word can be part of a person's name: a known one, or one that news hardly uses."""
        if self.marks[word] or self.words[word].kind == "number":
            return False
        if self.text.at(word, "given_name") or self.text.at(word, "family_name"):
            return True
        return self.text.lexicon.zipf(self.forms[word]) < NAME_ZIPF

    def joined(self, word: int, letters: str) -> bool:
        """Whether one of these letters (و ب ل…) is attached to a word, rather than part of it."""
        letter = self.forms[word][:1]
        if not letter or letter not in letters:
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
        if form.startswith((letter + ARTICLE, TO_THE)):
            return True
        zipf = self.text.lexicon.zipf
        return zipf(form[1:]) >= zipf(form) and zipf(form[1:]) > 2


def within(ordered: list[int], start: int, limit: int) -> list[int]:
    """Those of ordered numbers that are in range(start, limit)."""
    return ordered[bisect_left(ordered, start) : bisect_left(ordered, limit)]


def _sorted_out(text: Text) -> tuple[list[dict[int, Match]], set[int]]:
    """The longest match of each of LAYERS at each word; the words that the whole lexicon knows as verbs only."""
    verbs = {match.first for match in text.matches if match.part.startswith(VERBAL)}
    return [_longest(text.layer(layer)) for layer in LAYERS], {at for at in verbs if not _otherwise(text, at)}


def _longest(matches: Iterable[Match]) -> dict[int, Match]:
    found: dict[int, Match] = {}
    for match in matches:
        if match.first not in found or match.last > found[match.first].last:
            found[match.first] = match
    return found


def _otherwise(text: Text, at: int) -> bool:
    """Whether a word may be anything but a verb."""
    matches = (match for match in text.at(at) if match.part != "phrase" or match.entry.layer == "title")
    return any(not match.part.startswith(VERBAL) for match in matches)


def _told(head: Match) -> bool:
    """Whether a head noun is an outlet that was told something (لوكالة: to an agency)."""
    return head.before.startswith(FOR) and bool(head.entry.data["kind"] == "media")
