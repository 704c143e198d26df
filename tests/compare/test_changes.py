"""What a copy changed: each case is an earlier and a later text, and the differences as (kind, of, earlier, later)."""

import pytest

from tawthiq.compare.changes import changes
from tests.compare.conftest import Make

EARLIER = "قال مصدر طبي إن سبعة عمال أصيبوا في حريق المصنع. وأخمد رجال الإطفاء النيران قبل الفجر."
# a medical source said seven workers were hurt in the fire; firemen put it out before dawn
CASES = [
    (EARLIER, []),
    (EARLIER.replace("حريق", "انفجار"), [("replaced", "words", "حريق", "انفجار")]),
    (EARLIER.replace("أصيبوا في", "أصيبوا بجروح في"), [("added", "words", None, "بجروح")]),
    (EARLIER.replace("قال مصدر طبي إن ", ""), [("dropped", "attribution", "قال مصدر طبي إن", None)]),
    (
        EARLIER.replace(" وأخمد رجال الإطفاء النيران قبل الفجر.", ""),
        [("dropped", "sentence", "وأخمد رجال الإطفاء النيران قبل الفجر", None)],
    ),
    (
        EARLIER + " ولم تعلق إدارة المصنع على الحادث.",
        [("added", "sentence", None, "ولم تعلق إدارة المصنع على الحادث")],
    ),
    (EARLIER.replace("أ", "ا").replace("المصنع", "المصْنع"), []),  # spelling is no change
]


@pytest.mark.parametrize(("later", "expected"), CASES)
def test_changes(later: str, expected: list[tuple[str | None, ...]], make: Make) -> None:
    first, second = make(EARLIER, "السنديانة"), make(later, "النداء")
    found = changes(first, second)
    told = [(c.kind, c.of, c.earlier.text if c.earlier else None, c.later.text if c.later else None) for c in found]
    assert told == expected
    for change in found:
        for cited, reading in ((change.earlier, first), (change.later, second)):
            assert cited is None or reading.report.text[cited.start : cited.end] == cited.text


def test_a_number_exchanged_is_a_figure(make: Make) -> None:
    found = changes(make("أصيب 7 عمال في حريق المصنع."), make("أصيب 9 عمال في حريق المصنع."))
    assert [(c.kind, c.of) for c in found] == [("replaced", "figure")]


def test_texts_without_a_word_in_common(make: Make) -> None:
    (only,) = changes(make("وصل الوفد."), make("Rain is expected"))
    assert only.kind == "replaced"
