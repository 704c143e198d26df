"""Tellings: what one report says in one place, on whose word: its statements, and what it tells in its own voice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from tawthiq.compare.credits import credits_of
from tawthiq.compare.facts import TOLLS, Fact, facts_of
from tawthiq.compare.names import same_name
from tawthiq.compare.spans import Cited
from tawthiq.compare.stems import Vocabulary, stem
from tawthiq.compare.teller import teller_of
from tawthiq.fold import fold_word
from tawthiq.records import Link, Polarity, Reading, Sentence, Speaker, Statement
from tawthiq.words import words

TellingKind = Literal["person", "institution", "official", "sources", "witnesses", "media", "document", "outlet"]

EVENT, COUNTED, NAMED = 0.7, 0.5, 0.5  # weight of an event's type, of what is counted, of a name as a whole
LEAST = 3  # stems that a content must have to be compared
NAMES = frozenset(("person", "organisation", "group"))


class Telling(Struct, frozen=True):
    """Content told in a report. kind: of the source as in statements; outlet where the report tells it itself.

    hands: named outlets and agencies it went through, from the report's own inwards, without the report's teller.
    named: whether the speaker is called by a name; actor: the id of its entry in data/actors. stems: what it is
    about, with weights (0 to 1).
    """

    teller: str
    published: str | None
    content: Cited
    kind: TellingKind
    polarity: Polarity
    speaker: str
    named: bool
    actor: str | None
    hands: tuple[str, ...]
    hedged: bool
    statement: str | None
    facts: tuple[Fact, ...]
    stems: dict[str, float]


def tellings_of(reading: Reading, vocabulary: Vocabulary) -> list[Telling]:
    """The tellings of a reading in the order of its text, without those of a few words."""
    teller = teller_of(reading)
    found = [*_said(reading, teller, vocabulary), *_told(reading, teller, vocabulary)]
    return sorted((t for t in found if len(t.stems) >= LEAST), key=lambda t: (t.content.start, t.content.end))


def _said(reading: Reading, teller: str, vocabulary: Vocabulary) -> Iterator[Telling]:
    for s in reading.statements:
        content = Cited(reading.report.id, s.content.start, s.content.end, s.content.text)
        speaker = s.speaker or Speaker("")
        yield Telling(
            teller, reading.report.published, content, s.kind, s.polarity, speaker.text,
            _is_name(reading, speaker), speaker.actor, _hands(reading, s, teller), s.hedge is not None, s.id,
            facts_of(reading, content), _stems(reading, content, vocabulary),
        )  # fmt: skip


def _is_name(reading: Reading, said: Speaker | Link) -> bool:
    """Whether the words for a speaker or a link of its chain hold a name, not only what it is (الوكالة, the agency)."""
    start, end = said.start, said.end
    if start is None or end is None:
        return bool(said.text)
    return any(m.kind in NAMES and m.start < end and start < m.end for m in reading.mentions)


def _hands(reading: Reading, statement: Statement, teller: str) -> tuple[str, ...]:
    """The media links of the chain before its last link, but for the report's own outlet; unnamed ones by the name
    that the report gave before them."""
    links = (_name(reading, link) for link in statement.chain[:-1] if link.kind == "media")
    return tuple(link for link in links if link and not same_name(link, teller))


def _name(reading: Reading, link: Link) -> str | None:
    if _is_name(reading, link):
        return link.text
    before = [s.speaker for s in reading.statements if s.speaker and s.kind == "media"]
    named = [s.text for s in before if (s.start or 0) <= (link.start or 0) and _is_name(reading, s)]
    return named[-1] if named else next(iter(credits_of(reading)), None)


def _told(reading: Reading, teller: str, vocabulary: Vocabulary) -> Iterator[Telling]:
    """Sentences with an event or a toll that the outlet itself tells."""
    report = reading.report
    own = [event.trigger.start for event in reading.events if event.statement is None and event.status == "actual"]
    own += [count.start for count in reading.counts if count.of in TOLLS]
    for sentence in reading.sentences:
        if any(sentence.start <= at < sentence.end for at in own) and not _all_said(reading, sentence):
            content = Cited(report.id, sentence.start, sentence.end, report.text[sentence.start : sentence.end])
            yield Telling(
                teller, report.published, content, "outlet", "affirm", teller, True, None, (), False, None,
                facts_of(reading, content), _stems(reading, content, vocabulary),
            )  # fmt: skip


def _all_said(reading: Reading, sentence: Sentence) -> bool:
    """Whether most of a sentence is the content of statements."""
    length = sentence.end - sentence.start
    said = sum(
        max(0, min(s.content.end, sentence.end) - max(s.content.start, sentence.start)) for s in reading.statements
    )
    return said * 2 > length


def _stems(reading: Reading, content: Cited, vocabulary: Vocabulary) -> dict[str, float]:
    """Stems of the words, with the types of the events and what is counted there."""
    found = vocabulary.stems(words(content.text))
    if len(found) < LEAST:
        return {}
    for event in reading.events:
        if content.start <= event.trigger.start < content.end:
            found[f"event {event.type}"] = EVENT
    for count in reading.counts:
        if content.start <= count.start < content.end:
            found[f"count {count.of}"] = COUNTED
    for mention in reading.mentions:
        if content.start <= mention.start < content.end and mention.kind != "role":
            found[f"name {mention.actor or stem(fold_word(mention.text))}"] = NAMED
    return found
