"""Sources: files, folders, stdin; what cannot be read is one clear line and the rest goes on."""

import hashlib
import io
import json
import tracemalloc
from collections.abc import Mapping
from pathlib import Path

import pytest

from tawthiq.capture.files import capture_of, sources
from tawthiq.capture.lines import MAX_BYTES
from tawthiq.errors import SourceError
from tawthiq.page import read_page
from tawthiq.records import Capture

TITLE = "افتتاح جسر في الشمال"  # a bridge opened in the north
TEXT = "افتتح الوزير الجسر صباح أمس.\nوحضر الأهالي."  # the minister opened it; the people came
ROW = {"key": "k1", "outlet": "المرفأ", "published": "2020-05-01", "title": TITLE, "text": TEXT}


def found(*paths: object, columns: Mapping[str, str] | None = None, stdin: bytes = b"") -> list[Capture | str]:
    """Captures, and the words of errors."""
    all_of_them = sources(map(str, paths), columns, io.BytesIO(stdin))
    return [str(one) if isinstance(one, SourceError) else one for one in all_of_them]


def kept(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def text_of(capture: Capture | str) -> str:
    assert isinstance(capture, Capture), capture
    return read_page(capture)[0].text


def test_a_file_is_kept_as_it_is(tmp_path: Path) -> None:
    path = kept(tmp_path, "a.txt", f"{TITLE}\n\n{TEXT}")
    [capture] = found(path)
    assert isinstance(capture, Capture)
    assert (capture.key, capture.media, capture.original) == ("a.txt", "text", path.read_bytes())
    assert capture.id == hashlib.sha256(path.read_bytes()).hexdigest()


def test_folders_are_walked_in_order_without_hidden_and_foreign_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.html", "a/c.htm", ".git/x.txt", "a/style.css", "pic.jpg"):
        kept(tmp_path, name, f"<p>{TEXT}")
    captures = [one for one in found(tmp_path) if isinstance(one, Capture)]
    assert [capture.key for capture in captures] == ["a/c.htm", "a/z.html", "b.txt"]
    assert [capture.media for capture in captures] == ["html", "html", "text"]


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\n\t", "empty"),
        ("a.html", bytes(4000), "empty"),
        ("a.txt", b"%PDF-1.7 ...", "not text (PDF)"),
        ("a.html", b"PK\x03\x04" + bytes(range(256)) * 9, "zip archive"),
        ("a.txt", bytes(range(256)) * 40, "not text (binary)"),
        ("a.jsonl", b"", "empty"),
        ("a.json", b"[]", "no rows"),
        ("a.csv", b"title,text\n", "no rows"),
        ("a.json", b"not json at all", "no rows"),
    ],
)
def test_bad_files_are_one_line(tmp_path: Path, name: str, content: bytes, says: str) -> None:
    [error] = found(kept(tmp_path, name, content))
    assert isinstance(error, str)
    assert says in error
    assert "\n" not in error


