"""Where the name of a person ends, part by part: ordered rules for what the next part may be."""

from __future__ import annotations

from tawthiq.mentions.signs import Signs
from tawthiq.rules import first

MAX_PARTS = 8
INSIDE = 0.25  # least likelihood of a rare word inside a name
COMMON_INSIDE = 0.6  # least likelihood of a common word inside a name


def name_end(signs: Signs, at: int, known: int | None = None) -> int:
    """The end of the name that begins at `at` (known: its part before here is certain)."""
    last = known or at
    while last - at < MAX_PARTS and (last == at or signs.follows(last)):
        _, step = first(RULES, signs, last, last > at)
        if not step:
            break
        last += step
    return last


def stop(signs: Signs, at: int, inside: bool) -> int | None:
    """A mark, a verb, a word joined by و: the name is over."""
    over = not signs.is_word(at) or signs.verb(at) or (inside and signs.joined(at))
    return 0 if over or (inside and signs.text.at(at, "title") and not signs.personal(at)) else None


def particle(signs: Signs, at: int, inside: bool) -> int | None:
    """عبد, بن, أبو, آل with the word behind it."""
    found = signs.particle(at)
    if not found or not (inside or found.entry.data["opens"]) or not signs.follows(found.last):
        return None
    after = found.last
    if signs.function(after) or signs.verb(after):
        return None
    inner = name_end(signs, after) if signs.particle(after) else 0
    personal = signs.personal(after)
    return max(after + 1, inner, personal.last if personal else 0) - at


def initial(signs: Signs, at: int, inside: bool) -> int | None:
    """A single letter with a full stop: إبراهيم ب."""
    behind = signs.words[at + 1].text if at + 1 < len(signs.words) else ""
    return 1 if inside and len(signs.form(at)) == 1 and behind == "." else None


def personal(signs: Signs, at: int, inside: bool) -> int | None:
    """A given or family name that the lexicon holds."""
    found = signs.personal(at)
    if not found or (inside and found.before) or signs.preposition_written_like_ali(at):
        return None
    doubtful = found.entry.data.get("common") and inside and (
        signs.function(at) or bool(signs.text.at(at, "title")) or bool(signs.demonym(at)))  # fmt: skip
    if doubtful and signs.likely(at, "person") < COMMON_INSIDE:
        return 0
    return found.last - at


def function_word(signs: Signs, at: int, inside: bool) -> int | None:
    """A function word, or a word that opens the name of a body or place, is no part of a name."""
    opens = signs.known(at, "org_head") or signs.known(at, "place_head") or signs.known(at, "group")
    return 0 if signs.function(at) or (opens and signs.likely(at, "person") < COMMON_INSIDE) else None


def unknown(signs: Signs, at: int, inside: bool) -> int | None:
    """A word that no list holds and that the tagger finds likely enough."""
    least = INSIDE if signs.rare(at) and not signs.demonym(at) else COMMON_INSIDE
    return 1 if signs.likely(at, "person") >= least else None


def nisba(signs: Signs, at: int, inside: bool) -> int | None:
    """A rare relational adjective with the article: الأصبحي."""
    form = signs.form(at)
    good = inside and form.startswith("ال") and form.endswith("ي") and signs.rare(at) and not signs.demonym(at)
    return 1 if good else None


RULES = (stop, particle, initial, personal, function_word, unknown, nisba)
