"""Words: each case is written as its own expected output, words parted by `|`, white space left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.fold import fold
from tawthiq.words import words


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("قال الوزير", "قال|الوزير"),  # the minister said
        ("قَالَ الـــوزيرُ", "قَالَ|الـــوزيرُ"),
        ("وصل 12 جنديا", "وصل|12|جنديا"),
        ("١٢٬٥٠٠ و3.5 و2,000", "١٢٬٥٠٠|و|3.5|و|2,000"),
        ("3.", "3|."),
        ("5+1", "5|+|1"),
        ("12.5.2019", "12.5.2019"),
        ("عربي21", "عربي|21"),  # Arabi21
        ("B52 وF-16", "B52|وF|-|16"),
        ("أ.ف.ب", "أ|.|ف|.|ب"),
        ("«نعم»، قال.", "«|نعم|»|،|قال|."),
        ("قال ـ وهو وزير ـ إن", "قال|ـ|وهو|وزير|ـ|إن"),
        ("لـ«الصباح»", "لـ|«|الصباح|»"),
        ("هـ", "هـ"),  # Hijri
        ("#غزة_تنتصر", "#|غزة|تنتصر"),
        ("دم\u200cشق", "دم\u200cشق"),  # a zero-width non-joiner parts no word
        ("و\u200fالوزير", "و\u200fالوزير"),  # nor does a direction mark inside it
        ("الوزير\u200f قال", "الوزير|قال"),  # one behind it is no part of it
        ("\u202bالوزير\u202c", "الوزير"),
        ("دمشق\u200bحلب", "دمشق|حلب"),  # a zero-width space parts words
        ("ﺍﻟﻮﺯﻳﺮ", "ﺍﻟﻮﺯﻳﺮ"),
        ("😀نعم", "😀|نعم"),
        ("دم\u200f\u064f\u200fشق", "دم\u200f\u064f\u200fشق"),
        ("\n \t\u00a0\u2003", ""),
        ("", ""),
    ],
)
def test_cuts(text: str, cut: str) -> None:
    assert "|".join(word.text for word in words(text)) == cut


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("قال 3 «نعم»", ["word", "number", "mark", "word", "mark"]),
        ("ـــ ـه َ", ["mark", "word", "mark"]),
    ],
)
def test_kinds(text: str, kinds: list[str]) -> None:
    assert [word.kind for word in words(text)] == kinds


@pytest.mark.parametrize(
    ("text", "form"),
    [("الإِمـارات", "الامارات"), ("١٢٬٥", "12٬5"), ("BBC", "bbc"), ("ـــ", "-"), ("ﷲ", "الله"), ("َ", "")],
)
def test_forms(text: str, form: str) -> None:
    assert [word.form for word in words(text)] == [form]


HOSTILE = st.text('قالوزيرabB1٢ .،«»"ـَّ\u200b\u200c\u200e\u200f\u202b\u202c\u2066\ufeff\u00ad\n_#ﻻ😀', max_size=50)


@given(st.one_of(HOSTILE, st.text(max_size=40)))
def test_words_say_what_stands_at_their_place(text: str) -> None:
    behind = 0
    for word in words(text):
        assert behind <= word.start < word.end <= len(text)
        assert text[word.start : word.end] == word.text
        assert not any(character.isspace() for character in word.text)
        assert word.form == fold(word.text) or (word.text.strip("ـ"), word.form) == ("", "-")
        behind = word.end


@given(st.one_of(HOSTILE, st.text(max_size=40)))
def test_no_letter_and_no_digit_is_lost(text: str) -> None:
    inside = {at for word in words(text) for at in range(word.start, word.end)}
    assert [c for at, c in enumerate(text) if (c.isalpha() or c.isdecimal()) and at not in inside] == []


DROPPED = [chr(code) for code in range(0x10000) if chr(code) != "\u200b" and fold(chr(code)) == ""]


@given(st.text("قالوزيرحكمة", min_size=2, max_size=8), st.lists(st.sampled_from(DROPPED)), st.data())
def test_what_folding_drops_parts_no_word(word: str, marks: list[str], data: st.DataObject) -> None:
    at = data.draw(st.integers(1, len(word) - 1))
    (found,) = words(word[:at] + "".join(marks) + word[at:])
    assert found.form == fold(word)


def test_all_marks_that_folding_drops_are_tried() -> None:
    assert len(DROPPED) > 80
