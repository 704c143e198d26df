"""Rows of JSON and CSV: their lines as given, each with its place in the row."""

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.errors import SourceError
from tawthiq.page import read_page
from tawthiq.page.markup import fold_markup
from tawthiq.records import Block, Capture, Report

LINES = st.text(alphabet=st.sampled_from('قال ب"\\\n\r\t,/\u00a0\u2028\U0001f600a'), max_size=40)


def capture(original: str, media: str, **given: str) -> Capture:
    return Capture("0" * 64, original.encode(), media, "k", given=given)


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def wanted(title: str, text: str) -> str:
    heading, body = lines(title), lines(text)
    return "\n".join(heading + (body[1:] if body and " ".join(heading) == body[0] else body))


def checked(row: Capture) -> tuple[Report, list[Block]]:
    report, blocks = read_page(row)
    source = row.original.decode()
    for block in blocks:
        assert fold_markup(source[block.source_start : block.source_end], row.media) == block.text
        assert report.text[block.start : block.end] == block.text
    return report, blocks


@given(LINES, LINES, st.booleans())
def test_json_rows_say_what_they_were_given(title: str, text: str, plain: bool) -> None:
    row = json.dumps({"n": [{"text": "no"}], "title": title, "text": text, "z": {"title": "no"}}, ensure_ascii=plain)
    if lines(title) or lines(text):
        assert checked(capture(row, "json"))[0].text == wanted(title, text)


@given(LINES, LINES)
def test_csv_rows_say_what_they_were_given(title: str, text: str) -> None:
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow(["7", title, text])
    row = capture(out.getvalue(), "csv", columns='{"title": 1, "text": 2, "delimiter": ","}')
    if lines(title) or lines(text):
        assert checked(row)[0].text == wanted(title, text)


def test_a_title_said_again_stands_once() -> None:
    row = json.dumps({"title": "فتح المعبر", "text": "  فتح المعبر \nعبرت ثلاثون شاحنة."})  # the crossing opened
    report, blocks = checked(capture(row, "json"))
    assert report.text == "فتح المعبر\nعبرت ثلاثون شاحنة."
    assert [block.role for block in blocks] == ["title", "body"]


def test_text_may_be_a_list_of_paragraphs_and_keys_may_come_twice() -> None:
    row = '{"text": "old", "title": "t", "text": ["a", "b\\nc"]}'
    assert checked(capture(row, "json"))[0].text == "t\na\nb\nc"


def test_tails_of_other_sites_stay_in_the_text_as_given() -> None:
    row = json.dumps({"title": "عنوان", "text": "نص الخبر هنا.\nالوسوم\nشارك"})
    assert checked(capture(row, "json"))[0].text == "عنوان\nنص الخبر هنا.\nالوسوم\nشارك"


def test_a_row_without_text_is_an_error() -> None:
    with pytest.raises(SourceError, match="k: no text in it"):
        read_page(capture('{"title": " ", "text": {"a": "b"}}', "json"))


def test_what_the_row_says_of_the_report_is_kept() -> None:
    row = capture('{"text": "a"}', "json", outlet="المرفأ", published="2020-05-01")
    report, _ = checked(row)
    assert (report.outlet, report.published, report.published_from) == ("المرفأ", "2020-05-01", "given")
