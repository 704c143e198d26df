"""What a value is reckoned from: the words of an expression, and when and how the report speaks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Literal, NamedTuple

from tawthiq.mentions.when import edtf
from tawthiq.mentions.when.edtf import Reference, Value
from tawthiq.mentions.when.tokens import Token

Sense = Literal["past", "future", "plan"] | None


class Moment(NamedTuple):
    """The report's date; the value before in the report; the year of an interval's other end; the tense.

    sense is asked only where the words leave past and future open: it looks at the verbs around them.
    """

    reference: Reference
    sense: Callable[[], Sense]
    previous: Value | None = None
    year: int | None = None

    @property
    def today(self) -> date | None:
        return self.reference.day

    @property
    def future(self) -> bool:
        return self.sense() in ("future", "plan")


class Words(NamedTuple):
    """The tokens of one expression, asked by their class."""

    tokens: tuple[Token, ...]

    def get(self, *kinds: str) -> Token | None:
        """The first token of one of the classes."""
        return next((token for token in self.tokens if token.kind in kinds), None)

    def all(self, *kinds: str) -> list[Token]:
        """All tokens of the classes, in order."""
        return [token for token in self.tokens if token.kind in kinds]

    def number(self, *kinds: str) -> int | None:
        """The value of the first token of the classes."""
        token = self.get(*kinds)
        return None if token is None else int(token.value)

    def before(self, *kinds: str) -> Words:
        """The words before the first token of the classes (all, where there is none)."""
        at = next((i for i, token in enumerate(self.tokens) if token.kind in kinds), len(self.tokens))
        return Words(self.tokens[:at])

    def behind(self, *kinds: str) -> Words:
        """The words behind the first token of the classes (none, where there is none)."""
        at = next((i for i, token in enumerate(self.tokens) if token.kind in kinds), len(self.tokens))
        return Words(self.tokens[at + 1 :])


YEAR_WORDS = ("year_word", "the_year_word")
_JUST, _SOON, _FAR = timedelta(days=62), timedelta(days=45), timedelta(days=270)
RELATIONS = ("last", "next", "this", "before_last", "after_next", "latest", "last_two", "next_two")


def relation(words: Words) -> int | None:
    """-1 last, 0 this, 1 next, -2 the one before last, 2 the one after next; None where nothing says so."""
    said = words.number(*RELATIONS)
    return 0 if said is None and words.get("these") else said


def said_year(words: Words, moment: Moment) -> int | None:
    """The year that the words give, as a number or counted from the report's; None where they give none."""
    number = words.number("year", "thousand")
    if number is not None:
        return number
    if not words.get(*YEAR_WORDS):
        return None if words.get(*RELATIONS) else moment.year
    return _counted_year(words, moment)


def _counted_year(words: Words, moment: Moment) -> int | None:
    if words.get("same", "those"):
        return edtf.year_of(moment.previous) if moment.previous else None
    step = relation(words.behind(*YEAR_WORDS))
    return None if moment.reference.year is None else moment.reference.year + (step or 0)


def nearest(moment: Moment, past: date, future: date) -> date:
    """Of the latest such day and the next one, what the verbs around say; the past where they say nothing.

    Where no verb is clearly past or future, a day within the last two months, or the next six weeks, is
    meant where the other is nine months away.
    """
    sense = moment.sense()
    wanted = future if sense in ("future", "plan") else past
    if moment.today is None or sense in ("past", "future"):
        return wanted
    ahead, back = future - moment.today, moment.today - past
    if back <= _JUST and ahead >= _FAR:
        return past
    return future if ahead <= _SOON and back >= _FAR else wanted