def test_missing_files_and_empty_folders(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    missing, nothing = found(tmp_path / "no.txt", tmp_path / "empty")
    assert "no such file" in str(missing)
    assert "in this folder" in str(nothing)


def test_the_rest_goes_on_behind_a_bad_source(tmp_path: Path) -> None:
    bad, good = kept(tmp_path, "a.txt", b""), kept(tmp_path, "b.txt", TEXT)
    assert [isinstance(one, Capture) for one in found(bad, tmp_path / "none", good)] == [False, False, True]


def test_files_longer_than_a_report_are_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "long.html"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    assert found(path) == ["long.html: longer than 16 MB"]


def test_rows_are_captured_with_their_own_bytes(tmp_path: Path) -> None:
    lines = [json.dumps(ROW, ensure_ascii=False), json.dumps(ROW | {"key": "k2"})]
    captures = found(kept(tmp_path, "a.jsonl", "\n".join(lines)))
    assert [one.key for one in captures if isinstance(one, Capture)] == ["k1", "k2"]
    first = captures[0]
    assert isinstance(first, Capture)
    assert first.original == lines[0].encode()
    assert first.given["outlet"] == "المرفأ"
    assert [text_of(one) for one in captures] == [f"{TITLE}\n{TEXT}"] * 2


def test_malformed_lines_are_named_and_passed_over(tmp_path: Path) -> None:
    good = json.dumps(ROW)
    content = "\n".join([good, '{"text": ', "[]", '{"a": 1}', "", "nonsense", good, '{"text": "' + "[" * 9])
    captures = found(kept(tmp_path, "rows.jsonl", content))
    assert [one.partition(": ")[0] for one in captures if isinstance(one, str)] == [
        "rows.jsonl:2", "rows.jsonl:3", "rows.jsonl:4", "rows.jsonl:6", "rows.jsonl:8",
    ]  # fmt: skip
    assert sum(isinstance(one, Capture) for one in captures) == 2
    assert "no text in this row (it has: a)" in str(captures[3])


def test_nested_too_deeply_is_an_error(tmp_path: Path) -> None:
    content = '{"text": ' + "[" * 100_000 + "]" * 100_000 + "}\n" + json.dumps(ROW)
    error, good = found(kept(tmp_path, "rows.jsonl", content))
    assert "nested too deeply" in str(error)
    assert isinstance(good, Capture)


def test_ids_stand_in_for_keys_and_lines_for_both(tmp_path: Path) -> None:
    rows = [{"id": 7, "text": TEXT}, {"text": TEXT}]
    captures = found(kept(tmp_path, "a.jsonl", "\n".join(map(json.dumps, rows))))
    assert [one.key for one in captures if isinstance(one, Capture)] == ["7", "a.jsonl:2"]


def test_other_names_for_columns(tmp_path: Path) -> None:
    row = {"headline": TITLE, "content": TEXT, "site": "المرفأ"}
    names = {"title": "headline", "text": "content", "outlet": "site"}
    as_json = found(kept(tmp_path, "a.jsonl", json.dumps(row)), columns=names)
    as_csv = found(kept(tmp_path, "a.csv", f'site,content,headline\nالمرفأ,"{TEXT}",{TITLE}'), columns=names)
    assert [text_of(one) for one in as_json + as_csv] == [f"{TITLE}\n{TEXT}"] * 2


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1256"])
@pytest.mark.parametrize("name", ["a.csv", "a.jsonl", "a.json"])
def test_rows_in_other_encodings(tmp_path: Path, name: str, encoding: str) -> None:
    row = {"title": TITLE, "text": TEXT}
    one = json.dumps(row, ensure_ascii=False)
    content = {
        "a.csv": f'title;text\r\n{TITLE};"{TEXT}"\r\n{TITLE};"{TEXT}"\r\n',
        "a.jsonl": f"{one}\n{one}\n",
        "a.json": f"[\n{one},\n{one}]",
    }[name]
    captures = found(kept(tmp_path, name, content.encode(encoding)))
    assert [text_of(capture) for capture in captures] == [f"{TITLE}\n{TEXT}"] * 2


def test_csv_rows_that_do_not_fit_the_header(tmp_path: Path) -> None:
    content = f'key,title,text\n1,{TITLE},"{TEXT}"\n2,too,many,cells\n3,few\n4,,{TITLE}'
    captures = found(kept(tmp_path, "a.csv", content))
    assert [str(one) for one in captures if isinstance(one, str)] == [
        "a.csv:4: 4 cells under a header of 3", "a.csv:5: 2 cells under a header of 3",
    ]  # fmt: skip
    assert text_of(captures[-1]) == TITLE


@pytest.mark.parametrize(
    ("content", "media"),
    [
        (f"{TITLE}\n{TEXT}".encode(), "text"),
        (f"<!DOCTYPE html><p>{TEXT}</p>".encode(), "html"),
        (f"<!-- made --><html><p>{TEXT}</p>".encode(), "html"),
        (json.dumps(ROW).encode(), "json"),
        (json.dumps([ROW], indent=2).encode(), "json"),
        (f"title,text\n{TITLE},{TITLE}".encode(), "csv"),
    ],
)
def test_stdin_is_told_by_how_it_begins(content: bytes, media: str) -> None:
    [capture] = found("-", stdin=content)
    assert isinstance(capture, Capture)
    assert capture.media == media


def test_lone_surrogates_become_replacement_characters(tmp_path: Path) -> None:
    [capture] = found(kept(tmp_path, "a.jsonl", '{"text": "a\\ud800b \\ud83d\\ude00", "outlet": "\\udc00"}'))
    assert text_of(capture) == "a\ufffdb \U0001f600"


def test_memory_stays_flat_over_a_long_file(tmp_path: Path) -> None:
    path = kept(tmp_path, "long.jsonl", (json.dumps(ROW | {"text": TEXT * 20}) + "\n") * 1500)
    tracemalloc.start()
    count = sum(1 for _ in sources([str(path)]))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 1500
    assert peak < path.stat().st_size / 5


def test_capture_of_raises_what_sources_yield() -> None:
    with pytest.raises(SourceError, match="page: empty"):
        capture_of(b"", "html", "page")
