"""Clitics: which readings of a word are offered, in which order, and which never are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.clitics import ENCLITICS, PROCLITICS, Split, splits
from tawthiq.fold import fold

LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويء"


@pytest.mark.parametrize(
    ("word", "reading"),
    [
        ("وقال", ("و", "قال", "")),  # and he said
        ("فقالت", ("ف", "قالت", "")),  # so she said
        ("سيزور", ("س", "يزور", "")),  # he will visit
        ("وسيزور", ("وس", "يزور", "")),
        ("بدمشق", ("ب", "دمشق", "")),  # in Damascus
        ("لبغداد", ("ل", "بغداد", "")),  # to Baghdad
        ("ولبغداد", ("ول", "بغداد", "")),
        ("كوزير", ("ك", "وزير", "")),  # as a minister
        ("الوزير", ("ال", "وزير", "")),  # the minister
        ("والوزير", ("وال", "وزير", "")),
        ("بالوزير", ("بال", "وزير", "")),
        ("وبالوزير", ("وبال", "وزير", "")),
        ("للوزير", ("لل", "وزير", "")),  # to the minister: the alef of ال is not written
        ("للرياض", ("ل", "الرياض", "")),  # to Riyadh: the ل has swallowed the name's own article
        ("وللرياض", ("ول", "الرياض", "")),
        ("وزيرها", ("", "وزير", "ها")),  # her minister
        ("لوزيرهم", ("ل", "وزير", "هم")),  # to their minister
        ("حكومته", ("", "حكومه", "ه")),  # his government: ت was ة
        ("قتلوهم", ("", "قتلوا", "هم")),  # they killed them: the silent alef is gone
        ("التقاه", ("", "التقي", "ه")),  # he met him: ا was ى
        ("لقائه", ("", "لقاء", "ه")),  # his meeting: ئ was ء
        ("لقاؤهما", ("", "لقاء", "هما")),
    ],
)
def test_a_reading_is_offered(word: str, reading: tuple[str, str, str]) -> None:
    assert Split(*reading) in splits(fold(word))


@pytest.mark.parametrize(
    ("word", "reading"),
    [
        ("والي", ("و", "ا", "لي")),  # governor
        ("به", ("", "ب", "ه")),  # in it: no stem of one letter
        ("له", ("", "ل", "ه")),
        ("وزيرها", ("", "وزيره", "ا")),  # no such pronoun
        ("الوزيرها", ("ال", "وزير", "ها")),  # the article and a pronoun exclude each other
        ("للوزيرها", ("لل", "وزير", "ها")),
        ("و", ("و", "", "")),
    ],
)
def test_a_reading_is_never_offered(word: str, reading: tuple[str, str, str]) -> None:
    assert Split(*reading) not in splits(fold(word))


@pytest.mark.parametrize("word", ["والي", "بيان", "فريق", "لقاء", "كتيبه", "سلام", "ا", ""])
def test_the_whole_word_comes_first(word: str) -> None:
    assert splits(word)[0] == Split("", word)


@pytest.mark.parametrize(
    ("before", "classes"),
    [
        ("س", {"verb"}),  # will
        ("ال", {"noun"}),
        ("لل", {"noun"}),
        ("ب", {"noun", "name", "phrase"}),
        ("و", {"verb", "noun", "name", "phrase"}),
    ],
)
def test_what_a_proclitic_may_stand_before(before: str, classes: set[str]) -> None:
    assert PROCLITICS[before] == classes


@given(st.text(LETTERS, max_size=12))
def test_every_reading_spells_the_word(word: str) -> None:
    for split in splits(word):
        assert split.before in PROCLITICS
        assert split.after in ("", *ENCLITICS)
        assert word.startswith(split.before)
        assert word.endswith(split.after)
        if not split.after:
            assert split.before + split.stem == word or split.before + split.stem.removeprefix("ا") == word


@given(st.text(LETTERS, max_size=12))
def test_readings_without_a_pronoun_come_before_those_with(word: str) -> None:
    pronouns = [bool(split.after) for split in splits(word)]
    assert pronouns == sorted(pronouns)
