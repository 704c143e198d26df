"""Claims: contents that several tellings have in common. One telling leads a claim; the others are held to it,

so that a claim does not drift from wording to wording. What is denied is told of the same claim.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable

from msgspec import Struct

from tawthiq.compare.origins import Origins, origins_of
from tawthiq.compare.stems import overlap
from tawthiq.compare.tellings import Telling

SAME = 0.5  # likeness (Dice over weighted stems) from which two tellings tell the same claim
HELD = 0.72  # share of a short content's weight that a longer one holds, from which it tells the same
DENIED = 0.5  # the same for what is denied: denials take up few of the words
SHARED = 3  # of an event, a name and a count, what two tellings of one deed have in common
RARE = 5  # stems of a telling by which claims are looked up
POSTED = 40  # claims remembered for one stem


class Claim(Struct):
    """Tellings of one content, in the order of their days. id: made of the leading telling's place."""

    id: str
    tellings: list[Telling]

    @property
    def leading(self) -> Telling:
        """The telling that the others are held to."""
        return self.tellings[0]

    @property
    def tellers(self) -> list[str]:
        """Who tells it, each once, in the order of telling."""
        return list(dict.fromkeys(t.teller for t in self.tellings))

    @property
    def denied(self) -> bool:
        """Whether somebody affirms it and somebody denies it."""
        return len({t.polarity for t in self.tellings}) > 1

    def sourcing(self) -> dict[str, int]:
        """How many tellings rest on each kind of source."""
        return dict(Counter(t.kind for t in self.tellings).most_common())

    def origins(self, roots: dict[str, str]) -> Origins:
        """On how many independent sources it stands. roots: of reports that are copies, whom they are copied from."""
        return origins_of(self.tellings, roots)


def claims_of(tellings: Iterable[Telling]) -> list[Claim]:
    """The claims of one story: each telling joins the most alike, else opens its own. Affirmed ones come first."""
    book = _Book()
    ordered = sorted(tellings, key=lambda t: (t.polarity == "deny", t.published or "9999", t.content.report,
                                              t.content.start))  # fmt: skip
    for telling in ordered:
        book.add(telling)
    return book.claims


class _Book:
    """The claims so far, looked up by the rarest stems of their leading tellings."""

    def __init__(self) -> None:
        self.claims: list[Claim] = []
        self._posted: defaultdict[str, list[int]] = defaultdict(list)

    def add(self, telling: Telling) -> None:
        keys = sorted(telling.stems, key=lambda name: (-telling.stems[name], name))
        seen = Counter(at for name in keys for at in self._posted.get(name, ()))
        likely = [at for at, _ in sorted(seen.items(), key=lambda item: (-item[1], item[0]))[:POSTED]]
        fitting = [(fit, -at) for at in likely if (fit := likeness(self.claims[at].leading, telling))]
        if fitting:
            self.claims[-max(fitting)[1]].tellings.append(telling)
            return
        at = len(self.claims)
        self.claims.append(Claim(_id(telling), [telling]))
        for name in keys[: 3 * RARE]:
            if len(self._posted[name]) < POSTED:
                self._posted[name].append(at)


def likeness(a: Telling, b: Telling) -> float:
    """How much two tellings tell the same, 0 where they do not: Dice over weighted stems, or one holding the other."""
    of_a, of_b = overlap(a.stems, b.stems)
    if not of_a:
        return 0.0
    dice = 2 * of_a * of_b / (of_a + of_b)
    deed = _in_common(a, b)
    if a.polarity != b.polarity and max(of_a, of_b) >= DENIED and "event" in deed:
        return max(dice, DENIED)
    if len(deed) == SHARED:
        return max(dice, SAME)
    return dice if dice >= SAME or (max(of_a, of_b) >= HELD and dice >= SAME / 2) else 0.0


def _in_common(a: Telling, b: Telling) -> set[str]:
    """Of event, name and count, what both tellings tell: an event of the same type, the same name, the same counted."""
    both = (name.partition(" ") for name in a.stems.keys() & b.stems.keys())
    return {kind for kind, _, rest in both if rest}


def _id(telling: Telling) -> str:
    place = f"claim {telling.content.report} {telling.content.start} {telling.content.end}"
    return hashlib.sha256(place.encode()).hexdigest()[:16]
