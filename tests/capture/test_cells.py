"""Rows and cells of CSV, against Python's own reader and where a table is broken."""

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from tawthiq.capture.cells import MAX_RECOVERIES, cells, delimiter_of, is_open, rows

CELL = st.text(alphabet=st.sampled_from('ab ,;"\n\tق'), max_size=12)


def written(table: list[list[str]], delimiter: str) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\n", quoting=csv.QUOTE_ALL).writerows(table)
    return out.getvalue()


def read(text: str, delimiter: str = ",") -> list[tuple[int, str | None, str]]:
    lines = enumerate(text.splitlines(keepends=True), 1)
    return [tuple(row) for row in rows(lines, delimiter)]


def values(row: str, delimiter: str = ",") -> list[str]:
    return [row[cell.start : cell.end].replace('""', '"') for cell in cells(row, delimiter)]


@given(st.lists(st.lists(CELL, min_size=2, max_size=4), min_size=1, max_size=6), st.sampled_from(",;\t"))
def test_what_csv_writes_is_read_back(table: list[list[str]], delimiter: str) -> None:
    found = read(written(table, delimiter), delimiter)
    assert [values(raw or "", delimiter) for _, raw, _ in found] == table


@given(st.lists(CELL, min_size=2, max_size=5))
def test_cells_lie_inside_their_row(row: list[str]) -> None:
    text = ",".join(row)
    found = cells(text, ",")
    assert all(0 <= cell.start <= cell.end <= len(text) for cell in found)


def test_unquoted_cells_keep_their_quotation_marks() -> None:
    assert values('one,5" pipe,"said ""no"""') == ["one", '5" pipe', 'said "no"']


def test_empty_cells_are_cells() -> None:
    assert values("a,,") == ["a", "", ""]
    assert values('"",""') == ["", ""]


def test_delimiter_is_the_one_that_the_header_has_most_of() -> None:
    assert delimiter_of("key;title;text, in full") == ";"


def test_quotation_mark_never_closed_costs_one_row() -> None:
    found = read('a,b\nc,"open\nd,e\n')
    assert found == [(1, "a,b", ""), (2, None, "a quotation mark is never closed"), (3, "d,e", "")]


def test_line_of_a_quoted_cell_that_goes_on() -> None:
    assert is_open('a,"b\n', ",")
    assert not is_open('a,5"\n', ",")
    assert not is_open('b",c\n', ",", inside=True)


def test_reading_again_is_bounded() -> None:
    text = 'x\na"b,"\n' * 1000
    found = read(text)
    assert sum(raw is None for _, raw, _ in found) <= MAX_RECOVERIES + 2
