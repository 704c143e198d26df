"""Wording: in which words each outlet names the same actor, the same victims, the same act."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from tawthiq.compare.names import same_name
from tawthiq.compare.spans import Cited
from tawthiq.compare.stems import stem
from tawthiq.compare.teller import teller_of
from tawthiq.fold import fold
from tawthiq.records import Count, Loaded, Mention, Reading, Span
from tawthiq.words import words

NAMED = frozenset(("person", "organisation", "group", "place"))


class Worded(Struct, frozen=True):
    """One way to name somebody or something. neutral: a neutral wording where this one takes a side.

    by_teller: how often each outlet uses it; by_month: how often in each month, as 2018-05 ("" where not known);
    cited: where it stands, the first places.
    """

    form: str
    neutral: str | None
    connotation: str | None
    by_teller: dict[str, int]
    by_month: dict[str, int]
    cited: tuple[Cited, ...]


class Contrast(Struct, frozen=True):
    """Two wordings of one thing in two reports. of: what is counted, or the neutral wording."""

    of: str
    first: Cited
    second: Cited
    tellers: tuple[str, str]


class Use(Struct, frozen=True):
    """One place where something is named. form: the stems of the words."""

    form: str
    teller: str
    published: str | None
    cited: Cited
    loaded: Loaded | None = None


SHOWN = 5  # places cited for one wording


def wordings(readings: Iterable[Reading], actor: str) -> list[Worded]:
    """How the readings name an actor (an id of data/actors, or a name), the most frequent wording first."""
    return _counted(use for reading in readings for use in _uses(reading, actor))


def loaded_words(readings: Iterable[Reading]) -> list[Worded]:
    """The words that take a side, with a neutral wording, the most frequent first."""
    return _counted(_use(reading, w.start, w.end, w) for reading in readings for w in reading.loaded)


def _uses(reading: Reading, actor: str) -> Iterator[Use]:
    for mention in reading.mentions:
        if mention.kind in NAMED and (mention.actor == actor or same_name(mention.text, actor)):
            loaded = next((w for w in reading.loaded if w.of and _overlap(w.of, mention)), None)
            start = min(mention.start, loaded.start) if loaded else mention.start
            end = max(mention.end, loaded.end) if loaded else mention.end
            yield _use(reading, start, end, loaded)


def _overlap(a: Span, b: Mention) -> bool:
    return a.start < b.end and b.start < a.end


def _use(reading: Reading, start: int, end: int, loaded: Loaded | None) -> Use:
    report = reading.report
    form = report.text[start:end]
    key = " ".join(stem(word.form) for word in words(form) if word.kind != "mark")
    return Use(key, teller_of(reading), report.published, Cited(report.id, start, end, form), loaded)


def _counted(uses: Iterable[Use]) -> list[Worded]:
    forms: defaultdict[str, list[Use]] = defaultdict(list)
    for use in uses:
        forms[use.form].append(use)
    ordered = sorted(forms.items(), key=lambda item: (-len(item[1]), item[0]))
    return [_worded(found) for _, found in ordered]


def _worded(uses: Sequence[Use]) -> Worded:
    loaded = next((use.loaded for use in uses if use.loaded), None)
    tellers: defaultdict[str, int] = defaultdict(int)
    months: defaultdict[str, int] = defaultdict(int)
    for use in uses:
        tellers[use.teller] += 1
        months[(use.published or "")[:7]] += 1
    return Worded(
        uses[0].cited.text, loaded.neutral if loaded else None, loaded.connotation if loaded else None,
        dict(tellers), dict(sorted(months.items())), tuple(use.cited for use in uses[:SHOWN]),
    )  # fmt: skip


def contrasts(a: Reading, b: Reading) -> list[Contrast]:
    """What two reports of one happening name otherwise: the same number of the same victims, a word that takes a
    side beside the neutral one."""
    tellers = (teller_of(a), teller_of(b))
    found = [*_of_counts(a, b, tellers), *_of_loaded(a, b, tellers)]
    return list({(c.of, fold(c.first.text), fold(c.second.text)): c for c in reversed(found)}.values())[::-1]


def _of_counts(a: Reading, b: Reading, tellers: tuple[str, str]) -> Iterator[Contrast]:
    """The same number counted of the same, in other words (أربعة قتلى، أربعة شهداء)."""
    for ours in a.counts:
        for theirs in b.counts:
            if _same_number(ours, theirs) and _head(ours.text) != _head(theirs.text):
                yield Contrast(ours.of, _cited(a, ours), _cited(b, theirs), tellers)


def _same_number(a: Count, b: Count) -> bool:
    return a.of == b.of and (a.low, a.high) == (b.low, b.high) and len(a.text.split()) > 1 < len(b.text.split())


def _head(counted: str) -> str:
    return fold(counted).split()[-1]


def _cited(reading: Reading, span: Count | Loaded) -> Cited:
    return Cited(reading.report.id, span.start, span.end, span.text)


def _of_loaded(a: Reading, b: Reading, tellers: tuple[str, str]) -> Iterator[Contrast]:
    """A word that takes a side in one report and its neutral wording in the other."""
    for word in a.loaded:
        place = _found(b, word.neutral)
        if place:
            yield Contrast(word.neutral, _cited(a, word), place, tellers)
    for word in b.loaded:
        place = _found(a, word.neutral)
        if place:
            yield Contrast(word.neutral, place, _cited(b, word), tellers)


def _found(reading: Reading, neutral: str) -> Cited | None:
    """Where a neutral wording first stands in a report, in whatever form of its words."""
    wanted = [stem(word.form) for word in words(neutral)]
    told = words(reading.report.text)
    stems = [stem(word.form) for word in told]
    for at in range(len(stems) - len(wanted) + 1 if wanted else 0):
        if stems[at : at + len(wanted)] == wanted:
            start, end = told[at].start, told[at + len(wanted) - 1].end
            return Cited(reading.report.id, start, end, reading.report.text[start:end])
    return None
