"""Who speaks: the one that a source names, describes or refers back to, or the last one that a verb can mean."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from tawthiq.records import Mention, Speaker, StatementKind
from tawthiq.statements.agreement import agrees, plural_human
from tawthiq.statements.drafts import Draft
from tawthiq.statements.letters import AND, PREFIXES
from tawthiq.statements.phrase import NounPhrase
from tawthiq.statements.phrases import noun_phrase
from tawthiq.statements.roster import Roster, stems
from tawthiq.statements.sources import kind_of, source_at
from tawthiq.statements.view import View

REACH = 60  # words before a verb in which its subject is looked for
REMEMBERED = 200  # speakers
LEADING = 4  # words before a verb that leads its sentence (وفي سياق آخر قال)
PEOPLE = frozenset(("person", "official"))
BODIES = frozenset(("institution", "media"))
ISSUERS = frozenset(("institution", "person", "official"))
_LETTERS = "".join(PREFIXES)


class Known(Struct):
    """A speaker already met: how it is called, the stems of its name and titles, the verbs it has had."""

    speaker: Speaker
    kind: StatementKind
    words: frozenset[str]
    forms: frozenset[str]
    titles: frozenset[str]
    phrase: NounPhrase
    sentence: int = -1
    nested: bool = False

    def fits(self, view: View, agreement: str) -> bool:
        """Whether a verb of this gender and number can mean this speaker."""
        if not agreement or agreement in self.forms:
            return True
        return not self.forms and agrees(view, self.phrase, agreement)


class Cast:
    """Who has spoken so far, in reading order."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.roster = Roster(view)
        self.known: deque[Known] = deque(maxlen=REMEMBERED)

    def resolve(self, draft: Draft, outer: Draft | None) -> Known | None:
        """Who speaks in a draft; remembered for the next one. outer: the draft that it is told in."""
        sentence = self.view.text.sentence_of(self.view.words[draft.cue_first].start)
        found = self._named(draft, draft.source) if draft.source else self._unnamed(draft, sentence, outer)
        if found is not None:
            self.known.append(replace(found, sentence=sentence, nested=outer is not None))
        return found

    def headline(self, draft: Draft) -> Known | None:
        """Who speaks in the headline: an office or nobody there is whoever the text under it quotes first."""
        first = next((known for known in self.known if known.fits(self.view, draft.agreement)), None)
        if draft.source is None:
            return first
        found = self._named(draft, draft.source)
        loose = found.kind == "official" and not plural_human(self.view, draft.source)
        return first if loose and first is not None and first.kind == "person" else found

    def _unnamed(self, draft: Draft, sentence: int, outer: Draft | None) -> Known | None:
        """The speaker that a verb or adverb without a subject means."""
        start = self.view.text.words_of(self.view.text.sentences[sentence]).start
        said = [known for known in reversed(self.known) if known.fits(self.view, draft.agreement)]
        subject = None
        if self.view.closing.get(draft.cue_first - 1) == "complementizer":  # that he (said)
            subject = self._nearest(draft, start)
        if subject is None and not draft.leans and outer is not None:
            subject = self._nearest(draft, outer.first)
        elif subject is None:
            here = next((known for known in said if known.sentence == sentence and not known.nested), None)
            if here is not None:
                return here
            subject = self._subject(draft, said, sentence, start)
        if subject is not None:
            return self._named(draft, subject)
        return next((known for known in said if not known.nested), None) or next(iter(said), None)

    def _subject(self, draft: Draft, said: list[Known], sentence: int, start: int) -> NounPhrase | None:
        """The subject of a sentence in which nobody has spoken yet; before a verb that leads it, of the one before."""
        distance = draft.cue_first - start
        if distance <= 1 or (distance <= LEADING and not draft.leans):
            return self._left_off(draft, said, sentence)
        for at in range(draft.cue_first - 1, max(start, draft.cue_first - REACH) - 1, -1):
            verb = self.view.finite(at)
            begin = verb.last if verb else at + 1 if self.view.closing.get(at) == "complementizer" else None
            phrase = source_at(self.view, begin, draft.cue_first) if begin is not None else None
            if phrase is not None and agrees(self.view, phrase, draft.agreement):
                return phrase
        return next(self._speaking(draft, start), None)

    def _left_off(self, draft: Draft, said: list[Known], sentence: int) -> NounPhrase | None:
        """The subject of the sentence before, where nobody has spoken in it (وصل الوزير إلى المدينة. وقال إن)."""
        if sentence == 0 or (said and said[0].sentence >= sentence - 1):
            return None
        start = self.view.text.words_of(self.view.text.sentences[sentence - 1]).start
        return next((p for p in self._speaking(draft, start) if kind_of(self.view, p) in PEOPLE), None)

    def _nearest(self, draft: Draft, start: int) -> NounPhrase | None:
        """The last noun phrase between a word and the cue that can speak."""
        return next(iter(reversed(list(self._speaking(draft, start)))), None)

    def _speaking(self, draft: Draft, start: int) -> Iterator[NounPhrase]:
        """Noun phrases between a word and the cue that can speak, agree, and stand behind no preposition."""
        view, at = self.view, max(start, draft.cue_first - REACH)
        while at < draft.cue_first:
            governed = view.closing.get(at - 1) == "preposition" or view.joined(at, _LETTERS)
            phrase = None if view.marks[at] else noun_phrase(view, at, draft.cue_first)
            able = phrase is not None and not governed and kind_of(view, phrase) is not None
            if phrase is not None and able and agrees(view, phrase, draft.agreement):
                yield phrase
            at = phrase.last if phrase and (able or governed) else at + 1

    def _named(self, draft: Draft, phrase: NounPhrase) -> Known:
        """The speaker that a source names."""
        kind = kind_of(self.view, phrase)
        if phrase.person is not None and (not phrase.governed or kind == "person"):
            return self._person(draft, phrase, phrase.person)
        called = self.roster.person_called(phrase) if kind is None else None
        if called is not None:
            return self._person(draft, phrase, called)
        kind = kind or self._guess(phrase)
        back = self._referred(phrase, kind)
        if back is not None:
            return replace(back, forms=back.forms | self._forms(draft, phrase))
        holder = self.roster.holder(phrase, stems(self._text(phrase))) if self._one(phrase, kind) else None
        return self._person(draft, phrase, holder) if holder else self._described(draft, phrase, kind)

    def _one(self, phrase: NounPhrase, kind: StatementKind) -> bool:
        """Whether a phrase means one person by an office or a profession (الباحثة)."""
        head = self.view.heads.get(phrase.head)
        human = head is not None and bool(head.entry.data.get("human")) and self.view.definite(phrase.head)
        return kind == "official" or human

    def _person(self, draft: Draft, phrase: NounPhrase, mention: Mention) -> Known:
        name = self.roster.fullest(mention)
        speaker = Speaker(name.text, name.start, name.end, name.actor)
        own = stems(name.text)
        return Known(speaker, "person", own, self._forms(draft, phrase), stems(self._text(phrase)) - own, phrase)

    def _described(self, draft: Draft, phrase: NounPhrase, kind: StatementKind) -> Known:
        called = self.roster.fuller(phrase) if kind in BODIES else None
        phrase = called or phrase
        span = self.view.text.span(*source_offsets(self.view, phrase))
        actor = next((part.actor for part in phrase.parts if part.actor), None)
        speaker = Speaker(span.text, span.start, span.end, actor)
        body = self.roster.body(phrase) if kind in ("institution", "media") else None
        if body is not None:
            speaker = Speaker(body.text, body.start, body.end, body.actor)
        words = stems(span.text)
        return Known(speaker, kind, words, self._forms(draft, phrase), words, phrase)

    def _referred(self, phrase: NounPhrase, kind: StatementKind) -> Known | None:
        """المصادر، هذه الدول، البيان، المجلس: a speaker met before."""
        if phrase.demonstrative:
            return next((known for known in reversed(self.known) if known.kind == kind), None)
        data = self.view.heads[phrase.head].entry.data if phrase.head in self.view.heads else {}
        if not self.view.definite(phrase.head) and not data.get("resumes"):
            return None
        if data.get("issued"):
            return self._issuer()
        words = stems(self._text(phrase)) - self._emphatics(phrase)
        for known in reversed(self.known):
            same = known.kind == kind or {known.kind, kind} <= PEOPLE
            if same and words <= (known.words | known.titles):
                return known
        if not data.get("anyone"):
            return None
        return next((known for known in reversed(self.known) if known.kind in PEOPLE), None)

    def _issuer(self) -> Known | None:
        """Whose statement البيان is: the last body that spoke, else the last one who did."""
        spoke = [known for known in reversed(self.known) if known.kind in ISSUERS and not known.nested]
        return next((known for known in spoke if known.kind == "institution"), None) or next(iter(spoke), None)

    def _emphatics(self, phrase: NounPhrase) -> frozenset[str]:
        """The stems of himself, the same… in a phrase: they name nobody."""
        at = (word for word in range(phrase.first, phrase.last) if word in self.view.emphatics)
        return frozenset().union(*(stems(self.view.words[word].text) for word in at))

    def _text(self, phrase: NounPhrase) -> str:
        start, end = source_offsets(self.view, phrase)
        return self.view.text.content[start:end]

    def _forms(self, draft: Draft, phrase: NounPhrase) -> frozenset[str]:
        """Which verbs can follow for a source: those of its number, of the gender that its own verb showed."""
        if plural_human(self.view, phrase):
            return frozenset(("mp", "fp"))
        return frozenset((draft.agreement,)) if draft.agreement else frozenset()

    def _guess(self, phrase: NounPhrase) -> StatementKind:
        """The kind of a source that no entry knows."""
        name = self.view.name_like(phrase.head) and not self.view.definite(phrase.head)
        return "person" if name else "institution"


def source_offsets(view: View, phrase: NounPhrase) -> tuple[int, int]:
    """Start and end of a phrase in code points, an attached و ف ب ل left out."""
    word = view.words[phrase.first]
    known = (layer.get(phrase.first) for layer in (view.named, view.heads, view.titles))
    starts = [found.start for found in known if found and found.start < word.end]
    start = max((word.start, *starts))
    if not starts and view.joined(phrase.first, AND) and len(word.form) > 3:
        start += 1
    return start, view.words[phrase.last - 1].end
