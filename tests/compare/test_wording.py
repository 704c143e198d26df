"""Wording and ties: how outlets name somebody, what is told to have passed between two."""

from tawthiq.compare.ties import QUADS, relations
from tawthiq.compare.wording import contrasts, loaded_words, wordings
from tests.compare.conftest import Make


def test_wordings_are_counted_by_outlet_and_month(make: Make) -> None:
    readings = [
        make("أعلن الجيش السوري وقف إطلاق النار.", "أ", "2021-03-02"),
        make("تقدم الجيش السوري. وانسحب الجيش السوري.", "ب", "2021-04-02"),
    ]
    (form,) = [w for w in wordings(readings, "الجيش السوري") if w.neutral is None]
    assert form.by_teller == {"أ": 1, "ب": 2}
    assert form.by_month == {"2021-03": 1, "2021-04": 2}
    assert all(c.text in readings[0].report.text + readings[1].report.text for c in form.cited)


def test_a_word_that_takes_a_side_stands_with_its_neutral_wording(make: Make) -> None:
    (word,) = loaded_words([make("دفن الأهالي شهداء القصف.", "أ")])
    assert word.form == "شهداء"
    assert word.neutral


def test_contrasts_hold_the_same_number_of_the_same(make: Make) -> None:
    first, second = make("قتل سبعة مسلحين في الغارة.", "أ"), make("ارتقى سبعة شهداء في الغارة.", "ب")
    found = {(c.first.text, c.second.text) for c in contrasts(first, second)}
    assert ("سبعة مسلحين", "سبعة شهداء") in found
    assert contrasts(first, make("قتل تسعة شهداء في الغارة.", "ج")) == []
    assert contrasts(first, first) == []


def test_relations_by_quad_month_and_outlet(make: Make) -> None:
    readings = [
        make("قصف الجيش التركي مواقع حزب العمال الكردستاني.", "أ", "2021-03-02"),
        make("قصف الجيش التركي مواقع حزب العمال الكردستاني.", "ب", "2021-04-02"),
    ]
    relation = relations(readings)[0]
    assert relation.quad == "material conflict"
    assert (relation.count, relation.by_teller) == (2, {"أ": 1, "ب": 1})
    assert relations(readings, "حزب العمال الكردستاني")[0] == relation
    assert relations(readings, "منظمة الصحة العالمية") == []


def test_every_type_of_event_is_in_one_quad() -> None:
    assert len(QUADS) == 16
    assert len(set(QUADS.values())) == 4
