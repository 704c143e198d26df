"""What comparison keeps of a reading: its shingles, the stems that tell what it is about, who tells it and when."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from tawthiq.compare.credits import credits_of
from tawthiq.compare.days import day_of
from tawthiq.compare.lead import lead_end
from tawthiq.compare.shingles import WIDTH, Numbers, number, shingles
from tawthiq.compare.stems import Vocabulary, stem
from tawthiq.compare.teller import teller_of
from tawthiq.records import Mention, Reading
from tawthiq.text.quotes import quotations
from tawthiq.words import Word, words

LEAD = 3.0  # how much more a word of the title or the first paragraph tells than one further down
NAMED = 1.5  # how much more a name tells than another word as rare
KEPT = 60  # features of a report that stories are told apart by


class Digest(Struct, frozen=True):
    """A report as comparison sees it.

    day: proleptic Gregorian ordinal of the day of publication, else of the capture; None where neither is known.
    size: words and numbers of its text. Bytes hold ascending, distinct 64-bit numbers: every: its shingles; own:
    those that are not wholly made of names, offices and quoted words; stems: its words; figures: its numbers.
    names: the persons and places of its title and first paragraph, each as the numbers of its words.
    types: PLOVER types of its events. features: stems and actors with weights, the KEPT heaviest.
    """

    report: str
    key: str
    teller: str
    title: str
    published: str | None
    day: int | None
    credits: tuple[str, ...]
    size: int
    every: bytes
    own: bytes
    stems: bytes
    figures: bytes
    names: tuple[tuple[int, ...], ...]
    types: frozenset[str]
    features: dict[str, float]


def numbers_of(kept: bytes) -> Numbers:
    """The numbers that a field of a digest holds."""
    return np.frombuffer(kept, dtype=np.uint64)


def digest_of(reading: Reading, vocabulary: Vocabulary) -> Digest:
    """The digest of a reading: a function of the reading alone."""
    report = reading.report
    told = [word for word in words(report.text) if word.kind != "mark"]
    tokens = np.fromiter((number(word.form) for word in told), dtype=np.uint64, count=len(told))
    runs = shingles(tokens)
    own = runs[~_borrowed(reading, told, len(runs))]
    figures = np.fromiter((number(w.form) for w in told if w.kind == "number"), dtype=np.uint64)
    lead = lead_end(report.text)
    return Digest(
        report.id, report.key, teller_of(reading), report.title or _first_line(report.text), report.published,
        day_of(report.published) or day_of(report.retrieved), credits_of(reading), len(told),
        _kept(runs), _kept(own), _kept(tokens), _kept(figures), _names(reading.mentions, lead),
        frozenset(event.type for event in reading.events if event.status == "actual"),
        _features(reading.mentions, told, lead, vocabulary),
    )  # fmt: skip


def _kept(numbers: Numbers) -> bytes:
    return np.unique(numbers).tobytes()


def _first_line(text: str) -> str:
    return text.partition("\n")[0][:120]


def _borrowed(reading: Reading, told: list[Word], runs: int) -> NDArray[np.bool_]:
    """Which shingles hold only names, offices and quoted words: what reports share without being copies."""
    inside = np.zeros(len(reading.report.text) + 1, dtype=np.int32)
    for start, end in _borrowed_spans(reading):
        inside[start] += 1
        inside[end] -= 1
    within = np.cumsum(inside) > 0
    flags = within[np.fromiter((word.start for word in told), dtype=np.int64, count=len(told))]
    borrowed = np.ones(runs, dtype=np.bool_)
    for at in range(WIDTH):
        borrowed &= flags[at : at + runs]
    return borrowed


def _borrowed_spans(reading: Reading) -> Iterator[tuple[int, int]]:
    for mention in reading.mentions:
        yield mention.start, mention.end
    for quotation in quotations(reading.report.text):
        yield quotation.start, quotation.end


def _names(mentions: list[Mention], lead: int) -> tuple[tuple[int, ...], ...]:
    """The words of each person and place named before `lead`, each name once."""
    named = (m.text for m in mentions if m.start < lead and m.kind in ("person", "place"))
    return tuple(tuple(number(word.form) for word in words(name)) for name in dict.fromkeys(named))


def _features(mentions: list[Mention], told: list[Word], lead: int, vocabulary: Vocabulary) -> dict[str, float]:
    """Stems weighted by how rare they are, whether they stand in the lead, and in a name; actors by their ids."""
    named = _named(mentions)
    found: dict[str, float] = {}
    for word in told:
        weight = vocabulary.weight(word.form) if word.kind == "word" and len(word.form) > 1 else 0.0
        weight *= (LEAD if word.start < lead else 1.0) * (NAMED if word.start in named else 1.0)
        name = stem(word.form) if weight else ""
        if weight > found.get(name, 0.0):
            found[name] = weight
    for mention in mentions:
        weight = LEAD if mention.start < lead else 1.0
        if mention.actor and weight > found.get(mention.actor, 0.0):
            found[mention.actor] = weight
    heaviest = sorted(found.items(), key=lambda item: (-item[1], item[0]))[:KEPT]
    return dict(heaviest)


def _named(mentions: list[Mention]) -> set[int]:
    """Where the words of names begin."""
    names = (mention for mention in mentions if mention.kind in ("person", "organisation", "place"))
    return {mention.start + word.start for mention in names for word in words(mention.text)}
