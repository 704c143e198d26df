"""Organisations: names that a head noun opens (حزب العمال, the Labour party), and those the tagger sees."""

from __future__ import annotations

from collections.abc import Iterator

from tawthiq.lexicon import Match
from tawthiq.mentions.claims import Claim, claim
from tawthiq.mentions.phrases import adjectives_end, agrees, complement_end, head_of, tail_end
from tawthiq.mentions.signs import STATES, Signs
from tawthiq.rules import first

MAX_QUOTED = 6
RARE = 3.4  # zipf frequency under which a word behind a class word of places is taken for a name
SEEN = 0.85  # least likelihood with which a name that only the tagger sees counts
GOES_ON = 0.5  # least likelihood of a rare word behind what a rule takes for the whole name
Span = tuple[int, int]
NO_NAME = (0, 0)


def organisations(signs: Signs) -> Iterator[Claim]:
    """Claims on organisations behind a head noun, and those of the tagger."""
    named: set[str] = set()
    for head in signs.text.layer("org_head"):
        if _plain(signs, head):
            found = _behind_head(signs, head, named)
            if found:
                named.add(head.entry.id)
                yield found
    yield from _bare(signs, named)


def seen_organisations(signs: Signs) -> Iterator[Claim]:
    """Claims on organisations that only the tagger sees."""
    for seen in signs.likelihoods.tagged("organisation", SEEN):
        several = seen.last - seen.first > 1
        places = any(signs.place(at) or signs.at(at, "place_head") for at in range(seen.first, seen.last))
        if (several or not signs.demonym(seen.first)) and signs.is_word(seen.first) and not places:
            yield claim(signs.text, seen.first, seen.last, "organisation", "rule:tagger",
                        start=signs.stem_start(seen.first))  # fmt: skip


def _plain(signs: Signs, head: Match) -> bool:
    """A head in the singular, no pronoun behind it, not in the indefinite accusative (مركزا, a centre)."""
    if head.after or head.part not in ("noun.s", "phrase"):
        return False
    return head.part == "phrase" or not signs.form(head.last - 1).endswith("ا") or head.entry.data["noun"][-1] == "ا"


def _behind_head(signs: Signs, head: Match, named: set[str]) -> Claim | None:
    name, span = first(RULES, signs, head)
    if not name or not span or span[0] == span[1]:
        return None
    begin, last = span
    start = head.start if begin == head.first else None
    return claim(signs.text, begin, last, "organisation", f"{head.entry.id}/{name}", start=start)


def role_complement(signs: Signs, head: Match) -> Span | None:
    """وزير الخارجية: the short name of a ministry is part of a title."""
    title = head.entry.data.get("short") and signs.at(head.first - 1, "title")
    return NO_NAME if title else None


def class_of_place(signs: Signs, head: Match) -> Span | None:
    """مديرية التواهي: before the name of a place, a class word of places opens no body."""
    if head.definite or head.entry.data.get("place") or not signs.at(head.first, "place_head"):
        return None
    at = head.last + 1 if signs.opening(head.last) else head.last
    place = any(m.part in ("name", "weak_name") for m in signs.at(at, "place"))
    rare = signs.text.lexicon.zipf(signs.form(at)) < RARE
    return NO_NAME if place or rare else None


def inner_name(signs: Signs, head: Match) -> Span | None:
    """قوات الشرطة: the name of a known body behind the head is the name."""
    if not head.entry.data.get("inner") or head.definite:
        return None
    body = any(m.definite for m in signs.at(head.last, "org_head"))
    return NO_NAME if body or signs.actor(head.last) or signs.known_weak(head.last) else None


def quoted_name(signs: Signs, head: Match) -> Span | None:
    """A name in quotation marks or brackets behind the head: صحيفة «الشروق»."""
    at = head.last
    while head.definite and signs.demonym(at):
        at += 1
    named = not head.definite or (at > head.last and head.entry.data["follow"] in ("proper", "quoted"))
    if not named or not signs.opening(at) or (head.definite and (signs.verb(at + 1) or signs.function(at + 1))):
        return None
    end = signs.closing(at + 1, MAX_QUOTED)
    return (at + 1, end) if end and end > at + 1 else None


