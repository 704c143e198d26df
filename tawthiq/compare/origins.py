"""Independent sources: tellings that go back to one reprint, one agency or one speaker are one origin.

Where it is not known whether two are independent they are counted as they stand: a named speaker is the same
wherever quoted; an anonymous one is taken for the same where described in the same telling words, or in one outlet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from tawthiq.compare.names import name_stems, same_name
from tawthiq.compare.tellings import Telling

NAMED = frozenset(("person", "institution", "official", "document"))
DESCRIBED = 3  # stems of an anonymous source's description by which it is the same in two outlets


class Origin(Struct, frozen=True):
    """One source that tellings go back to. name: who carried it first; speakers: on whose word; tellers: who tell."""

    name: str
    speakers: tuple[str, ...]
    tellers: tuple[str, ...]
    tellings: tuple[int, ...]


class Origins(Struct, frozen=True):
    """The independent sources of those who affirm a claim and of those who deny it."""

    affirming: tuple[Origin, ...]
    denying: tuple[Origin, ...]


def origins_of(tellings: Sequence[Telling], roots: dict[str, str]) -> Origins:
    """The origins of a claim's tellings (as indices into them). roots: report to the teller it is copied from."""
    known = [at for at, t in enumerate(tellings) if t.kind != "media" or t.named]  # "some media" are no source
    affirmed = [at for at in known if tellings[at].polarity == "affirm"]
    denied = [at for at in known if tellings[at].polarity == "deny"]
    return Origins(*(tuple(_origins(tellings, roots, some)) for some in (affirmed, denied)))


def carrier_of(telling: Telling, roots: dict[str, str]) -> str:
    """Who carried a telling first: the innermost hand it went through, whom the report copies, else its teller."""
    if telling.kind == "media" and telling.speaker:
        return telling.speaker
    return telling.hands[-1] if telling.hands else roots.get(telling.content.report, telling.teller)


def _origins(tellings: Sequence[Telling], roots: dict[str, str], some: Iterable[int]) -> Iterator[Origin]:
    groups: list[list[int]] = []
    for at in some:
        akin = [group for group in groups if any(_one_source(tellings[at], tellings[b], roots) for b in group)]
        groups = [group for group in groups if group not in akin]
        groups.append(sorted([at, *(b for group in akin for b in group)]))
    for group in sorted(groups):
        yield _origin(tellings, roots, group)


def _origin(tellings: Sequence[Telling], roots: dict[str, str], group: list[int]) -> Origin:
    told = [tellings[at] for at in group]
    speakers = dict.fromkeys(t.speaker for t in told if t.kind not in ("outlet", "media") and t.speaker)
    tellers = dict.fromkeys(t.teller for t in told)
    return Origin(carrier_of(told[0], roots), tuple(speakers), tuple(tellers), tuple(group))


def _one_source(a: Telling, b: Telling, roots: dict[str, str]) -> bool:
    """Whether two tellings go back to the same source: one carrier, or one speaker."""
    return same_name(carrier_of(a, roots), carrier_of(b, roots)) or _same_speaker(a, b)


def _same_speaker(a: Telling, b: Telling) -> bool:
    if "outlet" in (a.kind, b.kind) or not a.speaker or not b.speaker:
        return False
    if a.actor and a.actor == b.actor:
        return True
    if a.kind in NAMED and b.kind in NAMED:
        return same_name(a.speaker, b.speaker)
    words = name_stems(a.speaker)
    return len(words) >= DESCRIBED and words == name_stems(b.speaker)
