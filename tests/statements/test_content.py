"""Where the words that were said end. Each content of a case stands in double brackets, in reading order."""

import re

import pytest

from tests.statements.conftest import Said

CASES = [
    # an adverb, a new clause, an attribution, the reporter's own words
    "قال الوزير إن [[المعبر سيفتح غدا]]، مضيفا أن [[الازدحام سيخف]].",
    "قال الوزير إن [[المعبر سيفتح غدا]]، وأكد أن [[الازدحام سيخف]].",
    "أعلنت الوزارة أن [[المعبر مغلق]] فيما أكدت الشرطة أنه [[مفتوح]].",
    "قال الوزير إن [[المعبر سيفتح غدا]] كما أوضح أن [[الازدحام سيخف]].",
    "قال الوزير إن [[الجماعة انسحبت]]، في إشارة إلى فصيل محلي.",
    "قال الوزير إن [[التحقيق بدأ]] من دون أن يوضح موعد نهايته.",
    "قال الوزير إن [[بلاده لن تشارك في القمة]]، وذلك ردا على دعوة رسمية.",
    # clauses that belong to it
    "قال المرصد إن [[سبعة قتلوا وأصيب العشرات جراء الغارات]].",
    "قالت الشرطة إن [[الحريق بدأ في المطبخ، وإن النيران امتدت إلى السطح]].",
    "قال المرصد إن [[طائرات يعتقد أنها أجنبية قصفت القرية]].",
    # quotations
    'قال الوزير: "[[المعبر سيفتح غدا]]".',
    'قال الوزير: "[[المعبر سيفتح غدا بعد عشرة أيام من الإغلاق]]" في مقابلة مع قناة محلية.',
    'قال الوزير إن "[[المعبر سيفتح غدا]]"، مؤكدا أن "[[الازدحام سيخف]]".',
    'اتهم الوزير "[[جهات خفية" بنشر الشائعات]].',
    'قال الوزير إن "[[المعبر" سيفتح غدا]].',
    # marks that were forgotten or mixed up
    'قال الوزير إن "[[المعبر سيفتح غدا بعد إغلاقه، مضيفا أن "[[الازدحام سيخف كثيرا]]".',
    "وقال الوزير: «[[المعبر سيفتح غدا بعد عشرة أيام من الإغلاق]]",
    # several sentences in straight marks: each is one
    'قال الوزير: "[[المعبر سيفتح غدا]]. [[لن يغلق بعد ذلك]]".',
    # a relative clause inside another sentence
    "الهجمات التي يقول شهود إنها [[بدأت ليلا]] تشير إلى تصعيد.",
]


@pytest.mark.parametrize("marked", CASES)
def test_contents_begin_and_end(said: Said, marked: str) -> None:
    wanted = [part.rstrip("، ") for part in re.findall(r"\[\[(.*?)(?:\]\]|، مضيفا)", marked)]
    found = said(marked.replace("[[", "").replace("]]", ""))
    assert [s.content.text for s in found] == wanted
