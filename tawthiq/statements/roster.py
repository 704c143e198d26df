"""Who is named in a report, by which names, in which offices: the fullest name of each."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache

from tawthiq.fold import fold
from tawthiq.records import Mention
from tawthiq.statements.agreement import plural_human
from tawthiq.statements.letters import ARTICLES, COMMA, STEM_ENDINGS
from tawthiq.statements.phrase import NounPhrase
from tawthiq.statements.phrases import noun_phrase
from tawthiq.statements.view import View

WORD = re.compile(r"\w+")
TITLE = 10  # words before a name in which its office may begin


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A folded word without the article, what is attached before it, and the ending of adjectives and feminines."""
    for prefix in sorted(ARTICLES, key=len, reverse=True):
        if word.startswith(prefix) and len(word) - len(prefix) >= 3:
            word = word[len(prefix) :]
            break
    short = word.rstrip(STEM_ENDINGS)
    return short if len(short) >= 2 else word


@lru_cache(maxsize=16384)
def words_of(text: str) -> frozenset[str]:
    """The folded words of a text."""
    return frozenset(WORD.findall(fold(text)))


@lru_cache(maxsize=16384)
def stems(text: str) -> frozenset[str]:
    """The stems of the words of a text."""
    return frozenset(stem(word) for word in words_of(text) if len(word) > 1)


class Roster:
    """The persons and bodies of a report, and the words of the offices beside the persons' names."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.persons = [m for m in view.mentions if m.kind == "person"]
        self._fuller: dict[tuple[str, str | None, frozenset[str]], Mention | None] = {}
        self.bodies = [m for m in view.mentions if m.kind in ("organisation", "group")]

    @cached_property
    def offices(self) -> list[tuple[frozenset[str], Mention]]:
        """The persons that have an office, each with the stems of its words."""
        return [found for mention in self.persons if (found := self._office(mention))[0]]

    def _office(self, mention: Mention) -> tuple[frozenset[str], Mention]:
        """The stems of the office before or behind a name."""
        first, last = self.view.covers(mention)
        begin, end = self._title_before(first, mention), self._title_behind(first, last, mention)
        words = (*range(begin, first), *range(last, end))
        return frozenset(stem(self.view.forms[at]) for at in words), mention

    def _title_before(self, first: int, mention: Mention) -> int:
        """The word at which the office before a name begins; the name's first word where there is none."""
        view = self.view
        if first == 0 or view.marks[first - 1] or view.finite(first - 1):
            return first
        for at in range(max(0, first - TITLE), first):
            if at in view.heads or at in view.titles:
                phrase = noun_phrase(view, at, first + 1)
                if phrase is not None and phrase.person is mention and not phrase.governed:
                    return at
        return first

    def _title_behind(self, first: int, last: int, mention: Mention) -> int:
        """The word behind the office that follows a name; the word behind the name where there is none."""
        view = self.view
        at = last + (view.forms[last] == COMMA)
        if at not in view.heads and at not in view.titles:
            return last
        phrase = noun_phrase(view, first, view.size)
        return phrase.last if phrase is not None and phrase.person is mention else last

    def fullest(self, mention: Mention) -> Mention:
        """The longest name in the report that holds all words of this one (كيري: جون كيري)."""
        key = mention.kind, mention.actor, words_of(mention.text)
        if key not in self._fuller:
            self._fuller[key] = self._longest(*key)
        return self._fuller[key] or mention

    def _longest(self, kind: str, actor: str | None, words: frozenset[str]) -> Mention | None:
        """The longest name with these words and others, or of this actor with more words."""
        best, most = None, len(words)
        for other in self.persons if kind == "person" else self.bodies:
            others = words_of(other.text)
            if len(others) > most and (words <= others or (actor is not None and actor == other.actor)):
                best, most = other, len(others)
        return best

    def person_called(self, phrase: NounPhrase) -> Mention | None:
        """The person whose name holds all words of a phrase that no mention covers (السهو: سهو السهو)."""
        if phrase.parts or phrase.last - phrase.first > 2 or phrase.head in self.view.heads:
            return None
        words = {form for form in self.view.forms[phrase.first : phrase.last] if form.isalpha()}
        return next((m for m in self.persons if words and words < words_of(m.text)), None)

    def holder(self, phrase: NounPhrase, words: frozenset[str]) -> Mention | None:
        """The person named elsewhere with this office."""
        if plural_human(self.view, phrase) or (phrase.parts and phrase.governed):
            return None
        return next((person for office, person in self.offices if words <= office), None)

    def fuller(self, phrase: NounPhrase) -> NounPhrase | None:
        """The last phrase before it that names more of the same head noun (المجلس: المجلس العسكري للمدينة)."""
        view, head = self.view, self.view.heads.get(phrase.head)
        if head is None or phrase.parts or not view.definite(phrase.head):
            return None
        words = stems(" ".join(view.forms[phrase.first : phrase.last]))
        for at in reversed([at for at in view.heads if at < phrase.first]):
            if view.heads[at].entry is head.entry:
                found = noun_phrase(view, at, view.size)
                if found is None or any(part.kind == "person" for part in found.parts):
                    continue  # باسم المجلس فلان: a person stands in it
                if words < stems(" ".join(view.forms[found.first : found.last])):
                    return found
        return None

    def body(self, phrase: NounPhrase) -> Mention | None:
        """The fullest name of the body that a phrase is (المرصد), or whose statement it is (بيان الوزارة)."""
        mention = next((part for part in phrase.parts if part.kind in ("organisation", "group")), None)
        if mention is None:
            return None
        head = self.view.heads.get(phrase.head)
        issued = head is not None and bool(head.entry.data.get("issued"))
        near = self.view.covers(mention)[0] <= phrase.head + 1
        return self.fullest(mention) if issued or near else None
