"""Two reports side by side: what one has from the other, what it changed, what both tell, where they differ."""

from __future__ import annotations

from msgspec import Struct

from tawthiq.compare.changes import Change, changes
from tawthiq.compare.claims import claims_of
from tawthiq.compare.digest import digest_of
from tawthiq.compare.disputes import Correction, Dispute, disputes_of
from tawthiq.compare.reprints import Pair, paired
from tawthiq.compare.stems import Vocabulary
from tawthiq.compare.tellings import tellings_of
from tawthiq.compare.views import ClaimView, claim_view
from tawthiq.compare.wording import Contrast, contrasts
from tawthiq.records import Reading


class Comparison(Struct, frozen=True):
    """Two reports held against each other. pair: null where neither is a copy of the other, not even in part.

    changes: from the earlier to the later text, only where they are a pair. shared: claims told in both.
    """

    first: str
    second: str
    pair: Pair | None
    changes: tuple[Change, ...]
    shared: tuple[ClaimView, ...]
    disputes: tuple[Dispute, ...]
    corrections: tuple[Correction, ...]
    wording: tuple[Contrast, ...]


def compared(first: Reading, second: Reading, vocabulary: Vocabulary) -> Comparison:
    """Two readings compared: from them alone, whatever else a ledger holds."""
    a, b = digest_of(first, vocabulary), digest_of(second, vocabulary)
    pair = paired(a, b)
    ordered = (first, second) if pair is None or pair.original == a.report else (second, first)
    roots = {pair.copy: (a if pair.original == a.report else b).teller} if pair and pair.extent == "whole" else {}
    claims = claims_of(t for reading in (first, second) for t in tellings_of(reading, vocabulary))
    disputes, corrections = disputes_of(claims, roots)
    shared = [claim for claim in claims if len({t.content.report for t in claim.tellings}) > 1]
    return Comparison(
        a.report, b.report, pair, tuple(changes(*ordered)) if pair else (),
        tuple(claim_view(claim, "", roots) for claim in shared), tuple(disputes), tuple(corrections),
        tuple(contrasts(first, second)),
    )  # fmt: skip
