"""Roles and groups."""

import pytest

from tawthiq.lexicon import Lexicon
from tawthiq.mentions.names import names
from tawthiq.text import analyse

ROLES = [
    ("قال وزير الزراعة البلجيكي إن السوق فتحت.", ["وزير الزراعة البلجيكي"]),
    ("صرح المتحدث باسم وزارة الزراعة بذلك.", ["المتحدث باسم وزارة الزراعة"]),
    ("استقبل نائب رئيس مجلس البلدة ضيوفه.", ["نائب رئيس مجلس البلدة"]),
    ("التقى نظيره البلجيكي في المطار.", ["نظيره البلجيكي"]),
    ("اجتمع وزراء الزراعة أمس.", ["وزراء الزراعة"]),
    ("شكر الرئيس ضيوفه.", ["الرئيس"]),
    ("طالب السكان بالماء.", []),
    ("رئيسي الوحيد هو الوقت.", []),
]

GROUPS = [
    ("خرج السكان إلى الشارع.", ["السكان"]),
    ("وصل اللاجئون السوريون إلى المخيم.", ["اللاجئون السوريون"]),
    ("احتفل الأكراد بالعيد.", ["الأكراد"]),
    ("قال السوريون كلمتهم.", ["السوريون"]),
    ("صرح المسؤولون السوريون بذلك.", ["المسؤولون السوريون"]),
    ("وصل الطبيب السوري إلى المخيم.", []),
]


@pytest.mark.parametrize(("text", "expected"), ROLES)
def test_roles(text: str, expected: list[str], lexicon: Lexicon) -> None:
    assert [m.text for m in names(analyse(text, lexicon)) if m.kind == "role"] == expected


@pytest.mark.parametrize(("text", "expected"), GROUPS)
def test_groups(text: str, expected: list[str], lexicon: Lexicon) -> None:
    assert [m.text for m in names(analyse(text, lexicon)) if m.kind == "group"] == expected
