"""Roles: a title with what says of what it is (وزير الخارجية البلجيكي, the Belgian foreign minister)."""

from __future__ import annotations

from collections.abc import Iterator

from tawthiq.lexicon import Match
from tawthiq.mentions.claims import Claim, claim
from tawthiq.mentions.phrases import BOTH, Head, complement_end, tail_end
from tawthiq.mentions.signs import Signs

ROLES = ("office", "profession", "rank")
PRONOUNS = ("ه", "ها", "هم", "هما")  # his, her, their, their (two)
_HEAD = Head("any", BOTH, {"in": True, "for": True, "titles": True, "public": True})
_IN_THEIR_NAME = ("باسمه", "باسمها", "باسمهم")  # in his, her, their name
_LEADING_ON = ("باسم", "لدي", "الي", "في")  # in the name of, with, to, in


def roles(signs: Signs) -> Iterator[Claim]:
    """Claims on roles; of a title inside another's role only the outer one counts."""
    taken = 0
    for match in signs.text.layer("title"):
        if match.first < taken or not _role(signs, match):
            continue
        last = role_end(signs, match)
        if match.definite or match.after or last > match.last or signs.personal(match.last):
            yield claim(signs.text, match.first, last, "role", f"{match.entry.id}/role", start=match.start)
            taken = last


def _role(signs: Signs, match: Match) -> bool:
    """One holder of an office, rank or profession, or several of an office (وزراء الخارجية)."""
    kind, several = match.entry.data["kind"], match.part.endswith(".p")
    return kind in ROLES and ((several and kind == "office") or holds_title(signs, match))


def holds_title(signs: Signs, match: Match) -> bool:
    """Whether a match is the title of one person, and no verb written like it (طالب, demanded or student)."""
    one = not match.part.endswith((".p", ".d")) and match.after in ("", *PRONOUNS)
    kind = match.entry.data["kind"]
    if kind == "rank":
        return one and (match.definite or signs.known(match.last, "rank_qualifier"))
    return one and (match.definite or kind == "naming" or not signs.verb(match.first))


def role_end(signs: Signs, title: Match) -> int:
    """The end of what says of what a title is (asked for persons and for roles, worked out once)."""
    key = (title.first, title.last)
    if key not in signs.role_ends:
        signs.role_ends[key] = _role_end(signs, title)
    return signs.role_ends[key]


def _role_end(signs: Signs, title: Match) -> int:
    if title.entry.data["kind"] not in ROLES:
        return title.last
    if title.definite or title.after or title.entry.data.get("with_pronoun"):
        last = tail_end(signs, title.last, _HEAD)
    else:
        last = complement_end(signs, title.last, _HEAD) or title.last
    return _led_on(signs, last) if title.entry.data["kind"] == "office" else last


def _led_on(signs: Signs, at: int) -> int:
    """What follows behind باسم, لدى, إلى, في or with ب: المتحدث باسم الوزارة."""
    place = signs.place(at)
    if signs.follows(at) and (signs.form(at) in _IN_THEIR_NAME or (place and place.before == "ب")):
        return place.last if place else at + 1
    if signs.form(at) not in _LEADING_ON or not signs.follows(at):
        return at
    known = signs.place(at + 1) or signs.actor(at + 1)
    if known and (not known.before or signs.form(at) == "باسم"):  # in the name of
        return known.last
    body = signs.form(at) == "باسم" or any(not m.before for m in signs.at(at + 1, "org_head"))
    return (complement_end(signs, at + 1, _HEAD) or at) if body else at
