"""Terms of a text, and the forms that a searched word may take."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.clitics import PROCLITICS
from tawthiq.fold import fold
from tawthiq.knowledge import DATA, rows_of
from tawthiq.ledger.terms import MIN_CORE, MIN_DEFINITE, cores, fingerprint, folded, storable, terms, variants


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("زارَ الوفدُ مدينةَ أربيل", "زار الوفد مدينه اربيل"),  # the delegation visited the town of Erbil
        ("الـــريـــاض", "الرياض"),  # tatweel
        ("ريا\u200fض \u202bرياض\u202c", "رياض رياض"),  # bidi controls inside and around
        ("ﻟﺒﻨﺎﻥ", "لبنان"),  # presentation forms
        ("١٢ و12 و1,200 و٣٬٥٠٠", "12 و 12 و 1200 و 3500"),
        ("عام 2019م", "عام 2019 م"),  # in the year 2019 AD
        ("12,34", "12 34"),
        ("Médecins Sans Frontières، NATO", "medecins sans frontieres nato"),
        ("#مدينة_سلمى", "مدينه سلمي"),
        ("ﷺ", "صلي الله عليه وسلم"),  # one character that stands for four words
        ("a.b:c*d^e\"f'g(h)-i", "a b c d e f g h i"),
        ("؟!… \x00\ud800", ""),
        ("", ""),
    ],
)
def test_terms(text: str, expected: str) -> None:
    assert folded(text) == expected


@given(st.text())
def test_terms_lie_in_the_text_in_order_and_are_safe_to_quote(text: str) -> None:
    found = terms(text)
    assert all(0 <= term.start < term.end <= len(text) for term in found)
    assert [term.start for term in found] == sorted(term.start for term in found)
    assert not any(set(term.form) & set(" \"'*^:()\x00\t\n") for term in found)


@pytest.mark.parametrize(
    ("searched", "written"),
    [
        ("رياض", "الرياض والرياض بالرياض للرياض وللرياض فللرياض كالرياض وبالرياض ورياض لرياض فبالرياض"),
        ("الرياض", "رياض للرياض والرياض برياض"),
        ("والرياض", "رياض الرياض للرياض"),
        ("للرياض", "رياض الرياض بالرياض"),
        ("بدمشق", "دمشق ودمشق لدمشق بدمشق وبدمشق"),  # in Damascus
        ("لجنة", "اللجنة للجنة وباللجنة ولجنة"),  # committee: its first letter is its own
        ("للجنة", "لجنة اللجنة"),
        ("اليمن", "لليمن باليمن يمن"),  # Yemen
        ("سيعلن", "يعلن ويعلن فسيعلن سيعلن"),  # he will announce
        ("أمل", "الأمل وأمل بأمل لأمل"),  # hope
        ("حق", "الحق بالحق للحق"),  # right
        ("الحق", "حق للحق"),
    ],
)
def test_what_is_attached_does_not_hide_a_word(searched: str, written: str) -> None:
    found = variants(fold(searched))
    assert [word for word in written.split() if fold(word) not in found] == []


@pytest.mark.parametrize(
    ("searched", "others"),
    [
        ("بيان", "يان اليان ويان"),  # statement; the name Jan
        ("يان", "بيان كيان وبيان البيان كبيان"),
        ("والي", "الي لي إلى آلي"),  # governor; to, automatic
        ("فريق", "ريق الريق"),  # team; saliva
        ("لقاء", "قاء قا"),  # meeting
        ("للجنة", "جنة الجنة"),  # for the committee; paradise
        ("جنة", "لجنة للجنة"),
        ("أمل", "كامل وكامل"),  # hope; complete
        ("كامل", "أمل"),
        ("الله", "له"),  # God; to him
        ("له", "الله والله بالله"),
        ("الآن", "أن إن"),  # now; that
        ("التي", "تي"),
        ("بالي", "إلى"),  # Bali; to
        ("وزارة", "زاره زارة"),  # ministry; he visited him
        ("لبنان", "بنان"),
        ("ألمانيا", "مانيا"),  # Germany; mania
    ],
)
def test_a_word_is_not_taken_for_another(searched: str, others: str) -> None:
    found = variants(fold(searched))
    assert [word for word in others.split() if fold(word) in found] == []


@pytest.mark.parametrize("word", ["", "و", "2019", "nato", "في", "لا"])
def test_short_and_foreign_words_stay_as_they_are(word: str) -> None:
    assert cores(word) == [word]
    assert variants(word)[0] == word


@given(st.text(alphabet="والبفلكسيمنتر", min_size=1, max_size=9))
def test_a_word_finds_itself_with_all_that_may_stand_before_it(word: str) -> None:
    found = variants(word)
    assert found[0] == word
    assert len(found) == len(set(found)) < 200
    assert all(len(core) >= min(len(word), MIN_DEFINITE) for core in cores(word))


def test_whole_words_are_sorted_and_each_has_a_gloss_and_an_effect() -> None:
    rows = list(rows_of(DATA / "words" / "whole.tsv"))
    words = [fold(row["word"]) for row in rows]
    assert len(words) == len(set(words))
    assert [row["word"] for row in rows] == sorted(row["word"] for row in rows)
    assert all(row["gloss"].isascii() or "é" in row["gloss"] for row in rows)
    assert [word for word in words if not _may_be_split(word)] == []
    assert [word for word in words if cores(word) != [word]] == []


def _may_be_split(word: str) -> bool:
    least = ((before, MIN_DEFINITE if before.endswith(("ال", "لل")) else MIN_CORE) for before in PROCLITICS if before)
    return any(word.startswith(before) and len(word) - len(before) >= letters for before, letters in least)


def test_the_fingerprint_is_the_same_each_time() -> None:
    assert fingerprint() == fingerprint() and len(fingerprint()) == 16


def test_half_surrogate_pairs_can_be_asked_for() -> None:
    assert storable("ا\ud800") == "ا?"
