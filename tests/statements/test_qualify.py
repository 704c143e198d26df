"""How it was said: quoted or not, denied or not, with which reserve."""

import pytest

from tawthiq import knowledge
from tawthiq.knowledge import Entry
from tests.statements.conftest import Said

MODES = [
    ("قال الوزير إن المعبر سيفتح غدا.", "indirect"),
    ('قال الوزير: "المعبر سيفتح غدا".', "direct"),
    ("قال الوزير إن «المعبر سيفتح غدا».", "direct"),
    ("قال الوزير إن المعبر «سيفتح قريبا جدا» أمام الشاحنات.", "mixed"),
    ("قال الوزير إن تنظيم «<O داعش>» انسحب من القرية.", "indirect"),
    ("وقال الوزير: المعبر سيفتح غدا", "indirect"),
]


@pytest.mark.parametrize(("marked", "mode"), MODES)
def test_the_mode_is_that_of_its_marks(said: Said, marked: str, mode: str) -> None:
    [statement] = said(marked)
    assert statement.mode == mode


POLARITY = [
    ("قال الوزير إن المعبر سيفتح.", "affirm"),
    ("نفى الوزير أن يكون المعبر قد أغلق.", "deny"),
    ("نفت الشركة صحة الأنباء عن إفلاسها.", "deny"),
    ("كذبت الوزارة التقارير عن نقص الدواء.", "deny"),
    ("رفض الوزير اتهامات المعارضة بأنه أخفى التقرير.", "deny"),
    # a denial that is denied is none
    ("لم ينف الوزير وجود مفاوضات سرية.", "affirm"),
    ("لا ينكر الوزير أن الخطة فشلت.", "affirm"),
]


@pytest.mark.parametrize(("text", "polarity"), POLARITY)
def test_denials_are_told_from_what_is_affirmed(said: Said, text: str, polarity: str) -> None:
    assert said(text)[0].polarity == polarity


def test_who_denies_what_another_said(said: Said) -> None:
    first, second = said("اتهم الحزب خصومه بشراء الأصوات، وهو ما نفته المعارضة.")
    assert (first.polarity, second.polarity) == ("affirm", "deny")
    assert second.content == first.content
    assert second.speaker is not None
    assert second.speaker.text == "المعارضة"


HEDGES = [
    (entry, text)
    for entry in knowledge.entries_of(knowledge.DATA)
    if entry.layer == "hedge"
    for text in entry.data["shows"]
]


@pytest.mark.parametrize(("entry", "text"), HEDGES, ids=lambda value: value.id if isinstance(value, Entry) else "")
def test_every_hedge_is_found_in_what_it_shows(said: Said, entry: Entry, text: str) -> None:
    [statement] = said(text)[:1]
    assert statement.hedge is not None
    assert statement.hedge.text in {form.text for form in knowledge.forms_of(entry)}
    assert statement.content.start <= statement.hedge.start < statement.hedge.end <= statement.content.end


def test_a_plain_statement_has_no_hedge(said: Said) -> None:
    assert said("قال الوزير إن المعبر سيفتح.")[0].hedge is None
