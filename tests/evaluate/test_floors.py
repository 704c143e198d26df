"""Accuracy is a ratchet: a score under the floor that evaluate/floors.toml pins is a failure."""

from pathlib import Path

import pytest

from tawthiq.evaluate import evaluate, floors, under
from tawthiq.lexicon import Lexicon

ROOT = Path(__file__).parent.parent.parent
FLOORS = ROOT / "evaluate/floors.toml"
DEV = ROOT.parent / "shared/gold/dev.jsonl"


def test_the_projects_own_gold(lexicon: Lexicon) -> None:
    scores = evaluate(ROOT / "tests/gold/samples.jsonl", lexicon)
    assert under(scores, floors(FLOORS, "samples")) == []


@pytest.mark.skipif(not DEV.is_file(), reason="newspaper texts that may not ship: only where ../shared is")
def test_the_development_gold(lexicon: Lexicon) -> None:
    assert under(evaluate(DEV, lexicon), floors(FLOORS, "dev")) == []


def test_a_score_under_its_floor_is_named(lexicon: Lexicon) -> None:
    scores = evaluate(ROOT / "tests/gold/samples.jsonl", lexicon)
    assert under(scores, {"places": 1.01}) == [f"places: F1 {scores['places'].f1:.3f} is under its floor of 1.010"]
