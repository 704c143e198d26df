"""What ships in data/: its writing, its examples both ways, how much of it there is."""

import re
from collections import Counter

import pytest

from tawthiq import examples, knowledge, lint
from tawthiq.knowledge import Entry
from tawthiq.lexicon import Lexicon

ENTRIES = list(knowledge.entries_of(knowledge.DATA))
SHOWN = [entry for entry in ENTRIES if entry.data.get("examples")]
# what the project promises to know at least
AT_LEAST = {"cue": 120, "trigger": 400, "actor": 500, "loaded": 80}
PLOVER = {
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
}  # fmt: skip


def test_knowledge_is_well_written() -> None:
    assert lint.problems(knowledge.DATA) == []


@pytest.mark.parametrize("entry", SHOWN, ids=lambda entry: entry.id)
def test_examples_run_both_ways(entry: Entry, lexicon: Lexicon) -> None:
    assert list(examples.failures([entry], lexicon)) == []


@pytest.mark.parametrize(("layer", "number"), AT_LEAST.items())
def test_there_is_enough_of_it(layer: str, number: int) -> None:
    assert Counter(entry.layer for entry in ENTRIES)[layer] >= number


def test_triggers_cover_all_plover_types() -> None:
    assert {entry.data["type"] for entry in ENTRIES if entry.layer == "trigger"} == PLOVER


def test_every_arabic_entry_has_an_english_gloss() -> None:
    assert [entry.id for entry in ENTRIES if not re.search("[A-Za-z]", entry.gloss)] == []
