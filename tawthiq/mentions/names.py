"""Persons, organisations, groups and roles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tawthiq.mentions.claims import Claim, clear_of, mention, settled
from tawthiq.mentions.datelines import dateline_outlets
from tawthiq.mentions.groups import groups
from tawthiq.mentions.known import known_actors
from tawthiq.mentions.organisations import organisations, seen_organisations
from tawthiq.mentions.persons import persons
from tawthiq.mentions.quoted import quoted_names
from tawthiq.mentions.resolve import repeats, short_forms
from tawthiq.mentions.roles import roles
from tawthiq.mentions.signs import Signs
from tawthiq.mentions.tagger import load
from tawthiq.records import Mention
from tawthiq.text import Text


def names(text: Text) -> list[Mention]:
    """Mentions of persons, organisations, groups and roles in reading order."""
    signs = Signs(text, load())
    full = settled([*known_actors(signs), *persons(signs), *organisations(signs)])
    full += clear_of(full, settled([*dateline_outlets(signs), *quoted_names(signs, full)]))
    full += clear_of(full, seen_organisations(signs))
    short = short_forms(signs, [found for found in full if found.kind == "person"])
    again = repeats(signs, [found for found in full if found.kind == "organisation"])
    named = settled([*short, *full, *again])
    others = [*_outside(named, settled(groups(signs))), *_outside(named, roles(signs))]
    return sorted((mention(text, found) for found in [*named, *others]), key=lambda m: (m.start, m.end, m.kind))


def _outside(named: Iterable[Claim], others: Iterable[Claim]) -> Iterator[Claim]:
    """Those that do not begin inside a name (a role may hold the name of a body)."""
    inside = {at for found in named for at in range(found.first, found.last)}
    return (other for other in others if other.first not in inside)
