"""The picture of how stories were told: readings are placed one by one; stories are worked out when asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple, Protocol

from tawthiq.compare.claims import claims_of
from tawthiq.compare.days import edtf
from tawthiq.compare.digest import Digest, digest_of
from tawthiq.compare.disputes import disputes_of
from tawthiq.compare.names import same_name
from tawthiq.compare.reprints import Pair, Reprints
from tawthiq.compare.stems import Vocabulary
from tawthiq.compare.stories import Stories, Story
from tawthiq.compare.tellings import tellings_of
from tawthiq.compare.views import Member, StoryView, claim_view
from tawthiq.compare.wording import Contrast, contrasts
from tawthiq.errors import OptionError
from tawthiq.records import Reading

CONTRASTED = 12  # reports of a story whose words are held against each other, two by two
SHORTEST_ID = 4  # characters of an id's beginning that may stand for it


class Library(Protocol):
    """Where readings are: a ledger, or `Shelf`."""

    def current(self, reports: Sequence[str]) -> list[Reading]:
        """The readings of these reports; ids of none are passed over."""


class Shelf:
    """Readings held in memory, of each report the last."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        self.readings = {reading.report.id: reading for reading in readings}

    def current(self, reports: Sequence[str]) -> list[Reading]:
        """See `Library`."""
        return [self.readings[id] for id in reports if id in self.readings]


class Placed(NamedTuple):
    """Where a report was placed: its story, and the pairs with reports that it has words in common with."""

    story: str
    pairs: list[Pair]


class Picture:
    """The comparison of the readings of a library."""

    def __init__(self, library: Library, vocabulary: Vocabulary) -> None:
        self.library = library
        self.vocabulary = vocabulary
        self.reprints = Reprints()
        self.stories = Stories()

    def place(self, reading: Reading) -> Placed:
        """Places a reading by one look-up; a report that is there already stays where it is."""
        return self.place_digest(digest_of(reading, self.vocabulary))

    def place_digest(self, digest: Digest) -> Placed:
        """Places a report by its digest."""
        known = self.stories.of_report.get(digest.report)
        if known is not None:
            return Placed(known, self.reprints.pairs.get(digest.report, []))
        pairs = self.reprints.place(digest)
        whole = next((pair for pair in pairs if pair.extent == "whole"), None)
        other = (whole.original if whole.copy == digest.report else whole.copy) if whole else None
        return Placed(self.stories.place(digest, other).id, pairs)

    def place_all(self, readings: Iterable[Reading]) -> None:
        """Places many readings, the earliest first; those without a day last, in the order given."""
        digests = [digest_of(reading, self.vocabulary) for reading in readings]
        for digest in sorted(digests, key=lambda d: (d.day is None, d.day or 0, d.published or "", d.key)):
            self.place_digest(digest)

    def story(self, id: str) -> StoryView:
        """A story by its id, the beginning of it, or the id of one of its reports. Raises OptionError for none."""
        return self.view(self.stories.stories[self._id(id)])

    def _id(self, asked: str) -> str:
        stories = self.stories.stories
        if asked in stories or asked in self.stories.of_report:
            return asked if asked in stories else self.stories.of_report[asked]
        begun = [id for id in stories if id.startswith(asked)] if len(asked) >= SHORTEST_ID else []
        begun += [s for report, s in self.stories.of_report.items() if len(asked) >= 8 and report.startswith(asked)]
        if len(set(begun)) != 1:
            raise OptionError(f"{asked}: {'several stories begin so' if begun else 'no story of this id'}")
        return begun[0]

    def views(self, least: int = 2) -> Iterator[StoryView]:
        """The stories of at least so many reports, one worked out at a time, the latest first."""
        chosen = [story for story in self.stories.stories.values() if len(story.reports) >= least]
        for story in sorted(chosen, key=lambda s: (-(s.last_day or 0), -len(s.reports), s.id)):
            yield self.view(story)

    def view(self, story: Story) -> StoryView:
        """A story worked out from the readings of its reports."""
        members = self._members(story)
        readings = {reading.report.id: reading for reading in self.library.current([m.report for m in members])}
        roots = self.roots(members)
        ordered = [readings[m.report] for m in members if m.report in readings]
        claims = claims_of(t for reading in ordered for t in tellings_of(reading, self.vocabulary))
        disputes, corrections = disputes_of(claims, roots)
        views = [claim_view(claim, story.id, roots) for claim in claims]
        views.sort(key=lambda v: (-len(v.tellers), -len(v.tellings), v.id))
        return StoryView(
            story.id, members[0].title, edtf(story.first_day), edtf(story.last_day), tuple(members),
            _carriers(members, roots), tuple(views), tuple(disputes), tuple(corrections), tuple(_wording(ordered)),
        )  # fmt: skip

    def _members(self, story: Story) -> list[Member]:
        digests = sorted((self.reprints.digests[id] for id in story.reports), key=_when)
        return [
            Member(d.report, d.key, d.teller, d.title, d.published, d.credits, self.reprints.original_of(d.report))
            for d in digests
        ]

    def roots(self, members: Sequence[Member]) -> dict[str, str]:
        """Of the reports that are copies, the teller of the report that they go back to: copies as a whole, and in
        part where they credit it."""
        found: dict[str, str] = {}
        for member in members:
            root = self.reprints.root_of(member.report)
            pair = member.copy_of
            if root == member.report and pair is not None and self._credited(member, pair):
                root = self.reprints.root_of(pair.original)
            if root != member.report:
                found[member.report] = self.reprints.digests[root].teller
        return found

    def _credited(self, member: Member, pair: Pair) -> bool:
        original = self.reprints.digests[pair.original].teller
        return any(same_name(name, original) for name in member.credits)


def _when(digest: Digest) -> tuple[bool, int, str, str]:
    return digest.day is None, digest.day or 0, digest.published or "", digest.key


def _carriers(members: Sequence[Member], roots: dict[str, str]) -> dict[str, tuple[str, ...]]:
    """Who carried a story first, with those who go back to them."""
    found: dict[str, list[str]] = {}
    for member in members:
        carrier = roots.get(member.report, member.teller)
        known = next((name for name in found if same_name(name, carrier)), carrier)
        if member.teller not in found.setdefault(known, []):
            found[known].append(member.teller)
    return {name: tuple(tellers) for name, tellers in found.items()}


def _wording(readings: Sequence[Reading]) -> list[Contrast]:
    """What the reports of a story name otherwise, each contrast once."""
    found = [c for a, b in combinations(readings[:CONTRASTED], 2) for c in contrasts(a, b)]
    return list({(c.of, c.first.text, c.second.text): c for c in reversed(found)}.values())[::-1]
