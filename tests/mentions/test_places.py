"""Places behind class words: each case is a sentence and the places named in it."""

import pytest

from tawthiq.lexicon import Lexicon
from tawthiq.pipeline import read
from tawthiq.records import Capture

CASES = [
    # lists: و (and) joined to the name, or set apart from it by a space
    ("هطلت أمطار على مناطق عسير والباحة وجازان.", ["عسير", "الباحة", "جازان"]),
    ("هطلت أمطار على مناطق عسير و الباحة و جازان.", ["عسير", "الباحة", "جازان"]),
    ("هطلت أمطار على محافظات واسط وذي قار.", ["واسط", "ذي قار"]),
    ("هطلت أمطار على مناطق عسير و", ["عسير"]),
    ("هطلت أمطار على مناطق و", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_places_of_lists(text: str, expected: list[str], lexicon: Lexicon) -> None:
    original = text.encode()
    reading = read(Capture(id="0" * 64, original=original, media="text", key="a"), lexicon)
    assert [m.text for m in reading.mentions if m.kind == "place"] == expected
