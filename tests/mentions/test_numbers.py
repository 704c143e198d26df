"""Numbers: digits of both kinds and number words of all genders and cases."""

import pytest

from tawthiq.lexicon import Lexicon
from tawthiq.mentions.numbers import figure, numbers
from tawthiq.text import analyse

FIGURES = [
    ("12", 12), ("1,200", 1200), ("1.200", 1200), ("1٬200", 1200), ("1.5", 1.5), ("3,5", 3.5),
    ("0.250", 0.25), ("4.8.2015", None), ("1,20,3", None), ("9" * 40, None), ("1." + "3" * 40, None),
]  # fmt: skip


@pytest.mark.parametrize(("form", "value"), FIGURES)
def test_digits(form: str, value: float | None) -> None:
    assert figure(form) == value


WORDED = [
    ("خمسة وعشرون جنديا", "خمسة وعشرون", 25),
    ("ثلاثة آلاف وخمسمئة وخمسة وعشرين نازحا", "ثلاثة آلاف وخمسمئة وخمسة وعشرين", 3525),
    ("ألفان وثمانية عشر", "ألفان وثمانية عشر", 2018),
    ("مئتي ألف لاجئ", "مئتي ألف", 200_000),
    ("مائة وثلاث نساء", "مائة وثلاث", 103),
    ("اثنتا عشرة امرأة", "اثنتا عشرة", 12),
    ("أحد عشر لاعبا", "أحد عشر", 11),
    ("ثلاث مئة وأربعون ألف دولار", "ثلاث مئة وأربعون ألف", 340_000),
    ("1.5 مليون شخص", "1.5 مليون", 1_500_000),
    ("30 ألفا", "30 ألفا", 30_000),
    ("17 ألفا و500 شخص", "17 ألفا و500", 17_500),
    ("مليون ونصف المليون", "مليون ونصف المليون", 1_500_000),
    ("نصف مليون نازح", "نصف مليون", 500_000),
    ("ألف وتسعمائة وثمانية وسبعون", "ألف وتسعمائة وثمانية وسبعون", 1978),
    ("١٢٠٠ قتيل", "١٢٠٠", 1200),
    ("بثلاثة وعشرين", "ثلاثة وعشرين", 23),
    ("الحادي والعشرين من", "الحادي والعشرين", 21),
    ("الثانية عشرة", "الثانية عشرة", 12),
]


@pytest.mark.parametrize(("phrase", "words", "value"), WORDED)
def test_a_compound_is_one_number(phrase: str, words: str, value: float, lexicon: Lexicon) -> None:
    (found,) = numbers(analyse(phrase, lexicon))
    assert (phrase[found.start : found.end], found.value) == (words, value)


APART = [
    ("ثلاثة جنود وأربعة مدنيين", [3, 4]),  # three soldiers and four civilians
    ("3 و5 جرحى", [3, 5]),  # 3, and 5 wounded
    ("ثلاثة وأربعة", [3, 4]),
    ("عشرون وثلاثون", [20, 30]),
    ("خمسة 7", [5, 7]),
]


@pytest.mark.parametrize(("phrase", "values"), APART)
def test_what_does_not_go_together_stays_apart(phrase: str, values: list[float], lexicon: Lexicon) -> None:
    assert [found.value for found in numbers(analyse(phrase, lexicon))] == values


VAGUE = [
    ("عشرات القتلى", "vague", 10),
    ("مئات الآلاف من النازحين", "vague", 100_000),
    ("آلاف المتظاهرين", "vague", 1000),
    ("بضعة آلاف", "few", 3000),
    ("بضعة جنود", "few", 3),
]


@pytest.mark.parametrize(("phrase", "kind", "least"), VAGUE)
def test_vague_numbers_have_a_least_value(phrase: str, kind: str, least: int, lexicon: Lexicon) -> None:
    (found,) = numbers(analyse(phrase, lexicon))
    assert (found.kind, found.value) == (kind, least)
