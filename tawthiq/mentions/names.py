"""Persons, organisations, groups and roles."""

from __future__ import annotations

from tawthiq.mentions.claims import mention, settled
from tawthiq.mentions.known import known_actors
from tawthiq.mentions.organisations import organisations
from tawthiq.mentions.persons import persons
from tawthiq.mentions.resolve import short_forms
from tawthiq.mentions.signs import Signs
from tawthiq.mentions.tagger import load
from tawthiq.records import Mention
from tawthiq.text import Text


def names(text: Text) -> list[Mention]:
    """Mentions of persons, organisations, groups and roles in reading order."""
    signs = Signs(text, load())
    full = settled([*known_actors(signs), *persons(signs), *organisations(signs)])
    short = short_forms(signs, [found for found in full if found.kind == "person"])
    return [mention(text, found) for found in settled([*short, *full])]
