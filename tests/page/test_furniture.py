"""The furniture that ships: every entry fires on its examples and on none of the counter-examples."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tawthiq.errors import KnowledgeError
from tawthiq.knowledge import DATA
from tawthiq.page.furniture import Furniture, Phrases, bare, shipped

FILES = sorted((DATA / "furniture").glob("*.toml"))
ENTRIES: list[dict[str, Any]] = [
    entry for path in FILES for entry in tomllib.loads(path.read_text(encoding="utf-8")).get("furniture", ())
]


def matched(line: str) -> str | None:
    entry = shipped().match(line)
    return entry.id.removeprefix("furniture.") if entry else None


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["id"])
def test_entries_fire_on_their_examples(entry: dict[str, Any]) -> None:
    assert {line: matched(line) for line in entry["examples"]} == dict.fromkeys(entry["examples"], entry["id"])


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["id"])
def test_no_entry_fires_on_a_counter_example(entry: dict[str, Any]) -> None:
    assert {line: matched(line) for line in entry["not_examples"]} == dict.fromkeys(entry["not_examples"])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_entries_are_sorted(path: Path) -> None:
    for rows in tomllib.loads(path.read_text(encoding="utf-8")).values():
        assert [row["id"] for row in rows] == sorted({row["id"] for row in rows})


def test_phrases_are_many_and_said_once() -> None:
    said = [(entry["match"], bare(phrase)) for entry in ENTRIES for phrase in entry["phrases"]]
    assert len(said) >= 150
    assert all(phrase for _, phrase in said)
    assert [one for one in set(said) if said.count(one) > 1] == []


@pytest.mark.parametrize(
    ("line", "plain"),
    [
        ("  شاركْ — الخبر!  ", "شارك الخبر"),  # share the report, with a mark and a dash
        ("منذ ٣ ساعات", "منذ # ساعات"),  # three hours ago
        ("المصدر / وكالات", "المصدر : وكالات"),  # source: agencies
        ("1,204.5 مـشـاهـدة", "# مشاهده"),  # views
        ("***", ""),
    ],
)
def test_bare_form(line: str, plain: str) -> None:
    assert bare(line) == plain


def test_a_long_line_is_no_furniture_for_a_phrase_in_it() -> None:
    sentence = "قال المتحدث إن جميع الحقوق محفوظة في القانون الجديد " * 6  # all rights are kept in the new law
    assert matched(sentence) is None


def test_counts_beside_labels_do_not_hide_them() -> None:
    assert matched("(12) تعليق") == matched("تعليق") == "comments.count"  # comments


def test_a_folder_of_knowledge_of_ones_own(tmp_path: Path) -> None:
    (tmp_path / "furniture").mkdir()
    own = tmp_path / "furniture" / "own.toml"
    own.write_text('[[furniture]]\nid="x"\ngloss="g"\nrole="promo"\nmatch="whole"\nphrases=["صوت القرية"]\n', "utf-8")
    assert shipped(tmp_path).match("صوت القرية")
    own.write_text("[[furniture]]\nid =", "utf-8")
    shipped.cache_clear()
    with pytest.raises(KnowledgeError, match=r"own\.toml"):
        shipped(tmp_path)
    shipped.cache_clear()


def test_no_phrases_match_nothing() -> None:
    assert Furniture([]).match("شارك") is None
    assert Furniture([Phrases("x", "promo", "whole", [])]).match("") is None