def marked_name(signs: Signs, head: Match) -> Span | None:
    """Head and name stand in marks of their own: «جبهة السنابل»."""
    end = signs.closing(head.last, MAX_QUOTED) if head.first and signs.opening(head.first - 1) else None
    if head.definite or not end or end < head.last + 1:
        return None
    inner = range(head.last, end)
    speech = any(signs.verb(at) or signs.function(at) or not signs.is_word(at) for at in inner)
    named = signs.definite(end - 1) or signs.rare(end - 1) or signs.place(end - 1)
    return (head.first if head.entry.data["keep"] else head.last, end) if named and not speech else None


def numbered_name(signs: Signs, head: Match) -> Span | None:
    """A number is the name: الفرقة 12, اللواء 35, اللواء الـ(15)."""
    if not (head.entry.data.get("numbered") and head.definite):
        return None
    at = head.last
    while at < head.last + 2 and (signs.form(at) == "ال" or signs.opening(at)):  # the
        at += 1
    if at >= len(signs.words) or signs.words[at].kind != "number":
        return None
    at += 2 if signs.closing(at + 1, 0) else 1
    return head.first, at + 1 if signs.known(at, "arm_of_service") else at


def definite_name(signs: Signs, match: Match) -> Span | None:
    """The head has the article, adjectives name the body: المجلس الوطني."""
    wanted = match.entry.data["definite"]
    if not _definite(signs, match) or wanted == "none":
        return None
    head = head_of(match, signs.form(match.last - 1))
    end = adjectives_end(signs, match.last, head)
    demonyms = [at for at in range(match.last, end) if _national(signs, at)]
    strong = [at for at in range(match.last, end)
              if at not in demonyms and not signs.known(at, "weak_adjective")]  # fmt: skip
    last = tail_end(signs, end, head)
    more = last > end and signs.form(end).startswith("ل") and signs.form(end) != "لدي"  # with
    enough = {"any": end > match.last, "demonym": demonyms, "named": strong or more,
              "strong": strong or demonyms or more, "bound": demonyms or more}[wanted]  # fmt: skip
    return (match.first, last) if enough else None


def _national(signs: Signs, at: int) -> bool:
    found = signs.demonym(at)
    return bool(found and found.entry.id.startswith(STATES))


def complement_name(signs: Signs, match: Match) -> Span | None:
    """A noun, name or chain of nouns makes the head definite: وزارة الدفاع, لجنة حقوق الإنسان."""
    keep = match.entry.data["keep"]
    known = signs.actor(match.last) or signs.known_weak(match.last)
    if _definite(signs, match) or (known and not keep):
        return None
    last = complement_end(signs, match.last, head_of(match, signs.form(match.last - 1)))
    if last is None:
        return None
    while _goes_on(signs, last):
        last += 1
    return (match.first if keep else match.last), last


RULES = (
    role_complement, class_of_place, inner_name, quoted_name, numbered_name, definite_name, complement_name,
)  # fmt: skip


def _goes_on(signs: Signs, at: int) -> bool:
    """Whether a rare word that the tagger finds likely goes on with what a rule takes for the whole name."""
    prefixed = signs.form(at)[:1] in ("ب", "ل", "ك", "و", "ف")  # in, to, like, and, so
    return signs.follows(at) and signs.rare(at) and not prefixed and signs.likely(at, "organisation") >= GOES_ON


def _bare(signs: Signs, named: set[str]) -> Iterator[Claim]:
    """The head with its article is a name (البرلمان), some only where a longer name stands elsewhere."""
    for head in signs.text.layer("org_head"):
        bare = head.entry.data.get("bare")
        linked = bare == "always" or (bare == "linked" and head.entry.id in named)
        if linked and _definite(signs, head) and _plain(signs, head) and _alone(signs, head):
            rule = f"{head.entry.id}/bare"
            yield claim(signs.text, head.first, head.last, "organisation", rule, start=head.start)


def _definite(signs: Signs, head: Match) -> bool:
    """Whether the article stands before the head; in a head of two words it is part of the form."""
    return head.definite or (head.part == "phrase" and any(signs.definite(at) for at in range(head.first, head.last)))


def _alone(signs: Signs, head: Match) -> bool:
    """No relative clause, no مع (with), no adjective behind the head: التحالف الذي, التحالف مع."""
    at = head.last
    relative = any(m.entry.data["category"] == "relative" for m in signs.at(at, "function"))
    adjective = signs.follows(at) and agrees(signs, at, head_of(head, signs.form(at - 1)))
    return not (relative or signs.form(at) == "مع" or adjective)
