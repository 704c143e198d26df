"""Where the phrase behind a head noun ends: the grammar of names such as لجنة حقوق الإنسان العربية.

A noun without the article is made definite by what follows it (iḍāfa: وزارة الدفاع), directly or
through further nouns; adjectives agree in gender and definiteness (Ryding 2005, chapters 8 and 10).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from tawthiq.lexicon import Match
from tawthiq.mentions.given import name_end
from tawthiq.mentions.signs import Signs

MAX_LINKS = 4
MAX_UNKNOWN = 3
ORDINARY = 4.7  # zipf frequency from which a noun is no name behind a head that wants a name
RARE = 3.8  # the same, where the head itself is also an ordinary word
LIKELY = 0.3  # least likelihood by the tagger that lets a doubtful word be part of a body's name
BOTH = frozenset("mf")
_AFFAIRS = ("للشوون", "للشيون")  # for affairs of: mostly a part of a title, not of the body's name
_OTHER_NAMES = frozenset(("title", "actor", "given_name"))
_OTHER_WORDS = frozenset(("group", "place", "place_head", "descriptive"))


class Head(NamedTuple):
    """What the rules ask of a head: what may follow, its genders (those that an adjective may have)."""

    follow: str
    genders: frozenset[str]
    data: Mapping[str, Any]


def head_of(match: Match, form: str) -> Head:
    """The head noun of a match on a word form."""
    data = match.entry.data
    own = data.get("gender") or gender(form)
    return Head(data.get("follow", "any"), frozenset(own), data)


def gender(form: str) -> str:
    """The gender of a noun or adjective by its ending."""
    return "f" if form.endswith(("ه", "ات", "يا")) else "m"


def complement_end(signs: Signs, at: int, head: Head, links: int = 0) -> int | None:
    """The end of what makes a head without article definite (links: nouns before it); None where nothing does."""
    if head.follow in ("quoted", "none"):
        return None
    for link in range(links, MAX_LINKS + 1):
        if not signs.follows(at) or signs.verb(at):
            return None
        end = _definite_end(signs, at, head, link)
        if end:
            return end
        if head.data.get("titles") and signs.owned(at):
            return at + 1
        inside = signs.known(at, "name_link") or (head.data.get("titles") and _title_or_body(signs, at))
        if not inside or signs.joined(at) or head.follow == "place":
            return None
        at += 1
        head = head._replace(follow="any")
    return None


def _definite_end(signs: Signs, at: int, head: Head, link: int) -> int | None:
    known = _known_end(signs, at, head)
    if known:
        return _known_complement(signs, at, known, head)
    title = signs.title(at)
    if title and not head.data.get("titles"):
        person = _person_end(signs, at, title, head)
        if person or title.entry.data["kind"] not in ("office", "profession") or signs.personal(at + 1):
            return person
    if head.follow != "place" and signs.definite_noun(at):
        return _noun_end(signs, at, head, link)
    if head.data.get("place") and (opened := _opened_place_end(signs, at)):
        return opened
    if head.follow in ("any", "proper") and (construct := _construct_end(signs, at, head)):
        return construct
    if head.follow in ("any", "proper") and not (signs.known(at, "name_link") or _title_or_body(signs, at)):
        return _unknown_end(signs, at, head)
    return None


def _opened_place_end(signs: Signs, at: int) -> int | None:
    """A place that only its first word shows: بلدية عين الحور (the municipality of Ayn al-Hur)."""
    opener = any(m.entry.data.get("alone") and not m.before for m in signs.at(at, "name_opener"))
    return at + 2 if opener and signs.follows(at + 1) and not signs.verb(at + 1) else None


def _construct_end(signs: Signs, at: int, head: Head) -> int | None:
    """A noun made definite by the next, as names of parties and groups are: راية الوادي (banner of the valley)."""
    form = signs.form(at)
    plain = not (signs.definite_noun(at) or signs.function(at) or signs.joined(at) or signs.demonym(at))
    if not plain or form.endswith(("ي", "يه", "ين", "ون")) or signs.at(at, "number") or signs.title(at):
        return None
    behind = at + 1
    if not (signs.follows(behind) and signs.definite_noun(behind)) or signs.joined(behind) or signs.demonym(behind):
        return None
    if signs.at(behind, "time") or (head.data.get("doubtful") and not signs.known(at, "name_link")):
        return None
    return tail_end(signs, behind + 1, head)


def _known_complement(signs: Signs, at: int, end: int, head: Head) -> int | None:
    """Behind a head that wants a proper name a place is one only where the head says so (قناة السويس is a canal)."""
    place = signs.place(at)
    if end == at + 1 and signs.definite_noun(at) and not place:
        return _noun_end(signs, at, head, 1)
    if head.follow != "proper":
        return tail_end(signs, end, head)
    return end if head.data.get("place") or not place or place.last < end else None


def _title_or_body(signs: Signs, at: int) -> bool:
    """A title or the head of a body inside a role: نائب رئيس جهاز الأمن."""
    return signs.title(at) is not None or signs.known(at, "org_head")


def _known_end(signs: Signs, at: int, head: Head) -> int | None:
    """A body or a place that the lexicon holds."""
    place = signs.place(at) if head.follow != "noun" and not signs.known_place_head(at) else None
    found = [m for m in (signs.actor(at), place) if m and not m.before]
    last = max((m.last for m in found), default=None)
    second = signs.place(last) if place and last == place.last and head.data.get("for") else None
    return second.last if second and second.before == "و" else last


def _person_end(signs: Signs, at: int, title: Match, head: Head) -> int | None:
    """A titled person that a body is named after: مركز الملك سالم."""
    end = name_end(signs, title.last) if head.data.get("person") else at
    return tail_end(signs, end, head) if end > title.last else None


def _noun_end(signs: Signs, at: int, head: Head, link: int) -> int | None:
    form = signs.form(at)
    if signs.demonym(at) and signs.likely(at + 1, "person") >= LIKELY:  # قيادة الإيطالي …: a man, no part of a name
        return None
    likely = signs.likely(at, "organisation") >= LIKELY
    doubtful = link == 0 and head.data.get("doubtful")
    ordinary = signs.zipf(form) >= (RARE if doubtful else ORDINARY)
    if not likely and ordinary and (head.follow == "proper" or doubtful):
        return None
    end = tail_end(signs, at + 1, head._replace(genders=head.genders | {gender(form)}))
    bare = link == 0 and end == at + 1 and not head.data.get("titles")
    return None if bare and (head.data.get("qualified") or _of_another(signs, at, head)) else end


def _of_another(signs: Signs, at: int, head: Head) -> bool:
    """A class word of places or bodies with its article: مركز المدينة, إدارة الشركة are no names."""
    body = not head.data.get("over") and any(m.definite for m in signs.at(at, "org_head"))
    return body or signs.known_place_head(at) or signs.known(at, "weak_noun")


def _unknown_end(signs: Signs, at: int, head: Head) -> int | None:
    """Names that no list holds: rare words, at most three."""
    last = at
    while last - at < MAX_UNKNOWN and _may_name(signs, last, bool(head.data.get("doubtful"))):
        last += 1
    return for_end(signs, last, head) if last > at else None


def _may_name(signs: Signs, at: int, doubtful: bool) -> bool:
    """A rare word that does not look like an adjective without article, or a name of a person."""
    if not signs.follows(at) or signs.function(at) or signs.verb(at) or signs.joined(at):
        return False
    if signs.likely(at, "organisation") >= LIKELY:
        return not signs.demonym(at)
    form = signs.form(at)
    accusative = form.endswith("ا") and signs.zipf(form[:-1]) >= RARE
    if doubtful or accusative or form.endswith(("ون", "وا", "ها", "هم")):
        return False
    personal, adjective = signs.personal(at), signs.form(at).endswith(("ه", "ي", "ين", "ات"))
    return (signs.rare(at) and not adjective and not signs.demonym(at)) or bool(
        personal and not personal.before and not personal.entry.data.get("common"))  # fmt: skip


def tail_end(signs: Signs, at: int, head: Head) -> int:
    """The end of adjectives, joined nouns and phrases with ل or في behind a definite noun."""
    at = adjectives_end(signs, at, head)
    at = _joined_end(signs, at, head)
    at = for_end(signs, at, head)
    if head.data.get("in") and signs.form(at) in ("في", "لدي"):  # in, with
        found = [signs.place(at + 1), signs.actor(at + 1) if signs.form(at) == "لدي" else None]
        at = max((m.last for m in found if m), default=at)
    return at


def adjectives_end(signs: Signs, at: int, head: Head) -> int:
    """The end of a run of adjectives with the article that agree with the head and are no description."""
    while signs.follows(at) and (agrees(signs, at, head) or _joined_adjective(signs, at)):
        at += 1
    return at


def agrees(signs: Signs, at: int, head: Head) -> bool:
    """Whether an adjective with the article stands here that may belong to the head."""
    form = signs.form(at)
    relational = form.endswith(("ي", "يه")) and len(form) > 5
    if not signs.definite_noun(at) or not (relational or signs.known(at, "name_adjective")):
        return signs.definite_noun(at) and form.endswith("ين") and signs.form(at - 1).endswith("ين")
    family = signs.personal(at)
    if family and not family.entry.data.get("common") and not signs.demonym(at) and signs.zipf(form) < ORDINARY:
        return False
    return gender(form) in head.genders and (relational or not signs.title(at))


def _joined_adjective(signs: Signs, at: int) -> bool:
    """A relational adjective joined by و to another (المجلس الاقتصادي والاجتماعي)."""
    form, before = signs.form(at), signs.form(at - 1)
    if not form.startswith("وال") or not before.startswith("ال") or signs.demonym(at):
        return False
    return (before.endswith("يه") and form.endswith("يه")) or (before.endswith("ي") and form.endswith("ي"))


def _joined_end(signs: Signs, at: int, head: Head) -> int:
    """A second noun joined by و (وزارة الزراعة والري), where it opens no other name."""
    form = signs.form(at)
    if not form.startswith("وال") or len(form) < 5 or not signs.follows(at) or signs.function(at):
        return at
    link = signs.link(at)
    layers = {m.entry.layer for m in signs.text.at(at) if not m.after}
    joint = head.data.get("for") or head.data.get("joint")
    body = "org_head" in layers and not (link and not signs.definite_noun(at + 1))
    if not joint or body or layers & _OTHER_NAMES or (layers & _OTHER_WORDS and not link):
        return at
    if not link and (form.endswith(("ين", "ون")) or signs.verb(at)):
        return at
    return adjectives_end(signs, at + 1, head._replace(genders=frozenset(gender(form))))


def _seat_end(signs: Signs, at: int) -> int | None:
    """The place that a public body is for: المجلس المحلي لمدينة إدلب, المجلس العسكري لوادي السرو."""
    found = [m for layer in ("place", "place_head", "name_opener") for m in signs.at(at, layer) if m.before == "ل"]
    if not found:
        return None
    last = max(m.last for m in found)
    opened = any(m.last == last and m.entry.layer != "place" for m in found)
    return last + 1 if opened and signs.follows(last) and not signs.verb(last) else (None if opened else last)


def for_end(signs: Signs, at: int, head: Head) -> int:
    """A phrase with ل that says for what a body is (الهيئة العامة للرياضة, لجنة الدفاع عن الحقوق)."""
    if not signs.follows(at) or signs.verb(at):
        return at
    actor = signs.actor(at)
    if actor and actor.before in ("ل", "لل"):
        return actor.last
    place = _seat_end(signs, at) if head.data.get("public") else None
    if place:
        return place
    form, link = signs.form(at), signs.link(at)
    if head.data.get("titles") and any(m.before == "ل" for m in signs.at(at, "title")):
        return complement_end(signs, at + 1, head, 1) or at
    if signs.known(at - 1, "complete_noun"):
        return at
    if form in _AFFAIRS and not signs.known(at - 1, "name_adjective"):
        return at
    act = not link and any(m.part.startswith("masdar") for m in signs.text.at(at))
    if form.startswith("لل") and len(form) > 4 and (link or (head.data.get("for") and not act)):
        inner = head._replace(genders=frozenset(gender(form)))
        return _joined_end(signs, adjectives_end(signs, at + 1, inner), inner)
    if form.startswith("ل") and link and _purpose(signs, at, link, head):
        return complement_end(signs, at + 1, Head("any", BOTH, {}), 1) or at
    return at


def _purpose(signs: Signs, at: int, link: Mapping[str, Any], head: Head) -> bool:
    """Whether a noun behind ل is what the body is for by its name: of an act only where the head allows it."""
    act = link.get("purpose")
    return not act or bool(act == "name" and head.data.get("for")) or signs.likely(at, "organisation") >= LIKELY
