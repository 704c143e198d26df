"""Whether the search index says what the readings say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from sqlalchemy import Column, Connection, func, select

from tawthiq.ledger.checks import Fault
from tawthiq.ledger.entries import Entry, Label, entries
from tawthiq.ledger.index import entry_fields
from tawthiq.ledger.schema import entries as rows
from tawthiq.ledger.schema import labels, links
from tawthiq.ledger.word_sums import WordSums
from tawthiq.records import Reading


class IndexCheck:
    """Compares the index with one reading after the other, and its words at the end."""

    def __init__(self, connection: Connection) -> None:
        """Raises sqlite3.Error where the word indexes cannot be read."""
        self._connection = connection
        self._entry_words = WordSums(connection, "entry_words", self._last(rows.c.row))
        self._label_words = WordSums(connection, "label_words", self._last(labels.c.row))

    def _last(self, row: Column[int]) -> int:
        return self._connection.scalar(select(func.max(row))) or 0

    def faults(self, seq: int, reading: Reading, current: bool) -> Iterator[Fault]:
        """What the index does not say of a reading; `current` where no later one is of its report."""
        wanted = select(rows).where(rows.c.reading == seq).order_by(rows.c.row)
        found, expected = self._connection.execute(wanted).mappings().all(), entries(reading)
        if len(found) != len(expected):
            yield Fault("index", f"holds {len(found)} entries of this reading, not {len(expected)}")
            return
        named = self._labels(seq)
        for row, entry in zip(found, expected, strict=True):
            number: int = row["row"]
            self._entry_words.expect(number, "title", entry.title)
            self._entry_words.expect(number, "text", entry.text)
            fields = {**entry_fields(seq, reading, entry), "current": int(current)}
            wrong = [name for name, value in fields.items() if row[name] != value]
            wrong += ["labels"] if named[number] != entry.labels else []
            yield from (Fault(_where(entry), f"the index has another {name} of it") for name in wrong)

    def _labels(self, seq: int) -> defaultdict[int, set[Label]]:
        """The labels of each entry of a reading, by the entry's row."""
        wanted = select(links.c.entry, links.c.role, labels.c.words, labels.c.actor, labels.c.geonames)
        wanted = wanted.join(labels, labels.c.row == links.c.label).join(rows, rows.c.row == links.c.entry)
        found: defaultdict[int, set[Label]] = defaultdict(set)
        for entry, *label in self._connection.execute(wanted.where(rows.c.reading == seq)):
            found[entry].add(Label(*label))
        return found

    def words(self) -> Iterator[tuple[int, Fault]]:
        """Readings (0 for none) whose words the index does not hold; to be asked after `faults` of all."""
        numbers = list(self._entry_words.differing())
        for first in range(0, len(numbers), 500):
            wanted = select(rows.c.reading).where(rows.c.row.in_(numbers[first : first + 500])).distinct()
            for seq in self._connection.scalars(wanted):
                yield seq, Fault("index", "holds other words than this reading")
        for row, words in self._connection.execute(select(labels.c.row, labels.c.words)):
            self._label_words.expect(row, "words", words)
        if self._entry_words.beyond or self._label_words.beyond or any(self._label_words.differing()):
            yield 0, Fault("index", "holds words of no name or record")


def _where(entry: Entry) -> str:
    return "report" if entry.layer == "report" else f"{entry.layer}s[{entry.position}]"
