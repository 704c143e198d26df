"""What a stretch of an original says: the other half of every block's promise."""

import html
import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.page.markup import fold_html, fold_json, fold_markup, tag_name

TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=40)


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        ("ب<b>ي</b>ت", "بيت"),  # a word in two pieces
        ("one<br>two<BR/>three", "one two three"),
        ("a<p>b</p>c<div>d", "a b c d"),
        ("a <!-- b --> c<!-- <p> -->d", "a cd"),
        ("a<script>if (a<b) c('</p>')</script>b", "ab"),
        ("a<SCRIPT>x</SCRIPT >b<style>p{}</style>c", "abc"),
        ("&laquo;a&raquo;&nbsp;&nbsp;b&#1548; &#x060C;&amp;amp;", "«a» b، ،&amp;"),
        ("a<a title=\"x > y\" href='z>'>b</a>", "ab"),
        ("a < b <3 c", "a < b <3 c"),
        ("a</>b</ x>c<!doctype x>d<?php e ?>f", "abcdf"),
        ("a\0b\u00a0\n c", "ab c"),
        ("a<b", "a"),
        ("a<!-- never closed", "a"),
        ("a<script>never closed", "a"),
        ("a&#xD800;&#0;b", "a\ufffd\ufffdb"),
        ("", ""),
    ],
)
def test_html_without_its_markup(raw: str, said: str) -> None:
    assert fold_html(raw) == said


@given(TEXT)
def test_escaped_text_comes_back(text: str) -> None:
    assert fold_html(html.escape(text)) == " ".join(text.split())


@given(st.text())
def test_folding_any_html_never_fails(raw: str) -> None:
    assert fold_html(raw) == " ".join(fold_html(raw).split())


@given(st.text())
def test_json_strings_come_back(text: str) -> None:
    for escaped in (json.dumps(text)[1:-1], json.dumps(text, ensure_ascii=False)[1:-1]):
        folded = fold_json(escaped)
        paired = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        assert folded.replace("\ufffd", "") == paired.replace("\ufffd", "")
        folded.encode("utf-8")


@given(st.text(alphabet='\\u"dn8f0', max_size=12))
def test_folding_any_json_never_fails(raw: str) -> None:
    fold_json(raw).encode("utf-8")


def test_each_medium_has_its_own_folding() -> None:
    raw = 'a ""b"" \\n <b>c</b>'
    assert fold_markup(raw, "csv") == 'a "b" \\n <b>c</b>'
    assert fold_markup(raw, "text") == raw
    assert fold_markup(raw, "json").count("\n") == 1
    assert fold_markup(raw, "html") == 'a ""b"" \\n c'


@pytest.mark.parametrize(
    ("tag", "name"), [("<P>", "p"), ("</o:p >", "o:p"), ("<!-- p -->", ""), ("<amp-ad x>", "amp-ad")]
)
def test_names_of_tags(tag: str, name: str) -> None:
    assert tag_name(tag) == name


@pytest.mark.parametrize(
    "piece", ["<", "<a", "<a b='", '<a b="', "<!--", "<!-- -", "<script>", "</", "<a=", "&", "&#", "<textarea>"]
)
def test_time_is_linear_in_what_is_never_closed(piece: str) -> None:
    started = time.perf_counter()
    fold_html(piece * 200_000)
    assert time.perf_counter() - started < 2
