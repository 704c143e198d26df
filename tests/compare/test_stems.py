"""Stems: forms of one word are equal, other words are not; how much a word tells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.compare.stems import Vocabulary, overlap, stem
from tawthiq.fold import fold
from tawthiq.words import words

SAME = [
    ("المتظاهرون", "متظاهرين"),  # the demonstrators, demonstrators (oblique)
    ("والوزارة", "وزارة"),  # and the ministry, a ministry
    ("للمدينة", "المدينة"),  # to the city, the city
    ("بالقنبلة", "القنبلة"),  # with the bomb, the bomb
    ("صواريخها", "صواريخ"),  # its missiles, missiles
    ("كتيبتان", "كتيبتين"),  # two battalions (nominative, oblique)
]
OTHER = [
    ("حماة", "حماس"),  # Hama, Hamas
    ("والي", "ولي"),  # governor, guardian
    ("قتل", "قلت"),  # killed, I said
    ("بيان", "بين"),  # statement, between
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_forms_of_one_word_have_one_stem(a: str, b: str) -> None:
    assert stem(fold(a)) == stem(fold(b))


@pytest.mark.parametrize(("a", "b"), OTHER)
def test_other_words_keep_apart(a: str, b: str) -> None:
    assert stem(fold(a)) != stem(fold(b))


@given(st.text())
def test_any_word_has_a_stem(form: str) -> None:
    assert len(stem(form)) <= 20
    assert bool(stem(form)) == bool(form)


def test_words_of_structure_tell_nothing_names_tell_all(vocabulary: Vocabulary) -> None:
    told = vocabulary.stems(words("أعلن في دورتموند أن 17 جسرا"))  # it was announced in Dortmund that 17 bridges
    assert {"في", "ان"}.isdisjoint(told)
    assert told["دورتموند"] > 0.8 and told["17"] == 1.0
    assert 0 < told["جسر"] < 1


def test_overlap_is_a_share_of_each() -> None:
    assert overlap({"a": 1.0, "b": 1.0}, {"a": 1.0}) == (0.5, 1.0)
    assert overlap({}, {"a": 1.0}) == (0.0, 0.0)
