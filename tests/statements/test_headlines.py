"""Headlines: who stands before the colon speaks, unless it is where the news is from."""

import pytest

from tests.statements.conftest import Said

RULE = "rule:headline-colon"

SPEAK = [
    ("رئيس البلدية: لن نغلق السوق", "رئيس البلدية"),
    ("عاجل | وزير الدفاع: لن نسمح بتكرار الهجوم", "وزير الدفاع"),
    ("<O المرصد>: مقتل ستة في غارة", "المرصد"),
    ("مصادر طبية: الحصيلة ارتفعت", "مصادر طبية"),
    ("«زهران»: السد ممتلئ\nقال <P فادي زهران> إن السد ممتلئ.", "«زهران»"),
    ("<L:state.BEL بلجيكا>: الاتفاق غير مقبول\nقالت <L:state.BEL بلجيكا> أمس إن الاتفاق غير مقبول.", "بلجيكا"),
]


@pytest.mark.parametrize(("marked", "source"), SPEAK)
def test_who_stands_before_the_colon_speaks(said: Said, marked: str, source: str) -> None:
    found = [s for s in said(marked) if s.rule == RULE]
    assert [s.source.text for s in found if s.source] == [source]


SILENT = [
    "<L:state.BEL بلجيكا>: فيضان يغرق حيا قديما\nارتفع منسوب النهر ليلا.",
    "<L:state.BEL بلجيكا>: فيضان يغرق حيا قديما\nقال شهود إن النهر ارتفع.",
    "الساعة 10:30 موعد الافتتاح",
    "قال الوزير ما يلي في الجلسة الطويلة التي عقدت مساء: نعم",
]


@pytest.mark.parametrize("marked", SILENT)
def test_a_place_or_a_time_before_the_colon_does_not_speak(said: Said, marked: str) -> None:
    assert [s for s in said(marked) if s.rule == RULE] == []


def test_a_headline_repeated_in_the_text_says_it_again(said: Said) -> None:
    text = "رئيس البلدية: لن نغلق السوق\nوصل الوفد أمس.\nرابط الخبر: رئيس البلدية: لن نغلق السوق"
    rules = [(s.rule, s.content.text) for s in said(text)]
    assert rules == [(RULE, "لن نغلق السوق"), ("rule:headline-repeated", "لن نغلق السوق")]
