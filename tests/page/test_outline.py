"""The outline of a page: its elements, its text in stretches, whatever the markup."""

import time

import pytest
from generated_pages import PAGES
from hypothesis import given

from tawthiq.page.markup import fold_html
from tawthiq.page.outline import outline


def said(source: str) -> list[str]:
    return [stretch.text for stretch in outline(source).stretches if stretch.text]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p>a<p>b", ["a", "b"]),
        ("<div>a<br>b<br/>c</div>", ["a", "b", "c"]),
        ("<p>a <b>b</p><p>c</b> d", ["a b", "c d"]),
        ("<ul><li>a<li>b</ul>c", ["a", "b", "c"]),
        ("<p>a<script>document.write('<p>b')</script> c</p>", ["a c"]),
        ("<p>a <!-- </p><p> --> b</p>", ["a b"]),
        ("<div>a<noscript><p>b</p></noscript>c<svg><title>d</title></svg></div>", ["a", "c"]),
        ("<a href=1>a</a><a href=2>b</a>", ["a", "b"]),
        ("<p>see <a href=1>a</a> <a href=2>b</a> too", ["see a b too"]),
        ("<textarea><p>a</p></textarea>b<iframe>c</iframe>d", ["b", "d"]),
        ("<table><tr><td>a</div></td><td>b</table>c", ["a", "b", "c"]),
        ("a</body></html>b", ["a", "b"]),
        ("", []),
        ("<><<a", ["<><"]),
    ],
)
def test_stretches(source: str, text: list[str]) -> None:
    assert said(source) == text


@given(PAGES)
def test_every_stretch_says_what_its_source_says(source: str) -> None:
    page = outline(source)
    behind = 0
    for stretch in page.stretches:
        assert behind <= stretch.start < stretch.end <= len(source)
        assert fold_html(source[stretch.start : stretch.end]) == stretch.text
        assert 0 <= stretch.linked <= stretch.size
        behind = stretch.end


@given(PAGES)
def test_elements_lie_inside_each_other(source: str) -> None:
    for node in outline(source).nodes:
        assert 0 <= node.start <= node.end <= len(source)
        assert node.parent is None or node.parent.start <= node.start <= node.end <= node.parent.end


def test_a_link_never_closed_ends_with_its_paragraph() -> None:
    first, second = outline("<div><p><a href=x>a</p><p>b</p></div>").stretches
    assert (first.linked, second.linked) == (1, 0)


def test_end_tags_stay_inside_their_cell() -> None:
    page = outline("<div><table><tr><td></div>a</td><td>b</td></tr></table></div>c")
    assert [stretch.node.name for stretch in page.stretches] == ["td", "td", ""]


@pytest.mark.parametrize(
    "source",
    [
        "<div>" * 200_000 + "a",
        "<div>" * 10_000 + "<p>a</p>" * 10_000 + "</div>" * 10_000,
        "<table>" * 20_000 + "<td></table>" * 20_000,
        "<div><td>" + "<section>" * 20_000 + "</div>" * 20_000,
        "<p>a" * 100_000,
        "<a href=x>" * 100_000,
        "<p title='" + "a" * 5_000_000 + "'>b",
        "<p>" + "a b " * 1_000_000,
    ],
    ids=lambda source: source[:12],
)
def test_hostile_pages_take_linear_time(source: str) -> None:
    started = time.perf_counter()
    outline(source)
    assert time.perf_counter() - started < 5
