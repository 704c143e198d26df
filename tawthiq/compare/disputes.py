"""Disputes: a claim affirmed and denied, and fields told otherwise: tolls, who did it, where, when.

Each side stands with its words, its speaker and who carries it. What an outlet later puts right itself is a
correction, not a dispute.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct

from tawthiq.compare.claims import Claim
from tawthiq.compare.facts import Fact, agree, comparable
from tawthiq.compare.names import same_name
from tawthiq.compare.origins import carrier_of
from tawthiq.compare.spans import Cited
from tawthiq.compare.tellings import Telling, TellingKind
from tawthiq.records import Polarity


class Voice(Struct, frozen=True):
    """Who tells something, on whose word, and in which words.

    speaker: "" where the outlet tells it itself; kind: of the source; carrier: who carried it first; statement: id
    of the statement, null where it is none; corrected: the carrier later told otherwise.
    """

    teller: str
    speaker: str
    kind: TellingKind
    polarity: Polarity
    carrier: str
    published: str | None
    words: Cited
    statement: str | None
    corrected: bool = False


class SideOf(Struct, frozen=True):
    """One side of a dispute: its value and those who tell it."""

    value: str
    voices: tuple[Voice, ...]


class Dispute(Struct, frozen=True):
    """Sides that cannot all be so. about: "denial", or the field: "count dead", "actor ASSAULT"…

    claim: the id of the claim, or None where the field is of the whole story.
    """

    id: str
    about: str
    claim: str | None
    sides: tuple[SideOf, ...]


class Correction(Struct, frozen=True):
    """A value that one carrier gave and later gave otherwise."""

    about: str
    carrier: str
    earlier: Voice
    later: Voice


Told = tuple[Fact, Telling]


def disputes_of(claims: Sequence[Claim], roots: dict[str, str]) -> tuple[list[Dispute], list[Correction]]:
    """The disputes and corrections of one story, from its claims. roots: see `origins_of`."""
    disputes = [denial for claim in claims if (denial := _denial(claim, roots))]
    corrections: list[Correction] = []
    tellings = [telling for claim in claims for telling in claim.tellings]
    for told, claim in _fields(claims, tellings):
        dispute, corrected = _field(told, claim, roots)
        disputes += [dispute] if dispute else []
        corrections += corrected
    return disputes, corrections


def _denial(claim: Claim, roots: dict[str, str]) -> Dispute | None:
    denying = [t for t in claim.tellings if t.polarity == "deny"]
    affirming = [t for t in claim.tellings if t.polarity == "affirm" and not any(_of_denial(t, d) for d in denying)]
    if not affirming or not denying:
        return None
    sides = (("affirm", affirming), ("deny", denying))
    voices = [SideOf(name, tuple(voice_of(t, t.content, roots) for t in told)) for name, told in sides]
    return _dispute("denial", claim.id, voices)


def _of_denial(affirmed: Telling, denied: Telling) -> bool:
    """Whether an affirmed telling is the denial itself: by the same speaker, or around it in the same report."""
    a, b = affirmed.content, denied.content
    around = a.report == b.report and a.start < b.end and b.start < a.end
    return around or (affirmed.kind != "outlet" and same_name(affirmed.speaker, denied.speaker))


def _fields(claims: Sequence[Claim], tellings: Sequence[Telling]) -> Iterator[tuple[list[Told], str | None]]:
    """The facts to hold against each other: tolls over the whole story, other fields within a claim."""
    affirmed = [t for t in tellings if t.polarity == "affirm"]
    yield from ((told, None) for told in _by_field(affirmed, "count"))
    for claim in claims:
        within = [t for t in claim.tellings if t.polarity == "affirm"]
        yield from ((told, claim.id) for kind in ("actor", "place", "date") for told in _by_field(within, kind))


def _by_field(tellings: Iterable[Telling], kind: str) -> Iterator[list[Told]]:
    fields: dict[str, list[Told]] = {}
    for telling in tellings:
        for fact in _main(telling, kind):
            fields.setdefault(fact.field, []).append((fact, telling))
    yield from (told for _, field in sorted(fields.items()) for told in _grouped(field, comparable) if len(told) > 1)


def _grouped(told: Iterable[Told], fits: Callable[[Fact, Fact], bool]) -> list[list[Told]]:
    """Facts parted into groups, each held to its first one."""
    groups: list[list[Told]] = []
    for item in told:
        fitting = next((group for group in groups if fits(group[0][0], item[0])), None)
        if fitting is None:
            groups.append([item])
        else:
            fitting.append(item)
    return groups


def _main(telling: Telling, kind: str) -> Iterator[Fact]:
    """The facts of a kind, of several tolls in one telling the highest: the others are parts of it."""
    fields: dict[str, Fact] = {}
    for fact in telling.facts:
        if fact.field.startswith(kind):
            best = fields.get(fact.field)
            if best is None or (kind == "count" and (fact.high or 0) > (best.high or 0)):
                fields[fact.field] = fact
    yield from fields.values()


def _field(told: list[Told], claim: str | None, roots: dict[str, str]) -> tuple[Dispute | None, list[Correction]]:
    told = _one_each(sorted(told, key=_when), roots)
    groups = _grouped(told, agree)
    corrections = list(_corrections(groups, roots))
    stale = {correction.earlier.words for correction in corrections}
    sides = [_side(group, roots, stale) for group in groups]
    if len({side.voices[0].carrier for side in sides}) < 2 or not _contested(groups, roots):
        return None, corrections
    return _dispute(told[0][0].field, claim, sides), corrections


def _when(item: Told) -> tuple[str, str, int]:
    """Day and hour of the telling, then its place in the report."""
    return item[1].published or "9999", item[0].cited.report, item[0].cited.start


def _one_each(told: list[Told], roots: dict[str, str]) -> list[Told]:
    """Of each report and speaker the first fact: a report's title and first lines before its background."""
    seen: dict[tuple[str, str, str], Told] = {}
    for fact, telling in told:
        seen.setdefault((telling.content.report, telling.speaker, carrier_of(telling, roots)), (fact, telling))
    return list(seen.values())


