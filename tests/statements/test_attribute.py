"""Statements of any text: spans say what they quote, ids stay, hostile input does no harm."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawthiq.lexicon import Lexicon
from tawthiq.records import Statement
from tawthiq.rules import Trace
from tawthiq.statements.attribute import statements
from tawthiq.text import analyse
from tests.statements.conftest import Said

REPORT = (
    "رئيس البلدية: لن نغلق السوق\n"
    'قال رئيس البلدية أمس إن السوق "لن تغلق"، مضيفا أن الباعة باقون. وبحسب مصدر محلي فإن القرار نهائي.\n'
    "ونقلت وكالة محلية عن تاجر قوله إن الإيجار ارتفع."
)

HOSTILE = [
    "",
    "   \n\t ",
    "قال",
    "قال:",
    'قال: "',
    '"قال"',
    "«««««««",
    ": : : : :",
    "قال إن إن إن أن أن",
    "بحسب",
    "، بحسب ما",
    "نقلت عن عن عن",
    "وهو ما نفاه",
    "كما قال كما قال كما قال",
    "الذي الذي الذي قال إن",
    'قال «الوزير إن المعبر» مفتوح» و" وأضاف',
    "\u202eقال الوزير\u202c إن \u200fالمعبر\u200e مفتوح",
    "قـــال الوزيـــر إنّ المعبرَ مفتوحٌ.",
    "قال " + "رئيس " * 3000,
    "وأضاف أن " * 2000,
    '" ' * 2000 + "قال الوزير إن المعبر مفتوح",
    "قال الوزير، " * 1500,
]


def assert_sound(text: str, found: list[Statement]) -> None:
    for statement in found:
        spans = [statement.content, statement.cue, statement.source, statement.via, statement.hedge]
        for span in spans:
            if span is not None:
                assert 0 <= span.start < span.end <= len(text)
                assert text[span.start : span.end] == span.text
        assert statement.rule
        if statement.speaker is not None and statement.speaker.start is not None:
            assert text[statement.speaker.start : statement.speaker.end] == statement.speaker.text


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:20]))
def test_hostile_text_does_no_harm(said: Said, text: str) -> None:
    assert_sound(text, said(text))


def test_spans_say_what_they_quote(said: Said) -> None:
    found = said(REPORT)
    assert len(found) >= 4
    assert_sound(REPORT, found)


def test_contents_carry_no_marks_at_their_ends(said: Said) -> None:
    for statement in said(REPORT):
        assert statement.content.text.strip(" .،:؛") == statement.content.text


def test_statements_stand_in_reading_order_with_ids_of_their_own(said: Said) -> None:
    found = said(REPORT)
    assert len({s.id for s in found}) == len(found)
    assert [s.id for s in said(REPORT)] == [s.id for s in found]


def test_an_id_depends_on_the_report(lexicon: Lexicon) -> None:
    text = analyse(REPORT, lexicon)
    here, there = (statements(text, [], report, None) for report in ("one", "another"))
    assert {s.id for s in here}.isdisjoint(s.id for s in there)


def test_the_trace_says_which_rules_were_tried(lexicon: Lexicon) -> None:
    trace = Trace()
    statements(analyse("قال الوزير إن المعبر مفتوح.", lexicon, trace), [], "report", None)
    steps = [(step.rule, step.outcome) for step in trace.steps if step.stage == "statements"]
    assert ("verb-subject", "fired") in steps
    assert ("relayed", "did not fire") in steps


WORDS = [
    "قال", "وأضاف", "مؤكدا", "بحسب", "نقلت", "عن", "الوزير", "مصدر", "أن", "إن", "إلى", "ما", "الذي", "كما", "و",
    "«", "»", '"', ":", "،", ".", "(", ")", "-", "لم", "أمس", "فيما", "وهو", "نفاه", "في", "بيان", "المعبر", "\n",
]  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=40))
@settings(max_examples=150, deadline=None)
def test_any_order_of_words_gives_sound_spans(lexicon: Lexicon, order: list[str]) -> None:
    text = " ".join(order)
    assert_sound(text, statements(analyse(text, lexicon), [], "report", None))


@given(st.text(max_size=80))
@settings(max_examples=60, deadline=None)
def test_any_text_gives_sound_spans(lexicon: Lexicon, text: str) -> None:
    content = analyse(text, lexicon).content
    assert_sound(content, statements(analyse(text, lexicon), [], "report", None))
