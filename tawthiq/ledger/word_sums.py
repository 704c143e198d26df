"""Whether a word index holds the words it should: compared by sums, as it keeps no text to read back."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterator
from typing import Literal

from sqlalchemy import Connection

_MASK = (1 << 64) - 1


class WordSums:
    """For each row of a word index a sum over its words and their places; what is expected is taken off."""

    def __init__(self, connection: Connection, name: Literal["entry_words", "label_words"], rows: int) -> None:
        """rows: the highest row there should be. Raises sqlite3.Error where the index cannot be read."""
        self._sums = array("Q", bytes(8 * (rows + 1)))
        self.beyond = False  # whether there are words of a higher row
        cursor: sqlite3.Cursor = connection.connection.cursor()  # type: ignore[assignment]
        cursor.execute("DROP TABLE IF EXISTS temp.instances")
        cursor.execute(f"CREATE VIRTUAL TABLE temp.instances USING fts5vocab(main, {name}, instance)")
        try:
            cursor.execute("SELECT doc, col, offset, term FROM temp.instances")
            for place in cursor:
                self._add(place)
        finally:
            cursor.execute("DROP TABLE temp.instances")

    def _add(self, place: tuple[int, str, int, str]) -> None:
        row = place[0]
        if 0 < row < len(self._sums):
            self._sums[row] = (self._sums[row] + hash(place)) & _MASK
        else:
            self.beyond = True

    def expect(self, row: int, column: str, words: str) -> None:
        """Takes off what a column of a row should hold."""
        if row < len(self._sums):
            total = sum(hash((row, column, offset, word)) for offset, word in enumerate(words.split()))
            self._sums[row] = (self._sums[row] - total) & _MASK

    def differing(self) -> Iterator[int]:
        """Rows that hold other words than was expected."""
        return (row for row, total in enumerate(self._sums) if total)
