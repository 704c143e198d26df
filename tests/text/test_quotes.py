"""Quotations: each case is written as its own expected output, `[…]` around what is quoted, marks included."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.text.quotes import quotations


def marked(text: str) -> str:
    """The text with brackets around its quotations."""
    for quotation in reversed(quotations(text)):
        inside = text[quotation.start : quotation.end]
        text = f"{text[: quotation.start]}[{inside}]{text[quotation.end :]}"
    return text


WELL_FORMED = [
    "قال [«سنعود»] ثم غادر",
    "قال [“سنعود”] ثم غادر",
    "قال [”سنعود“] ثم غادر",  # curly marks the other way round
    "قال [”سنعود”] ثم غادر",
    'قال ["سنعود"] ثم غادر',
    "قال [''سنعود''] ثم غادر",
    "قال [‘‘سنعود’’] ثم غادر",
    'قال [""سنعود""] ثم غادر',  # doubled, as when CSV is copied
    "[«الف»] و[«باء»] و[«تاء»]",
    'قال لـ["الصباح"] إن ["الطريق مفتوح"]',
    "قال [« سنعود »] ثم غادر",
    "وصل [“معرض 36″] إلى العاصمة",  # a double prime for a closing mark
    "لا اقتباس هنا",
    "",
]
NESTED = [  # the outermost is the quotation
    "قال [«هذا «وعد» منا»] وغادر",
    "قال [«هذا “وعد” منا»] وغادر",
    'قال ["هذا «وعد» منا"] وغادر',
    'قال [«هذا "وعد" منا»] وغادر',
    "قال [«أ «ب «ج» د» ه»] وغادر",
]
ODD = [  # a mark without its partner is left alone; what is well formed beside it is not
    "قال «سنعود ثم غادر",
    "قال سنعود» ثم غادر",
    'قال "سنعود ثم غادر',
    "قال “سنعود ثم غادر",
    'قال سنعود". وأضاف: ["لن نتأخر"]',
    'قال "سنعود ثم قال ["لن نتأخر"] وغادر',
    'قال ["سنعود"] ثم قال "لن نتأخر',
    "قال «هذا [«وعد»] منا",
    "قال [«سنعود»]» ثم غادر",
    "قال “سنعود» ثم غادر",
    '"',
    "«",
    "»»«",
]
GLUED = [  # as keyboards set it behind an attached preposition or the article
    "صرح لـ[»الصباح»] أمس",
    "صرح ل[»الصباح»] أمس",
    "قراء ال[»صباح»] و[«المساء»]",
]


@pytest.mark.parametrize("case", WELL_FORMED + NESTED + ODD + GLUED)
def test_quotations(case: str) -> None:
    assert marked(case.replace("[", "").replace("]", "")) == case


@pytest.mark.parametrize("mark", ["«", "»", '"', "“", "”", "''", "‘‘", "″"])
def test_no_quotation_goes_over_a_line_end(mark: str) -> None:
    assert quotations(f"قال {mark}الوزير\nوأضاف{mark} ثم غادر") == []


def test_an_odd_mark_leaves_the_other_paragraphs_alone() -> None:
    text = 'قال "الوزير\nوأضاف "نعم" ثم غادر\nوختم «بكلمة»'
    assert marked(text) == 'قال "الوزير\nوأضاف ["نعم"] ثم غادر\nوختم [«بكلمة»]'


@pytest.mark.parametrize(
    ("text", "inner"), [("قال «سنعود»", "سنعود"), ("''سنعود''", "سنعود"), ('""سنعود""', "سنعود"), ("«»", "")]
)
def test_the_inside_is_without_the_marks(text: str, inner: str) -> None:
    (quotation,) = quotations(text)
    assert text[quotation.inner_start : quotation.inner_end] == inner


@given(st.text("قال وب.،:([]) \n«»\"“”„″''‘’", max_size=60))
def test_quotations_are_ordered_apart_and_closed(text: str) -> None:
    found = quotations(text)
    for quotation in found:
        start, end, inner_start, inner_end = quotation
        assert 0 <= start < inner_start <= inner_end < end <= len(text)
        assert "\n" not in text[start:end]
    assert all(a.end <= b.start for a, b in pairwise(found))


@given(st.lists(st.sampled_from(["قال «نعم» ثم", "قال", 'صرح "لا" أمس', "(نعم)"]), max_size=8))
def test_lines_are_read_apart(lines: list[str]) -> None:
    assert len(quotations("\n".join(lines))) == sum(len(quotations(line)) for line in lines)
