"""Organisations: names of the lexicon, and names that a head noun opens (حزب العمال, the Labour party)."""

from __future__ import annotations

from collections.abc import Iterator

from tawthiq.lexicon import Match
from tawthiq.mentions.claims import Claim, claim
from tawthiq.mentions.phrases import adjectives_end, complement_end, tail_end
from tawthiq.mentions.signs import PEOPLES, PERSONS, STATES, Signs
from tawthiq.rules import first

MAX_QUOTED = 6
Span = tuple[int, int]


def organisations(signs: Signs) -> Iterator[Claim]:
    """Claims on organisations: known ones, then those behind a head noun."""
    yield from known_organisations(signs)
    for head in signs.text.layer("org_head"):
        if head.part in ("noun.s", "phrase") and not head.after:
            yield from _behind_head(signs, head)


def known_organisations(signs: Signs) -> Iterator[Claim]:
    """Names of bodies that the lexicon holds."""
    for match in signs.text.layer("actor"):
        if match.part == "name" and not match.entry.id.startswith((STATES, PEOPLES, PERSONS)):
            yield Claim(match.first, match.last, match.start, match.end, "organisation", match.entry.id,
                        f"{match.entry.id}/name")  # fmt: skip


def _behind_head(signs: Signs, head: Match) -> Iterator[Claim]:
    name, span = first(RULES, signs, head)
    if name and span:
        begin, last = span
        start = head.start if begin == head.first else None
        yield claim(signs.text, begin, last, "organisation", f"{head.entry.id}/{name}", start=start)


def quoted_name(signs: Signs, head: Match) -> Span | None:
    """A name in quotation marks or brackets behind the head: صحيفة «الشروق»."""
    at = head.last
    if not signs.opening(at) or head.definite:
        return None
    end = signs.closing(at + 1, MAX_QUOTED)
    return (at + 1, end) if end and end > at + 1 else None


def numbered_name(signs: Signs, head: Match) -> Span | None:
    """A number is the name: الفرقة 12, اللواء 35."""
    number = head.last < len(signs.words) and signs.words[head.last].kind == "number"
    if not (head.entry.data.get("numbered") and head.definite and number):
        return None
    return head.first, head.last + 1


def definite_name(signs: Signs, head: Match) -> Span | None:
    """The head has the article, adjectives name the body: المجلس الوطني."""
    wanted = head.entry.data["definite"]
    if not head.definite or wanted == "none":
        return None
    end = adjectives_end(signs, head.last)
    named = any(signs.demonym(at) for at in range(head.last, end))
    strong = any(not signs.known(at, "weak_adjective") for at in range(head.last, end))
    last = tail_end(signs, end, head.entry.data)
    if named or (wanted == "any" and end > head.last and (strong or last > end)):
        return head.first, last
    return None


def bare_name(signs: Signs, head: Match) -> Span | None:
    """The head with its article is a name by itself: البرلمان."""
    return (head.first, head.last) if head.definite and head.entry.data.get("bare") else None


def complement_name(signs: Signs, head: Match) -> Span | None:
    """A noun, name or chain of nouns makes the head definite: وزارة الدفاع, لجنة حقوق الإنسان."""
    if head.definite or head.entry.data["follow"] == "quoted":
        return None
    last = complement_end(signs, head.last, head.entry.data)
    if last is None:
        return None
    return (head.first if head.entry.data["keep"] else head.last), last


RULES = (quoted_name, numbered_name, definite_name, bare_name, complement_name)
