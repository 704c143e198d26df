"""The text model: what stands where, asked by offset and by word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.knowledge import Entry
from tawthiq.lexicon import Lexicon, compile_entries
from tawthiq.text import analyse

LEXICON = Lexicon(
    compile_entries(
        [
            Entry("cue", "cue.say", "said", {"verb": "قال"}),
            Entry("title", "title.minister", "minister", {"noun": "وزير"}),
            Entry("tie", "tie.minister", "minister", {"noun": "وزير"}),
        ],
        {"قال": 71},
    ),
    "test",
)
CONTENT = "قال الوزير: «نعم. لا».\nوأضاف ـ أمس ـ: لا"
TEXT = analyse(CONTENT, LEXICON)


def test_matches_by_layer_and_by_word() -> None:
    assert [match.entry.id for match in TEXT.layer("cue")] == ["cue.say"]
    assert TEXT.layer("nothing") == []
    assert sorted(match.entry.layer for match in TEXT.at(1)) == ["tie", "title"]
    assert [match.entry.id for match in TEXT.at(1, "title")] == ["title.minister"]
    assert TEXT.at(1, "cue") == TEXT.at(99) == TEXT.at(-1) == ()


@pytest.mark.parametrize(
    ("offset", "word"),
    [(0, "قال"), (2, "قال"), (3, "الوزير"), (4, "الوزير"), (9, "الوزير"), (10, ":"), (11, "«"), (22, "وأضاف")],
)
def test_the_word_at_an_offset_or_behind_it(offset: int, word: str) -> None:
    assert TEXT.words[TEXT.word_at(offset)].text == word


def test_behind_the_last_word_there_is_none() -> None:
    assert TEXT.word_at(len(CONTENT)) == len(TEXT.words)


def test_the_sentence_of_an_offset() -> None:
    assert [CONTENT[s.start : s.end] for s in TEXT.sentences] == CONTENT.split("\n")
    line_end = CONTENT.index("\n")
    assert [TEXT.sentence_of(at) for at in (0, line_end - 1, line_end, line_end + 1)] == [0, 0, 0, 1]
    assert TEXT.sentence_of(10_000) == 1


def test_the_words_of_a_sentence() -> None:
    first, second = (TEXT.words_of(sentence) for sentence in TEXT.sentences)
    assert (first.start, first.stop, second.start, second.stop) == (0, 9, 9, len(TEXT.words))
    assert TEXT.words[9].text == "وأضاف"


def test_the_quotation_of_an_offset() -> None:
    start, end = CONTENT.index("«"), CONTENT.index("»")
    quotation = TEXT.quotation_at(start)
    assert quotation and CONTENT[quotation.start : quotation.end] == "«نعم. لا»"
    assert TEXT.quotation_at(end) == quotation
    assert TEXT.quotation_at(start - 1) is TEXT.quotation_at(end + 1) is None


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [(0, 3, "قال"), (3, 11, "الوزير:"), (3, 4, ""), (22, 23, ""), (5, 5, ""), (0, 0, "")],
)
def test_a_span_says_what_it_holds_without_white_space(start: int, end: int, text: str) -> None:
    span = TEXT.span(start, end)
    assert (span.text, CONTENT[span.start : span.end]) == (text, text)
    assert start <= span.start <= span.end <= max(end, start)


def test_the_span_of_words() -> None:
    assert TEXT.span_of(0, 2).text == "قال الوزير"


@pytest.mark.parametrize("content", ["", "\n", "  \n ", "؟", "\u200f"])
def test_a_text_of_nothing(content: str) -> None:
    text = analyse(content, LEXICON)
    assert (text.matches, text.quotations) == ([], [])
    assert text.word_at(0) == text.sentence_of(0) == 0


def test_how_common_a_word_is() -> None:
    assert (LEXICON.zipf("قال"), LEXICON.zipf("لا")) == (7.1, 0)


@given(st.text('قالوزير .،«»"\n\u200fَـ1', max_size=60), st.data())
def test_words_and_sentences_agree(content: str, data: st.DataObject) -> None:
    text = analyse(content, LEXICON)
    for number, sentence in enumerate(text.sentences):
        for at in text.words_of(sentence):
            word = text.words[at]
            assert sentence.start <= word.start < word.end <= sentence.end
            assert text.sentence_of(word.start) == number
    assert sum(len(text.words_of(sentence)) for sentence in text.sentences) == len(text.words)
    offset = data.draw(st.integers(0, len(content)))
    at = text.word_at(offset)
    assert at == len(text.words) or text.words[at].end > offset
    assert at == 0 or text.words[at - 1].end <= offset
