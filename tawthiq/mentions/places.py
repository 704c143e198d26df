"""Places: what the gazetteer knows, and names behind a class word (place_heads.py).

A name that several places bear is the one in a country that the report names, else the most
populous. A weak name, one that is also an ordinary word or a person's, counts only with support.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from tawthiq.lexicon import Match
from tawthiq.mentions.gazetteer import Found, Gazetteer, names_place
from tawthiq.mentions.place_heads import behind_heads
from tawthiq.mentions.place_openers import again, opened
from tawthiq.records import Mention
from tawthiq.text import Text

GUESSED = "rule:tagger"  # the rule of names that only the tagger saw


def places(text: Text, names: list[Mention]) -> list[Mention]:
    """Mentions of places in reading order; spans that `names` hold are taken, but in a public body's name."""
    gazetteer = Gazetteer(text, _countries(text))
    guessed = [(m.start, m.end) for m in names if m.kind == "organisation" and m.rule == GUESSED]
    taken = [(m.start, m.end) for m in names if m.kind == "person" or _closed(text, m)]
    candidates = [*behind_heads(gazetteer), *opened(gazetteer), *_known(gazetteer), *_relative(gazetteer)]
    candidates += again(text, candidates)
    found: list[Found] = []
    for candidate in sorted(candidates, key=lambda f: (f.first, -f.last, -f.start)):
        barred = taken if candidate.rule.startswith("place_head.") else taken + guessed
        free = all(candidate.end <= start or candidate.start >= end for start, end in barred)
        if free and (not found or candidate.first >= found[-1].last):
            found.append(candidate)
    return [_mention(text, candidate) for candidate in found]


def settled(names: list[Mention], found: list[Mention]) -> list[Mention]:
    """Names and places in reading order; what only the tagger took for a body yields to a class word's place."""
    headed = [(m.start, m.end) for m in found if m.rule.startswith("place_head.")]
    kept = [m for m in names if m.rule != GUESSED or all(m.end <= start or m.start >= end for start, end in headed)]
    return sorted(kept + found, key=lambda m: (m.start, m.end, m.kind))


def _closed(text: Text, mention: Mention) -> bool:
    """Whether the places in an organisation's name are only a part of it: not so in a public body's."""
    if mention.kind != "organisation" or mention.rule == GUESSED:
        return False
    entry = mention.rule.partition("/")[0]
    if entry.startswith("org_head."):
        first = text.word_at(mention.start)
        return not any(m.entry.data.get("public") for m in text.at(first, "org_head"))
    return True


def _countries(text: Text) -> Counter[str]:
    """How often the report names each country (ISO 3166 alpha-3): by name, capital, demonym or place."""
    actors = (m.entry.id for m in text.layer("actor"))
    states = (actor.removeprefix("state.") for actor in actors if actor.startswith("state."))
    known = (m.entry.data.get("country", "") for m in text.layer("place") if _well_known(m))
    return Counter([*states, *known])


def _well_known(match: Match) -> bool:
    return match.part == "name" and not match.entry.id[6:].isdigit()


def _known(gazetteer: Gazetteer) -> Iterator[Found]:
    """Names that the gazetteer holds, where the words allow or support them."""
    text = gazetteer.text
    for first in sorted({m.first for m in (*text.layer("actor"), *text.layer("place")) if names_place(m)}):
        known = gazetteer.choose([m for m in text.at(first) if names_place(m)])
        if gazetteer.allows(known):
            yield gazetteer.found(known, "gazetteer")


def _relative(gazetteer: Gazetteer) -> Iterator[Found]:
    """The Kingdom: the one of its states that the report names most often, else one not known."""
    for match in gazetteer.text.layer("relative_place"):
        states: Sequence[str] = [s for s in match.entry.data["states"] if s in gazetteer.countries]
        state = max(states, key=lambda code: gazetteer.countries[code]).lower() if states else "not-known"
        yield Found(match.first, match.last, match.start, match.end, match, "country",
                    f"{match.entry.id}/{state}")  # fmt: skip


def _mention(text: Text, found: Found) -> Mention:
    data = found.match.entry.data if found.match else {}
    return Mention(
        start=found.start,
        end=found.end,
        text=text.content[found.start : found.end],
        kind="place",
        actor=_actor(found),
        geonames=int(data["geonames"]) if "geonames" in data else None,
        lat=float(data["lat"]) if "lat" in data else None,
        lon=float(data["lon"]) if "lon" in data else None,
        precision=found.precision,
        rule=found.rule,
    )


def _actor(found: Found) -> str | None:
    """The state that a name or capital stands for, or that a definite word is in this report."""
    if found.match is None:
        return None
    if found.match.entry.layer == "relative_place":
        state = found.rule.rpartition("/")[2].upper()
        return f"state.{state}" if state in found.match.entry.data["states"] else None
    return found.match.entry.id if found.match.entry.layer == "actor" else None
