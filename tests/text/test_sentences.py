"""Sentences: each case is written as its own expected output, `|` standing where a sentence begins or ends."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.text.quotes import quotations
from tawthiq.text.sentences import LONGEST, RULES, sentences
from tawthiq.words import words


def cut(text: str) -> list[tuple[int, int]]:
    return [(sentence.start, sentence.end) for sentence in sentences(text, quotations(text))]


def marked(text: str) -> str:
    """The text with `|` at the ends of its sentences, those at its own ends left out."""
    places = sorted({place for pair in cut(text) for place in pair} - {0, len(text)})
    pieces = [text[a:b] for a, b in pairwise([0, *places, len(text)])]
    return "|".join(pieces)


@pytest.mark.parametrize(
    "case",
    [
        "قال الوزير.| |وأضاف",
        "هل وصل؟| |نعم!| |عاد أمس.",
        "وصل الوفد…| |ثم غادر",
        "وصل الوفد...|ثم غادر",
        "هل وصل؟!| |لا.",
        "سطر أول|\n|سطر ثان",
        "سطر أول.|  \n \n |سطر ثان",
        "بلغت النسبة 3.5 في المئة.| |وارتفعت",  # a point inside a number
        "موقع العربية.نت نشر الخبر.| |وحذفه",  # inside a name
        "قال د. سامي حداد إن الطريق مفتوح.| |وأضاف",  # Dr.
        "قال أ. د. سامي حداد.| |وأضاف",  # Prof. Dr.
        "قالت وكالة (أ. ف. ب) إن الوفد وصل.| |وأضافت",  # AFP
        "1. وقف النار|\n|2. عودة النازحين",  # items of a list: cease-fire, return of the displaced
        "اتفق الطرفان على:|\n|1. وقف النار|\n|12. عودة النازحين",
        "وقع الحادث في 2019.| |ثم عاد",  # a year at the end is no item of a list
        "قال: «سنعود. لن نتأخر. هذا وعد».| |وغادر",  # a quotation is not cut
        'قال: "سنعود. لن نتأخر".| |ثم غادر',
        "قال: «سنعود».| |ثم قال: «لن نتأخر».| |وغادر",
        "قال: «سنعود. »، وغادر.| |وصمت",
        "قال «انتهى الأمر...»، وغادر.| |وصمت",
        "وصل (مع وفد. كبير) إلى العاصمة.| |وغادر",
        "(وصل الوفد.)| |وغادر",
        "انتهى البيان. ***",  # marks alone are no sentence
        'انتهى البيان. "|\n|وأضاف',
        "...|وأضاف",
        "قال.|\u00a0|وأضاف",  # a no-break space
        "قال.|\u2003|وأضاف",  # an em space
        "قال.|\t|وأضاف",
        "قال.وأضاف",  # no space: no break is guessed
        "قال ، ثم أضاف ؛ وختم : نعم",
        "",
    ],
)
def test_breaks(case: str) -> None:
    assert marked(case.replace("|", "")) == case


@pytest.mark.parametrize("text", ["", " ", "\n\n", " \n\t\n ", "\u00a0"])
def test_white_space_is_no_sentence(text: str) -> None:
    assert cut(text) == []


@pytest.mark.parametrize("mark", ["«", '"', "“", "”", "''", "(", "»", "‘‘"])
def test_one_odd_mark_never_swallows_the_report(mark: str) -> None:
    text = f"قال {mark}الوزير إن الطريق مفتوح.\nوأضاف أن الجسر مغلق.\nوختم بالشكر."
    assert len(cut(text)) == 3
    line = f"قال {mark}الوزير إن الطريق مفتوح. وأضاف أن الجسر مغلق. وختم بالشكر."
    assert len(cut(line)) == 3


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("inside_quotation", "«نعم. لا»"),
        ("abbreviation", "د. سامي"),
        ("list_number", "1. بند"),
        ("inside_brackets", "(نعم. لا)"),
        ("nothing_behind", "نعم. *"),
    ],
)
def test_each_rule_has_its_case(rule: str, text: str) -> None:
    assert rule in {function.__name__ for function in RULES}
    assert len(cut(text)) == 1
    assert len(cut(re.sub(r"[«»()]|^د|^1", "قال ", text.replace("*", "ثم")))) == 2


ALPHABET = "قال وب.؟!… \n\t«»\"“”'()د1\u00a0\u200f"


@given(st.text(ALPHABET, max_size=80))
def test_sentences_are_ordered_apart_and_trimmed(text: str) -> None:
    found = cut(text)
    for start, end in found:
        assert text[start:end] == text[start:end].strip() != ""
        assert "\n" not in text[start:end]
    assert all(a[1] <= b[0] for a, b in pairwise(found))


@given(st.text(ALPHABET, max_size=80))
def test_no_letter_is_outside_the_sentences(text: str) -> None:
    inside = {at for start, end in cut(text) for at in range(start, end)}
    assert [at for at, character in enumerate(text) if not character.isspace() and at not in inside] == []


@pytest.mark.parametrize("piece", ["قال إن ", "«", "قال،", "قالَ", "\u200f ", "(نعم. "])
def test_what_never_ends_is_cut_between_words(piece: str) -> None:
    text = piece * 3 * LONGEST
    found = cut(text)
    assert max(end - start for start, end in found) <= LONGEST or piece == "قالَ"
    inside = {at for word in words(text) for at in range(word.start + 1, word.end)}
    assert not inside & {place for pair in found for place in pair}


def test_a_word_without_end_is_not_cut() -> None:
    text = "قال " + "ا" * 3 * LONGEST + " نعم."
    assert [text[start:end].strip("ا") for start, end in cut(text)] == ["قال", "", "نعم."]


def test_the_longest_natural_sentence_is_left_whole() -> None:
    assert len(cut("قال إن الطريق مفتوح و" * (LONGEST // 22))) == 1
