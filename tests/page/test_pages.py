"""Pages written for the project, each with its golden pair in tests/pages, and real ones where they are at hand."""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tawthiq.capture.encoding import decode
from tawthiq.capture.files import sources
from tawthiq.page import read_page
from tawthiq.page.markup import fold_markup
from tawthiq.records import Block, Capture, Report

HERE = Path(__file__).parent.parent / "pages"
REAL = Path(__file__).parents[3] / "shared" / "pages"
GOLD = sorted(HERE.glob("*.json"))
REAL_GOLD = sorted(REAL.glob("*.json")) if REAL.is_dir() else []


def read(gold: Path) -> tuple[Capture, Report, list[Block]]:
    [capture] = sources([str(gold.with_suffix(".html"))])
    assert isinstance(capture, Capture)
    return capture, *read_page(capture)


def body(blocks: list[Block]) -> list[str]:
    return [block.text for block in blocks if block.role in ("body", "subheading", "quote")]


def wanted(gold: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(gold.read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("gold", GOLD, ids=lambda path: path.stem)
def test_golden_pairs(gold: Path) -> None:
    _, report, blocks = read(gold)
    page = wanted(gold)
    assert body(blocks) == page["body"]
    assert report.title == page["title"]
    assert (report.published or "")[:10] == page["published"]
    assert report.text == "\n".join([page["title"], *page["body"]])
    for field, name in (("outlet", "outlet"), ("section", "section"), ("byline", "author")):
        if page[name]:
            assert getattr(report, field) == page[name]
    assert not page["tags"] or report.tags == page["tags"]


def test_there_are_golden_pairs() -> None:
    assert len(GOLD) >= 8


@pytest.mark.parametrize("gold", GOLD + REAL_GOLD, ids=lambda path: path.stem)
def test_blocks_point_into_the_original(gold: Path) -> None:
    capture, report, blocks = read(gold)
    source = decode(capture.original, capture.encoding).text
    for block in blocks:
        assert fold_markup(source[block.source_start : block.source_end], capture.media) == block.text
        assert block.start is None or report.text[block.start : block.end] == block.text
    assert [block.source_start for block in blocks] == sorted(block.source_start for block in blocks)


@pytest.mark.skipif(not REAL_GOLD, reason="needs ../shared/pages")
@pytest.mark.parametrize("gold", REAL_GOLD, ids=lambda path: path.stem)
def test_real_pages(gold: Path) -> None:
    _, report, blocks = read(gold)
    page = wanted(gold)
    text = "\n".join(body(blocks))
    mine, theirs = (Counter(re.findall(r"\w+", words)) for words in (text, " ".join(page["body"])))
    assert 2 * sum((mine & theirs).values()) / (mine.total() + theirs.total()) >= 0.97
    squeezed = re.sub(r"\s", "", text)
    assert [words for words in page["not_body"] if re.sub(r"\s", "", words) in squeezed] == []
    assert re.sub(r"\s", "", report.title or "") == re.sub(r"\s", "", page["title"])
    assert (report.published or "")[:10] == page["published"]
