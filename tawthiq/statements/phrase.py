"""A noun phrase that names a source, while it is read and when it has been."""

from __future__ import annotations

from tawthiq.records import Mention
from tawthiq.statements.view import View


class NounPhrase:
    """words[first:last] of a source; head: its first noun; person: the person named at its head.

    parts: all mentions in it. governed: the person is not the source but whom it belongs to (the
    spokesman of X, the statement of X). While it is read: `closed` behind something definite, `open_office`
    while an office may still be said of what or of whom, `human` while a person's name may follow,
    `in_name` behind "in the name of". stops: prepositions (folded) that belong to the verb; apposition: an
    office may stand behind a name.
    """

    __slots__ = (
        "apposition", "closed", "demonstrative", "first", "governed", "head", "human", "in_name", "last", "limit",
        "open_office", "parts", "person", "stops", "view",
    )  # fmt: skip

    def __init__(self, view: View, first: int, limit: int, stops: frozenset[str], apposition: bool) -> None:
        self.view, self.first, self.last, self.limit = view, first, first, limit
        self.stops, self.apposition = stops, apposition
        self.head = -1
        self.person: Mention | None = None
        self.parts: list[Mention] = []
        self.governed = self.closed = self.open_office = self.human = self.demonstrative = self.in_name = False

    @property
    def started(self) -> bool:
        """Whether it has a word yet."""
        return self.last > self.first

    def headed(self, at: int) -> None:
        """Take a word as its head where it has none."""
        if self.head < 0:
            self.head = at

    def plural(self) -> bool:
        """Whether its head is a plural that data lists."""
        head = self.view.heads.get(self.head) or self.view.titles.get(self.head)
        return head is not None and ".p" in head.part
