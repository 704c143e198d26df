"""Outlets by their place in a dateline: the sentence, and the organisations in it."""

import pytest

from tawthiq.lexicon import Lexicon
from tawthiq.mentions.names import names
from tawthiq.text import analyse

CASES = [
    ("تل الريحان 11 أيار (السنابل) - قتل رجل في البلدة.", ["السنابل"]),
    ("دمشق (السنابل): فتحت السوق أبوابها.", ["السنابل"]),
    ("نداء السنابل – دمشق\nفتحت السوق أبوابها.", ["نداء السنابل"]),
    ("دمشق (وكالات) - فتحت السوق أبوابها.", []),
    ("خاص – دمشق\nفتحت السوق أبوابها.", []),
    ("فادي زهران – دمشق\nفتحت السوق أبوابها.", []),
    ("فتحت السوق أبوابها (أمس) - وعاد الناس.", []),
    ("فتحت السوق – دمشق\nعاد الناس.", []),
    ("(", []),
    ("دمشق (", []),
    ("دمشق - ", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_outlets_of_datelines(text: str, expected: list[str], lexicon: Lexicon) -> None:
    assert [m.text for m in names(analyse(text, lexicon)) if m.kind == "organisation"] == expected
