"""Who a source is: the fullest name found anywhere in the report, the last fitting speaker for a pronoun."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from tawthiq.fold import fold
from tawthiq.records import Mention, Speaker, StatementKind
from tawthiq.statements.drafts import Draft
from tawthiq.statements.phrases import NounPhrase, noun_phrase
from tawthiq.statements.sources import agrees, kind_of, plural_human, source_at
from tawthiq.statements.view import View

WORD = re.compile(r"\w+")
TITLE = 10  # words before a name in which its office may begin
ENDINGS = "ياه"  # of nisba, state names and feminines (سوري، سوريا، سورية: one stem)


class Known(Struct):
    """A speaker already met: how it is called, the words of its titles, what a verb for it looks like."""

    speaker: Speaker
    kind: StatementKind
    words: frozenset[str]
    forms: frozenset[str]
    titles: frozenset[str]
    phrase: NounPhrase | None = None
    sentence: int = -1
    depth: int = 0

    def fits(self, view: View, agreement: str) -> bool:
        """Whether a verb of this gender and number can mean this speaker."""
        if not agreement or agreement in self.forms:
            return True
        return not self.forms and (self.phrase is None or agrees(view, self.phrase, agreement))


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A folded word without و ب ل, the article and the ending that makes it an adjective or feminine."""
    for prefix in ("وال", "بال", "فال", "ال", "لل"):
        if word.startswith(prefix) and len(word) - len(prefix) >= 3:
            word = word[len(prefix) :]
            break
    short = word.rstrip(ENDINGS)
    return short if len(short) >= 2 else word


@lru_cache(maxsize=16384)
def stems(text: str) -> frozenset[str]:
    """The stems of the words of a text."""
    return frozenset(stem(word) for word in words_of(text) if len(word) > 1)


@lru_cache(maxsize=16384)
def words_of(text: str) -> frozenset[str]:
    """The folded words of a text."""
    return frozenset(WORD.findall(fold(text)))


