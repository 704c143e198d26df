"""Through whose hands a statement went, from the outlet inwards."""

import pytest

from tests.statements.conftest import Said

CASES = [
    ("قال <P فادي زهران> إن الطريق مفتوح.", ["media المنار", "person فادي زهران"]),
    (
        "نقلت <O:media.reuters رويترز> عن مسؤول أمني قوله إن المشتبه به فر.",
        ["media المنار", "media رويترز", "official مسؤول أمني"],
    ),
    (
        "قال <P فادي زهران> ل<O:media.reuters رويترز> في مقابلة إن الطريق مفتوح.",
        ["media المنار", "media رويترز", "person فادي زهران"],
    ),
    (
        "وحسب <O:media.reuters رويترز>، قال <P فادي زهران> إن الطريق مفتوح.",
        ["media المنار", "media رويترز", "person فادي زهران"],
    ),
    (
        "قال <P فادي زهران> إن الطريق مفتوح، بحسب <O:media.reuters رويترز>.",
        ["media المنار", "media رويترز", "person فادي زهران"],
    ),
    (
        "أغلق الطريق صباحا وفق ما كشفته مصادر <O مركز الأنهار>.",
        ["media المنار", "institution مركز الأنهار", "sources مصادر مركز الأنهار"],
    ),
    (
        "ذكرت صحيفة محلية نقلا عن مسؤولين أن الطريق مغلق.",
        ["media المنار", "media صحيفة محلية", "official مسؤولين"],
    ),
    # those who listened and the outlet itself are no hands
    ("قال <P فادي زهران> للصحفيين إن الطريق مفتوح.", ["media المنار", "person فادي زهران"]),
    ("قال <P فادي زهران> لـ«المنار» إن الطريق مفتوح.", ["media المنار", "person فادي زهران"]),
]


@pytest.mark.parametrize(("marked", "wanted"), CASES, ids=[case[0] for case in CASES])
def test_the_chain_leads_inwards(said: Said, marked: str, wanted: list[str]) -> None:
    [statement] = said(marked, outlet="المنار")
    assert [f"{link.kind} {link.text}" for link in statement.chain] == wanted


def test_a_statement_inside_another_goes_through_its_speaker(said: Said) -> None:
    outer, inner = said("قال مسؤولون أمنيون إن <P فادي زهران> أكد أن الطريق مفتوح.", outlet="المنار")
    assert [link.text for link in outer.chain] == ["المنار", "مسؤولون أمنيون"]
    assert [link.text for link in inner.chain] == ["المنار", "مسؤولون أمنيون", "فادي زهران"]


def test_without_an_outlet_the_chain_begins_with_the_first_hand(said: Said) -> None:
    [statement] = said("نقلت <O:media.reuters رويترز> عن مسؤول أمني قوله إن المشتبه به فر.")
    assert [link.text for link in statement.chain] == ["رويترز", "مسؤول أمني"]
    assert statement.via is not None
    assert statement.via.text == "رويترز"


def test_every_link_but_the_outlet_has_its_place(said: Said) -> None:
    marked = "نقلت <O:media.reuters رويترز> عن مسؤول أمني قوله إن المشتبه به فر."
    text = marked.replace("<O:media.reuters رويترز>", "رويترز")
    for link in said(marked, outlet="المنار")[0].chain[1:]:
        assert text[link.start : link.end] == link.text


def test_a_quotation_that_goes_on_keeps_its_hands(said: Said) -> None:
    marked = 'نقلت <O:media.reuters رويترز> عن مسؤول أمني قوله "إن المشتبه به فر. لا نعرف مكانه".'
    first, second = said(marked, outlet="المنار")
    assert second.cue is None
    assert second.chain == first.chain
    assert [link.text for link in second.chain] == ["المنار", "رويترز", "مسؤول أمني"]


def test_the_way_of_a_phrase_behind_leads_into_what_it_carries(said: Said) -> None:
    found = said("قال الوزير إن الطريق مفتوح، مضيفا أن المعبر مغلق، بحسب وكالة الأناضول.", outlet="المنار")
    assert all(statement.chain[0].text == "المنار" for statement in found)
    assert all(statement.chain[-1].text.endswith("الوزير") for statement in found)
