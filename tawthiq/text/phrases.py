"""Noun phrases, walked word by word without a parser.

News Arabic marks the ends of its noun phrases well enough to find them from left to right: an
indefinite noun opens a construct, a definite one closes it and only definite adjectives follow;
function words, verbs, dates and marks end it (Ryding, A Reference Grammar of Modern Standard
Arabic, 2005, chapters 8 and 10).
"""

from __future__ import annotations

from typing import NamedTuple

from tawthiq.text.views import View, Views

QUOTES = frozenset("«»\"“”„‟/'")
MAX_QUOTED = 6
MAX_WORDS = 14
MEMBERS = frozenset(("force", "member", "official", "public", "people"))
BODIES = frozenset(("force", "body", "member"))


class Phrase(NamedTuple):
    """A noun phrase: words[first:last], its offsets behind clitics, and the position of its head."""

    first: int
    last: int
    start: int
    end: int
    head: int


class State(NamedTuple):
    """What a walk has seen: definite closes a construct; named: a name ended; adjective: one was read."""

    definite: bool
    named: bool
    adjective: bool = False


def phrase(views: Views, at: int, limit: int) -> Phrase | None:
    """The noun phrase that starts at a word, or None; quotation marks and words of quantity are stepped over."""
    while at < limit and views.words[at].form in QUOTES:
        at += 1
    at = _behind_quantity(views, at, limit)
    if at >= limit:
        return None
    if views[at].kind == "number":
        return _numbered(views, at, limit)
    if views[at].kind not in ("name", "noun"):
        return None
    return _made(views, at, walk(views, at, limit), at)


def _numbered(views: Views, at: int, limit: int) -> Phrase:
    """A number and what it counts, with or without `of`; alone, it stands for people counted before."""
    counted = at + 1
    while counted < limit and views.words[counted].form in ("من", "علي", "الاقل"):  # of; at least
        counted += 1
    inner = phrase(views, counted, limit) if counted < limit and _counts(views, counted) else None
    return inner or _made(views, at, at + 1, at)


def _counts(views: Views, at: int) -> bool:
    return views[at].kind in ("noun", "name") and not views[at].before


def _behind_quantity(views: Views, at: int, limit: int) -> int:
    """Behind words of quantity and `of`: tens of, a number of, each of."""
    while at < limit and views[at].sort == "quantity" and views[at].last < limit:
        following = views[at].last
        if views.words[following].form == "من":  # of
            following += 1
        if following >= limit or views[following].kind not in ("noun", "name", "number"):
            return at
        at = following + 1 if views[following].kind == "number" and following + 1 < limit else following
    return at


def _made(views: Views, first: int, last: int, head: int) -> Phrase:
    while last - 1 > head and views.words[last - 1].kind == "mark" and views.words[last - 1].form != ")":
        last -= 1
    return Phrase(first, last, views.start(first), views.words[last - 1].end, head)


def walk(views: Views, head: int, limit: int) -> int:
    """The position behind the phrase with this head."""
    limit = min(limit, head + MAX_WORDS)
    view = views[head]
    state = State(view.definite, view.kind == "name")
    at = view.last
    while at < limit:
        step = _step(views, at, limit, state, head)
        if step is None:
            return _completed(views, head, at, limit)
        at, state = step
    return min(at, limit)


def _completed(views: Views, head: int, at: int, limit: int) -> int:
    """Behind what an adjective at the end of the phrase takes: القوات الموالية للحكومة (loyal to the government)."""
    wanted = views.complement(at - 1) if at - 1 > head else ""
    if wanted == "ل" and at < limit and views[at].before == "ل" and views[at].kind in ("noun", "name"):
        return walk(views, at, limit)
    if wanted and at + 1 < limit and views.words[at].form == wanted and views[at + 1].kind in ("noun", "name"):
        return walk(views, at + 1, limit)
    return _extended(views, head, at, limit)


def _step(views: Views, at: int, limit: int, state: State, head: int) -> tuple[int, State] | None:
    """Behind what belongs to the phrase at a word, and the new state; None where the phrase ends before it."""
    view = views[at]
    if view.kind == "mark":
        return _quoted(views, at, limit, state)
    if view.before or view.kind not in ("number", "name", "noun"):
        return None
    if view.kind == "number":  # الفرقة 30 (Division 30)
        return (at + 1, State(True, True)) if state.definite and not state.named else None
    if view.kind == "name":
        return _behind_name(views, at, view, state, head)
    return _behind_noun(views, at, view, state)


def _quoted(views: Views, at: int, limit: int, state: State) -> tuple[int, State] | None:
    """A short quotation right behind the head is its name: تنظيم «داعش» (the organisation "Daesh")."""
    if views.words[at].form not in QUOTES or state.named:
        return None
    for close in range(at + 2, min(limit, at + MAX_QUOTED)):
        if views.words[close].form in QUOTES:
            return close + 1, State(True, True)
    return None


def _behind_name(views: Views, at: int, view: View, state: State, head: int) -> tuple[int, State] | None:
    """A name closes a construct (جيش X), is the name of an official (الوزير X), else it is another phrase."""
    person = views.names[at][1].kind == "person"
    official = views[head].kind == "noun"
    if (state.named or state.definite) and not (person and official and not _person(views, at - 1)):
        return None
    return view.last, State(True, True)


def _person(views: Views, at: int) -> bool:
    return at in views.names and views.names[at][1].kind == "person"


def _behind_noun(views: Views, at: int, view: View, state: State) -> tuple[int, State] | None:
    adjective = views.adjective(at)
    if view.definite:
        if state.definite and not adjective and (view.match is not None or views.common_noun(at)):
            return None
        return view.last, State(True, False, state.adjective or (state.definite and adjective))
    if state.definite or (state.adjective and not adjective) or not _follows(views, at, adjective):
        return None
    return view.last, State(False, False, state.adjective or adjective)


def _follows(views: Views, at: int, adjective: bool) -> bool:
    """Whether an indefinite word may go on with an indefinite phrase: no accusative, no noun behind ون/ين/ان."""
    text, before = views.words[at].text, views.words[at - 1].form
    if adjective:
        return True
    if text.endswith(("ًا", "اً", "ا")) and len(text) > 3 and views[at].match is None:
        return _agrees(before, views.words[at].form)
    sound = before.endswith(("ون", "ين")) and len(before) > 4
    return not sound or views.words[at].form.endswith(("ون", "ين"))


def _agrees(before: str, form: str) -> bool:
    return before.endswith("ا") and form.endswith("ا")


def _extended(views: Views, head: int, last: int, limit: int) -> int:
    """Behind `of X` / `in X` that says whose members they are: قيادي في حزب X (a leader in party X)."""
    if last + 1 >= limit or views[head].sort not in MEMBERS or views.words[last].form not in ("من", "في"):
        return last
    inner = views[last + 1]
    organisation = inner.kind == "name" and views.names[last + 1][1].kind in ("organisation", "group")
    if inner.before or not (organisation or inner.sort in BODIES):
        return last
    return walk(views, last + 1, limit)
