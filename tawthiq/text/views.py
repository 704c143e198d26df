"""What each word is for a noun phrase: a name, a noun, a finite verb, a date, or which function word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tawthiq.fold import unfolded_offset
from tawthiq.lexicon import Match
from tawthiq.records import DateMention, Mention
from tawthiq.text.model import Text

VERB_LAYERS = frozenset(("trigger", "light", "cue", "action"))
FINITE = ("past", "present", "jussive", "passive")
# and-by-the, and-the, so-the, by-the, like-the, and-to-the, to-the
_ARTICLES = ("وبال", "وال", "فال", "بال", "كال", "ولل", "لل")
_NISBA = ("ي", "يه", "يون", "يين", "يان", "يتان", "يتين")  # adjectives made of nouns: singular, plural, dual


class View(NamedTuple):
    """What a word is: mark, number, date, name, verb, noun, or the category of a function word.

    before: its proclitic (folded). last: the position behind the unit that starts here. definite: it
    has the article, is a name or bears a pronoun. match: the entry that knows it as a verb or as the
    head of a side. sort: of a side's head the sort that it names (force, body, official, public…).
    """

    kind: str
    before: str
    last: int
    definite: bool
    match: Match | None = None
    sort: str = ""


class Views(dict[int, View]):
    """The views of a text's words by position, made when asked for; `mentions` and `dates` are taken as units."""

    def __init__(self, text: Text, mentions: Iterable[Mention], dates: Iterable[DateMention]) -> None:
        self.text = text
        self.words = text.words
        self.names: dict[int, tuple[int, Mention]] = {}
        for mention in mentions:
            if mention.kind != "role" and not (mention.actor or "").startswith("group."):
                self._keep(mention)
        self.dates = {text.word_at(d.start): text.word_at(d.end - 1) + 1 for d in dates}

    def _keep(self, mention: Mention) -> None:
        first, last = self.text.word_at(mention.start), self.text.word_at(mention.end - 1) + 1
        if first not in self.names or self.names[first][0] < last:
            self.names[first] = (last, mention)

    def __missing__(self, at: int) -> View:
        view = self[at] = self._seen(at)
        return view

    def _seen(self, at: int) -> View:
        word = self.words[at]
        if word.kind != "word":
            return View(word.kind, "", at + 1, False)
        if at in self.dates:
            return View("date", "", self.dates[at], True)
        if len(word.form) == 1 and word.form in "بلك":  # in/by, to/for, like, written apart
            return View("preposition", "", at + 1, False)
        matches = self.text.at(at)
        named = self.names[at][0] if at in self.names else 0
        for match in self.text.at(at, "function"):
            if match.before in ("", "و", "ف") and match.last >= named:
                return View(match.entry.data["category"], match.before, match.last, False)
        return self._name(at, matches) if named else self._open_class(at, matches)

    def _name(self, at: int, matches: Sequence[Match]) -> View:
        last, mention = self.names[at]
        form, cut = self.words[at].form, mention.start - self.words[at].start
        before = form[:cut] if cut > 0 else ("ل" if form.startswith("لل") and len(form) > 4 else "")
        head = _best([m for m in matches if _heads(m)])
        return View("name", before, last, True, head, _sort(head))

    def _open_class(self, at: int, matches: Sequence[Match]) -> View:
        if not matches:
            return self._unknown(at)
        verb = next((m for m in matches if m.entry.layer in VERB_LAYERS and m.part.startswith(FINITE)), None)
        head = _best([m for m in matches if _heads(m) and not _adjective_like(m, self.words[at].form)])
        if head and not (verb and not head.before and self._opens_clause(at) and self._side_at(at + 1)):
            closed = head.definite or bool(head.after) or self.words[head.last - 1].form.startswith("ال")
            return View("noun", _clitic(head.before), head.last, closed, head, _sort(head))
        noun = _best([m for m in matches if not m.part.startswith(FINITE)])
        if verb and not verb.definite and not (noun and self._rather_noun(at, verb, noun)):
            return View("verb", verb.before, verb.last, False, verb, _sort(verb))
        if noun:
            definite = noun.definite or bool(noun.after) or self.words[at].form.startswith("ال")
            return View("noun", _clitic(noun.before), at + 1, definite)
        return self._unknown(at)

    def _opens_clause(self, at: int) -> bool:
        before = self.words[at - 1] if at else None
        return before is None or before.kind == "mark" or before.end < self.words[at].start - 1

    def _side_at(self, at: int) -> bool:
        """Whether a side starts at a word: what is noun or verb before it (طالب, student or demanded) is a verb."""
        if at >= len(self.words):
            return False
        return at in self.names or any(_heads(m) for m in self.text.at(at))

    def _rather_noun(self, at: int, verb: Match, noun: Match) -> bool:
        """What may be verb or noun (قتل, killed or killing) is a noun behind a preposition or an open noun."""
        if verb.after and not noun.after:  # إصابة is `injury`, not أصابه (hit him), where ة and ه are one
            return True
        if noun.before != verb.before or noun.before:
            return noun.before in ("ب", "ل", "ك")
        if at == 0:
            return False
        before = self[at - 1]
        if verb.after and before.kind == "noun":  # X خطفهم Y (X whom Y kidnapped)
            return not self._side_at(at + 1)
        opens = before.kind == "noun" and not before.definite and not self.words[at - 1].form.endswith("ا")
        return before.kind == "preposition" or opens  # an accusative opens no construct

    def _unknown(self, at: int) -> View:
        """A word that no entry knows: its proclitic shows by the article behind it or by frequency."""
        form = self.words[at].form
        if self._looks_finite(form):
            return View("verb", "", at + 1, False)
        for before in _ARTICLES:
            if form.startswith(before) and len(form) > len(before) + 1:
                return View("noun", _clitic(before), at + 1, True)
        before = form[:1] if len(form) > 3 and form[0] in "وفبلك" and self._detached(form) else ""
        return View("noun", before, at + 1, form.startswith("ال"))

    def _detached(self, form: str) -> bool:
        rest = self.text.lexicon.zipf(form[1:])
        return rest > 2 and rest > self.text.lexicon.zipf(form) + 0.5

    @staticmethod
    def _looks_finite(form: str) -> bool:
        """Present tense by its shape: ي and three letters, ست/سي (will) and three letters."""
        return len(form) > 3 and (form.startswith("ي") or (form.startswith(("سي", "ست", "وي")) and len(form) > 5))

    def adjective(self, at: int) -> bool:
        """Whether a word looks like an adjective: known as one, or a nisba by its ending."""
        matches = self.text.at(at)
        if any(m.part.startswith("adjective") or m.entry.layer == "quality" for m in matches):
            return True
        form = self.words[at].form
        return len(form) > 3 and form.endswith(_NISBA) and self[at].match is None

    def common_noun(self, at: int) -> bool:
        """Whether entries know a word as a noun of what is done: behind a definite noun it is no adjective."""
        return any(m.entry.layer == "trigger" and m.part.startswith(("noun", "masdar")) for m in self.text.at(at))

    def complement(self, at: int) -> str:
        """The preposition that an adjective takes: القوات الموالية ل (the forces loyal to)."""
        found = (m.entry.data.get("complement") for m in self.text.at(at, "quality"))
        return next((c for c in found if c), "")

    def start(self, at: int) -> int:
        """The offset of a word behind its proclitic, before its article."""
        if at in self.names:
            return max(self.names[at][1].start, self.words[at].start)
        word, before = self.words[at], self[at].before
        if before.endswith("ل") and word.form[len(before) - 1 :].startswith("لل"):
            before = before[:-1]  # للجبهة (to the front): the ل that swallowed the article stays
        return word.start + unfolded_offset(word.text, len(before)) if before else word.start


def _sort(head: Match | None) -> str:
    if head is None:
        return ""
    return str(head.entry.data.get("kind", "")) if head.entry.layer == "side" else "official"


def _heads(match: Match) -> bool:
    """Whether a match is the head noun of a side: one of that layer, or the title of an official."""
    data = match.entry.data
    return match.entry.layer == "side" or (match.entry.layer == "title" and data.get("kind") in ("office", "rank"))


def _adjective_like(match: Match, form: str) -> bool:
    """قوية is `strong`, not `his forces`: a plural in ى with a pronoun looks like an adjective."""
    return match.after == "ه" and form.endswith("يه")


def _best(matches: Sequence[Match]) -> Match | None:
    """The longest match that leaves the word whole, else the first."""
    return min(matches, key=lambda m: (len(m.before.removesuffix("ال")) + len(m.after), -m.last), default=None)


def _clitic(before: str) -> str:
    return before.removesuffix("ال") if before.endswith("ال") else ("ل" if before == "لل" else before)
