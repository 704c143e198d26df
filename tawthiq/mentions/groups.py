"""Groups: people named by what they are or where they come from (السكان, النازحون, الأكراد)."""

from __future__ import annotations

from collections.abc import Iterator

from tawthiq.lexicon import Match
from tawthiq.mentions.claims import Claim, claim
from tawthiq.mentions.signs import Signs

_PLURAL = ("ون", "ين", "ات")


def groups(signs: Signs) -> Iterator[Claim]:
    """Claims on groups."""
    for match in signs.text.layer("group"):
        if not match.after and _plural(match):
            last = _described_end(signs, match.last)
            yield claim(signs.text, match.first, last, "group", f"{match.entry.id}/group", start=match.start)
    for match in signs.text.layer("actor"):
        if _people(match) and not match.after and not _describes(signs, match.first):
            yield claim(signs.text, match.first, _described_end(signs, match.last), "group",
                        f"{match.entry.id}/people", start=match.start, actor=match.entry.id)  # fmt: skip


def _plural(match: Match) -> bool:
    return match.part.endswith(".p") or match.part in ("phrase", "adjective.mp", "participle.mp")


def _people(match: Match) -> bool:
    """A plural noun (الأكراد), or a plural adjective with the article that stands for people (السوريون)."""
    return match.part == "noun.p" or (match.part == "adjective.mp" and match.definite)


def _describes(signs: Signs, at: int) -> bool:
    """Whether a noun with the article stands before: المسؤولون السوريون."""
    return signs.follows(at) and signs.definite(at - 1) and not signs.function(at - 1)


def _described_end(signs: Signs, at: int) -> int:
    """The end of plural adjectives with the article: اللاجئون السوريون."""
    while signs.follows(at) and signs.definite_noun(at) and signs.form(at).endswith(_PLURAL):
        at += 1
    return at