def _contested(groups: list[list[Told]], roots: dict[str, str]) -> bool:
    """Whether two groups hold facts that different carriers tell."""
    carriers = [{carrier_of(telling, roots) for _, telling in group} for group in groups]
    return any(not _all_same(a, b) for at, a in enumerate(carriers) for b in carriers[at + 1 :])


def _all_same(a: set[str], b: set[str]) -> bool:
    return all(same_name(one, other) for one in a for other in b)


def _corrections(groups: list[list[Told]], roots: dict[str, str]) -> Iterator[Correction]:
    """What a carrier told in its own voice and later, in another report, told otherwise."""
    for group in groups:
        for fact, telling in group:
            later = next(iter(_later(groups, group, telling, roots)), None)
            if later:
                voices = voice_of(telling, fact.cited, roots), voice_of(later[1], later[0].cited, roots)
                yield Correction(fact.field, carrier_of(telling, roots), *voices)


def _later(groups: list[list[Told]], own: list[Told], telling: Telling, roots: dict[str, str]) -> Iterator[Told]:
    for group in groups:
        for fact, other in group if group is not own else ():
            earlier = (telling.published or "9999") < (other.published or "")
            if earlier and same_name(other.teller, telling.teller) and _own_word(other, roots):
                yield fact, other


def _own_word(telling: Telling, roots: dict[str, str]) -> bool:
    return telling.kind == "outlet" and same_name(carrier_of(telling, roots), telling.teller)


def _side(group: list[Told], roots: dict[str, str], stale: set[Cited]) -> SideOf:
    voices = [voice_of(telling, fact.cited, roots, fact.cited in stale) for fact, telling in group]
    return SideOf(_value(group[0][0]), tuple(voices))


def _value(fact: Fact) -> str:
    if not fact.field.startswith("count"):
        return fact.value
    low, high = ("" if bound is None else str(bound) for bound in (fact.low, fact.high))
    return low if low == high else f"{low}–{high}"


def voice_of(telling: Telling, words: Cited, roots: dict[str, str], corrected: bool = False) -> Voice:
    """Who tells something in a telling. roots: see `origins_of`."""
    speaker = "" if telling.kind == "outlet" else telling.speaker
    carrier = carrier_of(telling, roots)
    return Voice(
        telling.teller, speaker, telling.kind, telling.polarity, carrier, telling.published, words,
        telling.statement, corrected,
    )  # fmt: skip


def _dispute(about: str, claim: str | None, sides: list[SideOf]) -> Dispute:
    first = sides[0].voices[0].words
    made = hashlib.sha256(f"dispute {about} {first.report} {first.start}".encode()).hexdigest()
    return Dispute(made[:16], about, claim, tuple(sides))
