"""Folding: every rule, hostile input, and offsets that cut where folding says."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.fold import fold, fold_word, unfolded_offset

DIACRITICS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0653\u0654\u0655\u0670\u0610\u06d6\u06e1"
CONTROLS = "\u200b\u200c\u200d\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2069\ufeff\u00ad"
LETTERS = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيٱیکگپچژہۀھے"
ARABIC = st.text(LETTERS + DIACRITICS + CONTROLS + "ـ ٠١٢۳۴56.،؟«»\nﻻﻼﷲﺎﻫ" + "aBİΣß", max_size=30)
ANY = st.one_of(ARABIC, st.text(max_size=30))


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("", ""),
        ("أإآٱا", "ااااا"),  # alef with hamza above and below, madda, wasla, bare
        ("على", "علي"),  # on
        ("رئيس", "رييس"),  # president
        ("مسؤول", "مسوول"),  # official
        ("مدينة", "مدينه"),  # city
        ("لقاء", "لقاء"),  # meeting: a hamza on no carrier is a letter of its own
        ("ایران", "ايران"),  # Iran with a Farsi yeh
        ("کربلاء", "كربلاء"),  # Karbala with a keheh
        ("ھيئة", "هييه"),  # authority with a heh doachashmee, as pasted out of PDF files
        ("گوگل", "كوكل"),  # Google in Persian letters
        ("پاریس", "باريس"),  # Paris in Persian letters
        ("ڤيينا", "فيينا"),  # Vienna
        ("چاد", "جاد"),  # Chad
        ("قَالَ", "قال"),  # he said, vocalised
        ("مُحَمَّدٌ", "محمد"),  # Muhammad, vocalised
        ("هٰذا", "هذا"),  # this, with a dagger alef
        ("العـــراق", "العراق"),  # Iraq, drawn out by tatweel
        ("٢٠١٩", "2019"),
        ("۲۰۱۹", "2019"),
        ("١٬٥٠٠٫٥", "1٬500٫5"),
        ("Reuters", "reuters"),
        ("\u202bدمشق\u202c", "دمشق"),  # Damascus inside an embedding
        ("دم\u200bشق\ufeff", "دمشق"),
        ("ـ", ""),
        (DIACRITICS, ""),
        (CONTROLS, ""),
    ],
)
def test_each_rule(written: str, folded: str) -> None:
    assert fold(written) == folded
    assert fold_word(written) == folded


@pytest.mark.parametrize(
    ("form", "letters"),
    [
        ("ﻻ", "لا"),  # lam-alef, isolated
        ("ﻼ", "لا"),  # lam-alef, final
        ("ﻷ", "لا"),  # lam-alef with hamza above
        ("ﺔ", "ه"),  # ta marbuta, final
        ("ﻰ", "ي"),  # alef maqsura, final
        ("ﺉ", "ي"),  # yeh with hamza
        ("ﭖ", "ب"),  # peh
        ("ﷲ", "الله"),  # God, one glyph
        ("ﹰ", ""),  # tanwin on a space: no letter
        ("﴿", "﴿"),  # an ornate bracket is no letter form
    ],
)
def test_presentation_forms(form: str, letters: str) -> None:
    assert fold(form) == letters


def test_a_word_in_presentation_forms_is_the_word() -> None:
    assert fold("ﺍﻟﻌﺮﺍﻕ") == fold("العراق")  # Iraq


def test_no_presentation_form_of_a_letter_is_left() -> None:
    forms = [chr(code) for code in (*range(0xFB50, 0xFE00), *range(0xFE70, 0xFEFD))]
    letters = [form for form in forms if unicodedata.normalize("NFKC", form) != form]
    assert len(letters) > 600
    assert [form for form in letters if any(0xFB50 <= ord(c) <= 0xFEFC for c in fold(form))] == []


@given(ANY)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(LETTERS + DIACRITICS, max_size=20))
def test_composed_and_decomposed_letters_fold_alike(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text)) == fold(text)


@given(ANY, ANY)
def test_folding_goes_letter_by_letter(left: str, right: str) -> None:
    assert len(fold(left + right)) == len(fold(left)) + len(fold(right))


@given(st.text(LETTERS, min_size=1, max_size=8), st.lists(st.sampled_from(DIACRITICS + CONTROLS + "ـ")))
def test_marks_change_no_word(word: str, marks: list[str]) -> None:
    assert fold(word[0] + "".join(marks) + word[1:]) == fold(word)


@pytest.mark.parametrize(
    ("text", "offset", "at"),
    [
        ("والي", 1, 1),  # a governor
        ("وَالي", 1, 2),  # the fatha stays with the letter that bears it
        ("وـ\u200fالي", 1, 3),
        ("ﻻجئ", 2, 1),  # refugee: two letters in one glyph
        ("ﻻجئ", 1, 1),  # inside the glyph: behind it
        ("ﷲ", 4, 1),
        ("", 0, 0),
        ("َ", 0, 1),
        ("َا", 0, 1),
    ],
)
def test_offsets_of_folded_letters(text: str, offset: int, at: int) -> None:
    assert unfolded_offset(text, offset) == at


@pytest.mark.parametrize(("text", "offset"), [("", 1), ("قال", 4), ("َََ", 1)])
def test_an_offset_past_the_end_is_refused(text: str, offset: int) -> None:
    with pytest.raises(ValueError, match="past the end"):
        unfolded_offset(text, offset)


@given(ANY, st.data())
def test_a_cut_falls_where_folding_says(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(fold(text))))
    at = unfolded_offset(text, offset)
    assert len(fold(text[:at])) >= offset
    assert at == len(text) or fold(text[at])
    ligature = len(fold(text[:at])) > offset
    assert not ligature or any(len(fold(c)) > 1 for c in text[:at])