class Cast:
    """The persons and bodies of a report, and who has spoken so far."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.persons = [m for m in view.mentions if m.kind == "person"]
        self.bodies = [m for m in view.mentions if m.kind in ("organisation", "group")]
        self.known: list[Known] = []
        self.roles: list[tuple[frozenset[str], Mention]] = []

    def learn(self) -> None:
        """Remember which office stands beside the name of each person: before it or behind it."""
        for mention in self.persons:
            first, last = self.view.covers(mention)
            begin = self._title_before(first, mention)
            end = self._title_behind(first, last, mention)
            words = frozenset(stem(self.view.forms[at]) for at in (*range(begin, first), *range(last, end)))
            if words:
                self.roles.append((words, mention))

    def _title_behind(self, first: int, last: int, mention: Mention) -> int:
        """The word behind the office that follows a name; the word behind the name where there is none."""
        at = last + 1 if self.view.forms[last] == "،" else last
        if at not in self.view.heads and at not in self.view.titles:
            return last
        phrase = noun_phrase(self.view, first, self.view.size)
        return phrase.last if phrase is not None and phrase.person is mention else last

    def _title_before(self, first: int, mention: Mention) -> int:
        """The word at which the office before a name begins; the name's first word where there is none."""
        if first == 0 or self.view.marks[first - 1] or self.view.finite(first - 1):
            return first
        for at in range(max(0, first - TITLE), first):
            if at in self.view.heads or at in self.view.titles:
                phrase = noun_phrase(self.view, at, first + 1)
                if phrase is not None and phrase.person is mention and not phrase.governed:
                    return at
        return first

    def resolve(self, draft: Draft, outer: Draft | None) -> Known | None:
        """Who speaks in a draft; remembered for the next one. outer: the draft that it is told in."""
        sentence = self.view.text.sentence_of(self.view.words[draft.cue_first].start)
        found = self._named(draft) if draft.source is not None else self._unnamed(draft, sentence, outer)
        if found is not None:
            self.known.append(replace(found, sentence=sentence, depth=0 if outer is None else 1))
        return found

    def headline(self, draft: Draft) -> Known | None:
        """Who speaks in the headline: an office or nobody there is whoever the text under it quotes first."""
        first = next((known for known in self.known if known.fits(self.view, draft.agreement)), None)
        if draft.source is None:
            return first
        found = self._named(draft)
        loose = found.kind == "official" and not plural_human(self.view, draft.source)
        return first if loose and first is not None and first.kind == "person" else found

    def _unnamed(self, draft: Draft, sentence: int, outer: Draft | None) -> Known | None:
        """The speaker that a verb or adverb without a subject means."""
        start = self.view.text.words_of(self.view.text.sentences[sentence]).start
        said = [known for known in reversed(self.known) if known.fits(self.view, draft.agreement)]
        here = [known for known in said if known.sentence == sentence and known.depth == 0]
        if self.view.closing.get(draft.cue_first - 1) == "complementizer":  # that he (said)
            nearest = self._nearest(draft, start)
            if nearest is not None:
                return self._named(replace(draft, source=nearest))
        if draft.leans or outer is None:
            if here:
                return here[0]
            leads = draft.cue_first - start <= 1 or (draft.cue_first - start <= 4 and not draft.leans)
            subject = self._left_off(draft, said, sentence) if leads else self._subject(draft, start)
            return self._named(replace(draft, source=subject)) if subject else next(iter(said), None)
        subject = self._nearest(draft, outer.first)
        return self._named(replace(draft, source=subject)) if subject else next(iter(said), None)

    def _left_off(self, draft: Draft, said: list[Known], sentence: int) -> NounPhrase | None:
        """The subject of the sentence before, where nobody has spoken in it (وصل الوزير إلى المدينة. وقال إن)."""
        if sentence == 0 or (said and said[0].sentence >= sentence - 1):
            return None
        start = self.view.text.words_of(self.view.text.sentences[sentence - 1]).start
        return next((p for p in self._speaking(draft, start) if kind_of(self.view, p) in ("person", "official")), None)

    def _subject(self, draft: Draft, start: int) -> NounPhrase | None:
        """The subject of the last verb of speech before the cue, else the first noun phrase that can speak."""
        for at in range(draft.cue_first - 1, start - 1, -1):
            verb = self.view.finite(at)
            begin = verb.last if verb else at + 1 if self.view.closing.get(at) == "complementizer" else None
            phrase = source_at(self.view, begin, draft.cue_first) if begin is not None else None
            if phrase is not None and agrees(self.view, phrase, draft.agreement):
                return phrase
        return next(self._speaking(draft, start), None)

    def _nearest(self, draft: Draft, start: int) -> NounPhrase | None:
        """The last noun phrase before the cue, inside what it is told in, that can speak."""
        found = None
        for found in self._speaking(draft, start):
            pass
        return found

    def _speaking(self, draft: Draft, start: int) -> Iterator[NounPhrase]:
        """Noun phrases between a word and the cue that can speak, agree, and stand behind no preposition."""
        at = start
        while at < draft.cue_first:
            governed = self.view.closing.get(at - 1) == "preposition"
            governed = governed or self.view.joined(at, "و") or self.view.joined(at, "ب") or self.view.joined(at, "ل")
            phrase = None if self.view.marks[at] else noun_phrase(self.view, at, draft.cue_first)
            able = phrase is not None and not governed and kind_of(self.view, phrase) is not None
            if phrase is not None and able and agrees(self.view, phrase, draft.agreement):
                yield phrase
            at = phrase.last if phrase and (able or governed) else at + 1

    def _named(self, draft: Draft) -> Known:
        phrase = draft.source
        assert phrase is not None
        kind = kind_of(self.view, phrase) or _guess(self.view, phrase)
        if phrase.person is not None and (not phrase.governed or kind == "person"):
            return self._person(phrase, self.fullest(phrase.person), draft)
        back = self._anaphor(phrase, kind)
        if back is not None:
            return replace(back, forms=back.forms | _forms(self.view, draft))
        holder = self._holder(phrase, kind)
        if holder is not None:
            return self._person(phrase, self.fullest(holder), draft)
        return self._described(phrase, kind, draft)

    def _person(self, phrase: NounPhrase, mention: Mention, draft: Draft) -> Known:
        speaker = Speaker(mention.text, mention.start, mention.end, mention.actor)
        titles = stems(self._text(phrase)) - stems(mention.text)
        return Known(speaker, "person", stems(mention.text), _forms(self.view, draft), titles, phrase)

    def _described(self, phrase: NounPhrase, kind: StatementKind, draft: Draft) -> Known:
        span = self.view.text.span(*self._offsets(phrase))
        speaker = Speaker(span.text, span.start, span.end, _actor(phrase))
        body = self._issuer(phrase) or self._fullest_body(phrase)
        if body is not None and kind in ("institution", "media"):
            speaker = Speaker(body.text, body.start, body.end, body.actor)
        return Known(speaker, kind, stems(span.text), _forms(self.view, draft), stems(span.text), phrase)

    def _text(self, phrase: NounPhrase) -> str:
        start, end = self._offsets(phrase)
        return self.view.text.content[start:end]

    def _offsets(self, phrase: NounPhrase) -> tuple[int, int]:
        return source_offsets(self.view, phrase)

    def fullest(self, mention: Mention) -> Mention:
        """The longest name in the report that holds all words of this one (كيري: جون كيري)."""
        return self._longest(mention, self.persons)

    def _longest(self, mention: Mention, among: list[Mention]) -> Mention:
        words = words_of(mention.text)
        best = mention
        for other in among:
            wider = words <= words_of(other.text) or (
                mention.actor is not None and mention.actor == other.actor
            )
            if wider and len(words_of(other.text)) > len(words_of(best.text)):
                best = other
        return best

    def _issuer(self, phrase: NounPhrase) -> Mention | None:
        """The body whose statement is quoted (بيان الوزارة، البيان الصادر عن الوزارة)."""
        head = self.view.heads.get(phrase.head)
        if head is None or not head.entry.data.get("issued"):
            return None
        mention = next((part for part in phrase.parts if part.kind in ("organisation", "group")), None)
        return self._longest(mention, self.bodies) if mention else None

    def _fullest_body(self, phrase: NounPhrase) -> Mention | None:
        """The longest name of the body that the phrase itself is (المرصد: المرصد السوري لحقوق الإنسان)."""
        mention = next((part for part in phrase.parts if part.kind in ("organisation", "group")), None)
        if mention is None or self.view.covers(mention)[0] > phrase.head + 1:
            return None
        return self._longest(mention, self.bodies)

    def _anaphor(self, phrase: NounPhrase, kind: StatementKind) -> Known | None:
        """المصادر، هذه الدول، البيان، المجلس: a speaker met before."""
        if not self.view.definite(phrase.head) and self.view.categories[phrase.first] != "demonstrative":
            return None
        if phrase.demonstrative:
            return next((k for k in reversed(self.known) if k.kind == kind), None)
        head = self.view.heads.get(phrase.head)
        words = stems(self._text(phrase)) - {"ذات", "نفس", "ذك", "نفسه"}
        if head is not None and head.entry.data.get("issued"):
            return next((k for k in reversed(self.known) if k.kind in ("institution", "person", "official")), None)
        for known in reversed(self.known):
            same = known.kind == kind or {known.kind, kind} <= {"person", "official"}
            if same and words <= (known.words | known.titles):
                return known
        if head is not None and head.entry.id.endswith((".official", ".state")):
            return next((k for k in reversed(self.known) if k.kind in ("person", "official")), None) if kind == "official" else None
        return None

    def _holder(self, phrase: NounPhrase, kind: StatementKind) -> Mention | None:
        """The person named elsewhere with this office."""
        if kind != "official" or plural_human(self.view, phrase) or phrase.parts and phrase.governed:
            return None
        words = stems(self._text(phrase))
        return next((person for titles, person in self.roles if words <= titles), None)


