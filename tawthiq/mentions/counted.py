"""What stands around a number: who is counted behind it, what befell them before it.

Who and what is data (data/counts/counted.toml): nouns name who is counted, verbs and verbal nouns what
befalls them; such a word is called the governor of the number here.
"""

from __future__ import annotations

from typing import NamedTuple

from tawthiq.knowledge import Entry
from tawthiq.lexicon import Match
from tawthiq.mentions.quantities import Quantity, has_sense
from tawthiq.text import Text

_REACH = 12
_BEFALLS = ("past", "present", "jussive", "passive", "masdar", "phrase")
_TIME = ("unit.", "month.", "hijri.")
_CASUALTIES = {"dead", "wounded"}


class Governor(NamedTuple):
    """What befell those who are counted, whether it touches the number, and what the count is of."""

    entry: Entry
    adjacent: bool
    of: str


class Case(NamedTuple):
    """A quantity with the noun behind it and its governor; last: where the words of the count end."""

    text: Text
    quantity: Quantity
    noun: Match | None
    human: bool
    last: int
    governor: Governor | None

    @property
    def is_one(self) -> bool:
        """One of the citizens (said …): counted only right behind what befell one."""
        return self.quantity.low == self.quantity.high == 1


def case_of(text: Text, quantity: Quantity) -> Case | None:
    """What stands around a quantity; None where it counts a thing, a time or a measure."""
    position = quantity.last
    through = _says(text, position, "من") and position + 1 < len(text.words)  # tens of the soldiers
    position += through
    if text.at(position, "thing") or is_time(text, position):
        return None
    noun = noun_at(text, position)
    human = noun is not None or _is_human(text, position)
    counted = human or has_sense(text, position, "others") or (not through and _is_noun(text, position))
    last = noun.last if noun else position + 1 if counted else quantity.last
    governor = governor_of(text, quantity.first) if human else touching(text, quantity.first)
    return Case(text, quantity, noun, human, last, governor)


def noun_at(text: Text, position: int) -> Match | None:
    """The longest noun for who is counted that starts at a word."""
    found = [m for m in text.at(position, "counted") if m.part.startswith("noun") and m.before in ("", "ال")]
    return max(found, key=lambda match: match.last, default=None)


def has_status(noun: Match | None) -> bool:
    """Whether the noun itself says what befell them (the dead, the wounded)."""
    return noun is not None and bool(noun.entry.data.get("status"))


def is_time(text: Text, position: int) -> bool:
    """A unit of time or a month: the number before it is a length of time or a date."""
    return any(match.entry.id.startswith(_TIME) for match in text.at(position, "time"))


def befalling(text: Text, position: int) -> Match | None:
    """The verb or verbal noun at a word that says what befell somebody."""
    return next((match for match in text.at(position, "counted") if _befalls(match)), None)


def governor_of(text: Text, position: int) -> Governor | None:
    """The nearest governor in the sentence before a number."""
    start = text.words_of(text.sentences[text.sentence_of(text.words[position].start)]).start
    for at in range(position - 1, max(start, position - _REACH) - 1, -1):
        match = befalling(text, at)
        adjacent = match is not None and match.last == position
        if match is not None and (adjacent or (match.last < position and not match.entry.data.get("weak"))):
            return Governor(match.entry, adjacent, _jointly(text, match))
        if ends_the_clause(text, at):
            return None
    return None


def touching(text: Text, position: int) -> Governor | None:
    """The governor right before a number."""
    for at in range(position - 1, max(-1, position - 3), -1):
        match = befalling(text, at)
        if match is not None and match.last == position:
            return Governor(match.entry, True, _jointly(text, match))
    return None


def ends_the_clause(text: Text, position: int) -> bool:
    """Among them, another number or another verb: what stands before it governs something else."""
    if text.words[position].kind == "number":
        return not is_time(text, position + 1)
    return any(_is_other_clause(match) for match in text.at(position))


def _is_other_clause(match: Match) -> bool:
    layer, data = match.entry.layer, match.entry.data
    if layer == "number":
        return bool(data["class"] != "ordinal")
    return bool(layer == "bound" and data["sense"] == "among") or (layer == "cue" and match.part.startswith("past"))


def _befalls(match: Match) -> bool:
    kind, _, form = match.part.partition(".")
    return kind in _BEFALLS and not match.after and form not in ("d", "p")


def _jointly(text: Text, match: Match) -> str:
    """Killed and wounded 50: where two are joined, the count is of both."""
    of = str(match.entry.data["of"])
    before = befalling(text, match.first - 1) if match.before == "و" and match.first else None
    if before is None or before.part.partition(".")[0] != match.part.partition(".")[0]:
        return of
    if before.part.endswith("mp") or (before.first and noun_at(text, before.first - 1)):
        return of  # 17 people were killed, and 40 wounded: each verb has its own
    return "casualties" if {of, before.entry.data["of"]} == _CASUALTIES else of


def _is_human(text: Text, position: int) -> bool:
    """A people, a role: a demonym or a title."""
    for match in text.at(position):
        demonym = match.entry.layer == "actor" and match.part.startswith(("adj", "noun"))
        if (demonym or match.entry.layer == "title") and match.before in ("", "ال"):
            return True
    return False


def _is_noun(text: Text, position: int) -> bool:
    """A word that may be who is counted: no mark, no particle, nothing joined by و (and)."""
    if position >= len(text.words) or text.words[position].kind != "word":
        return False
    return not (text.at(position, "function") or text.words[position].form.startswith("و"))


def _says(text: Text, position: int, form: str) -> bool:
    return position < len(text.words) and text.words[position].form == form
