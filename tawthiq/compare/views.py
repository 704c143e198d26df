"""What a comparison shows: stories, their reports, claims and disputes, as records for people and machines."""

from __future__ import annotations

from msgspec import Struct

from tawthiq.compare.claims import Claim
from tawthiq.compare.disputes import Correction, Dispute, Voice, voice_of
from tawthiq.compare.origins import Origin
from tawthiq.compare.reprints import Pair
from tawthiq.compare.spans import Cited
from tawthiq.compare.wording import Contrast


class Member(Struct, frozen=True):
    """A report of a story. copy_of: the pair by which it is most of all a copy, null where it is none known."""

    report: str
    key: str
    teller: str
    title: str
    published: str | None
    credits: tuple[str, ...]
    copy_of: Pair | None


class ClaimView(Struct, frozen=True):
    """A claim with all its tellings, and the independent sources that affirm and deny it.

    content: as the leading telling words it; sourcing: how many tellings rest on each kind of source.
    """

    id: str
    story: str
    content: Cited
    tellers: tuple[str, ...]
    affirming: tuple[Origin, ...]
    denying: tuple[Origin, ...]
    sourcing: dict[str, int]
    tellings: tuple[Voice, ...]


class StoryView(Struct, frozen=True):
    """A story whole. reports: in the order of their days, the first telling first; days: EDTF, null where not known.

    carriers: who carried it first, each with the tellers that go back to them.
    """

    id: str
    title: str
    first_day: str | None
    last_day: str | None
    reports: tuple[Member, ...]
    carriers: dict[str, tuple[str, ...]]
    claims: tuple[ClaimView, ...]
    disputes: tuple[Dispute, ...]
    corrections: tuple[Correction, ...]
    wording: tuple[Contrast, ...]


class StoryBrief(Struct, frozen=True):
    """A story in one line."""

    id: str
    title: str
    first_day: str | None
    last_day: str | None
    reports: int
    tellers: int
    carriers: int
    claims: int
    disputes: int


def claim_view(claim: Claim, story: str, roots: dict[str, str]) -> ClaimView:
    """A claim as it is shown. roots: of reports that are copies, whom they are copied from."""
    origins = claim.origins(roots)
    voices = tuple(voice_of(telling, telling.content, roots) for telling in claim.tellings)
    return ClaimView(
        claim.id, story, claim.leading.content, tuple(claim.tellers), origins.affirming, origins.denying,
        claim.sourcing(), voices,
    )  # fmt: skip


def brief_of(view: StoryView) -> StoryBrief:
    """A story in one line, with how many of its claims are told in more than one report."""
    tellers = {member.teller for member in view.reports}
    shared = sum(len({v.words.report for v in claim.tellings}) > 1 for claim in view.claims)
    return StoryBrief(
        view.id, view.title, view.first_day, view.last_day, len(view.reports), len(tellers), len(view.carriers),
        shared, len(view.disputes),
    )  # fmt: skip
