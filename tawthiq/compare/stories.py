"""Stories: reports of one happening, by who, what, where, when and words; a new report costs one look-up.

A report is compared with the stories that share its rarest features, by the cosine of their weights. A story is
what its reports have in common on the whole, so that it does not grow from neighbour to neighbour.
"""

from __future__ import annotations

import hashlib
import math
from collections import Counter

from msgspec import Struct

from tawthiq.compare.digest import Digest

ALIKE = 0.31  # cosine from which a report belongs to a story
DATELESS = 0.45  # the same where a day is not known
WINDOW = 10  # days that a story may rest before a report takes it up again
TOGETHER = 0.06  # what it adds to the cosine that a rare name of the lead and a type of event are the same
RARE = 50  # a name is rare that leads at most one report in so many
FADING = 0.02  # what each day between a report and its story takes off the cosine
KEYS = 12  # features of a report by which stories are looked up
POSTED = 60  # stories remembered for one feature, the latest
KEPT = 150  # features of a story
SUPPOSED = 500  # reports supposed to have been seen, so that the first ones are weighed soundly
NAMELESS = 4  # features that a report must have to be compared at all


class Story(Struct):
    """Reports of one happening, in the order in which they were placed. id: made of the first one's id."""

    id: str
    reports: list[str]
    first_day: int | None
    last_day: int | None
    weights: dict[str, float]
    names: set[tuple[int, ...]]
    types: set[str]


class Stories:
    """The stories of the reports placed so far."""

    def __init__(self) -> None:
        self.stories: dict[str, Story] = {}
        self.of_report: dict[str, str] = {}
        self._seen: Counter[str] = Counter()
        self._led: Counter[tuple[int, ...]] = Counter()
        self._posted: dict[str, list[str]] = {}

    def place(self, digest: Digest, same_as: str | None = None) -> Story:
        """The story of a report: that of the report it is a copy of, else the most alike, else its own."""
        vector = self._vector(digest)
        known = self.stories.get(self.of_report.get(same_as or "", ""))
        story = known or self._nearest(digest, vector) or self._opened(digest)
        self._join(story, digest, vector)
        return story

    def _vector(self, digest: Digest) -> dict[str, float]:
        """Features weighted by how few reports have them, of length 1."""
        self._seen.update(digest.features.keys())
        self._led.update(digest.names)
        seen = len(self.of_report) + SUPPOSED
        found = {name: w * math.log(1 + seen / (self._seen[name] + 1)) for name, w in digest.features.items()}
        length = math.sqrt(sum(w * w for w in found.values())) or 1.0
        return {name: w / length for name, w in found.items()}

    def _nearest(self, digest: Digest, vector: dict[str, float]) -> Story | None:
        if len(vector) < NAMELESS:
            return None
        keys = sorted(vector, key=lambda name: (-vector[name], name))[:KEYS]
        candidates = Counter(id for name in keys for id in self._posted.get(name, ()))
        best, best_likeness = None, 0.0
        for id, common in sorted(candidates.items()):
            story = self.stories[id]
            likeness = self._likeness(digest, vector, story) if common > 1 else 0.0
            if likeness > best_likeness:
                best, best_likeness = story, likeness
        return best

    def _likeness(self, digest: Digest, vector: dict[str, float], story: Story) -> float:
        """The cosine of a report and a story, less what lies between their days; 0 under the floor."""
        apart = _days_between(digest.day, story)
        if apart is not None and apart > WINDOW:
            return 0.0
        length = math.sqrt(sum(w * w for w in story.weights.values())) or 1.0
        cosine = sum(w * story.weights.get(name, 0.0) for name, w in vector.items()) / length
        cosine += TOGETHER * self._same_deed_at(digest, story) - FADING * (apart or 0)
        return cosine if cosine >= (DATELESS if apart is None else ALIKE) else 0.0

    def _same_deed_at(self, digest: Digest, story: Story) -> bool:
        """Whether a rare name leads both, and both tell an event of the same type."""
        most = max(2, len(self.of_report) // RARE)
        return not digest.types.isdisjoint(story.types) and any(
            name in story.names and self._led[name] <= most + len(story.reports) for name in digest.names
        )

    def _opened(self, digest: Digest) -> Story:
        id = hashlib.sha256(f"story {digest.report}".encode()).hexdigest()[:16]
        return self.stories.setdefault(id, Story(id, [], digest.day, digest.day, {}, set(), set()))

    def _join(self, story: Story, digest: Digest, vector: dict[str, float]) -> None:
        story.reports.append(digest.report)
        self.of_report[digest.report] = story.id
        days = [day for day in (story.first_day, story.last_day, digest.day) if day is not None]
        story.first_day, story.last_day = (min(days), max(days)) if days else (None, None)
        for name, weight in vector.items():
            story.weights[name] = story.weights.get(name, 0.0) + weight
        if len(story.weights) > 2 * KEPT:
            heaviest = sorted(story.weights.items(), key=lambda item: (-item[1], item[0]))[:KEPT]
            story.weights = dict(heaviest)
        story.names.update(digest.names)
        story.types.update(digest.types)
        self._post(story, vector)

    def _post(self, story: Story, vector: dict[str, float]) -> None:
        for name in sorted(vector, key=lambda name: (-vector[name], name))[:KEYS]:
            posted = self._posted.setdefault(name, [])
            if story.id not in posted:
                posted.append(story.id)
                del posted[:-POSTED]


def _days_between(day: int | None, story: Story) -> int | None:
    """Days from a report to the nearest day of a story; None where either is not known."""
    if day is None or story.first_day is None or story.last_day is None:
        return None
    return max(0, story.first_day - day, day - story.last_day)