def source_offsets(view: View, phrase: NounPhrase) -> tuple[int, int]:
    """Start and end of a phrase in code points, an attached و ف ب ل left out."""
    words = view.words
    start = words[phrase.first].start
    starts = [m.start for m in (view.named.get(phrase.first), view.heads.get(phrase.first), view.titles.get(phrase.first)) if m]
    if starts:
        start = max(start, *starts) if max(starts) < words[phrase.first].end else start
    elif view.joined(phrase.first, "و") and len(view.forms[phrase.first]) > 3:
        start += 1
    return start, words[phrase.last - 1].end


def _forms(view: View, draft: Draft) -> frozenset[str]:
    """Which verbs can follow for the source of a draft: the gender its own verb showed, its number."""
    if draft.source is not None and plural_human(view, draft.source):
        return frozenset(("mp", "fp"))
    if draft.source is None or not draft.agreement:
        return frozenset((draft.agreement,)) if draft.agreement else frozenset()
    return frozenset((draft.agreement,))


def _guess(view: View, phrase: NounPhrase) -> StatementKind:
    """The kind of a source that no entry knows."""
    return "person" if view.name_like(phrase.head) and not view.definite(phrase.head) else "institution"


def _actor(phrase: NounPhrase) -> str | None:
    return next((part.actor for part in phrase.parts if part.actor), None)
