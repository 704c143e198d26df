"""The grammar of dates: patterns over classes of words."""

from typing import Any

import pytest

from tawthiq.errors import KnowledgeError
from tawthiq.knowledge import Entry
from tawthiq.lexicon import Lexicon, compile_entries
from tawthiq.mentions.when.edtf import Reference
from tawthiq.mentions.when.grammar import grammar
from tawthiq.mentions.when.moment import Moment, Words
from tawthiq.mentions.when.reckon import RECKONERS, reckon
from tawthiq.mentions.when.tokens import Token


def lexicon_of(*patterns: str) -> Lexicon:
    """A lexicon with one word class and some patterns."""
    day: dict[str, Any] = {"class": "day", "value": "1"}
    rows = [Entry("date", f"date.{n}", "a pattern", {"pattern": p}) for n, p in enumerate(patterns)]
    return Lexicon(compile_entries([Entry("time", "unit.day", "day", day), *rows], {}), "test")


def row(*kinds: str) -> list[Token]:
    return [Token(kind, 1, at, at + 1, at, at + 1) for at, kind in enumerate(kinds)]


def test_the_first_pattern_that_matches_is_taken() -> None:
    found = grammar(lexicon_of("number day", "number", "day")).find(row("number", "day", "other", "day"))
    assert [(match.entry.id, match.first, match.last) for match in found] == [("date.0", 0, 2), ("date.2", 3, 4)]


def test_nothing_matches_over_other_words() -> None:
    found = grammar(lexicon_of("number other? day")).find(row("number", "other", "day"))
    assert list(found) == []


BROKEN = ["nowhere", "number (", "number ) | ( day", "number? day?", "number ** day", ""]


@pytest.mark.parametrize("pattern", BROKEN)
def test_a_broken_pattern_is_named(pattern: str) -> None:
    with pytest.raises(KnowledgeError, match=r"date\.0"):
        grammar(lexicon_of(pattern))


def test_an_unknown_reckoner_is_named() -> None:
    entry = Entry("date", "date.odd", "odd", {"pattern": "day", "reckon": "guess"})
    with pytest.raises(KnowledgeError, match="guess"):
        reckon(entry, Words(()), Moment(Reference(), lambda: None))


def test_every_pattern_that_ships_names_a_reckoner(lexicon: Lexicon) -> None:
    named = {entry.data["reckon"] for entry in lexicon.layer("date")}
    assert named <= {*RECKONERS, "nothing"}
    assert set(RECKONERS) <= named
