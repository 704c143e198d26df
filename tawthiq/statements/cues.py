"""What a cue is and what it takes: the keys of data/cues, worked out once for a lexicon."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from tawthiq.fold import fold
from tawthiq.knowledge import Entry, listed
from tawthiq.lexicon import Lexicon, Match
from tawthiq.statements.letters import BY, CONJUNCTIONS, FOR

FINITE = frozenset(("3ms", "3fs", "3mp", "3md", "3fd"))
VERBS = frozenset(("past", "present", "jussive"))


class Takes:
    """What an entry takes (the keys of data/cues/verbs.toml), words folded.

    prepositions: free ones that lead to the content; attached: those written with the next word, as one
    string; leads: both. relay: the preposition before whose words are carried,
    asks_through: the one before whom is asked; "" for none.
    """

    def __init__(self, entry: Entry) -> None:
        data: dict[str, Any] = entry.data
        self.id = entry.id
        self.that, self.direct = bool(data.get("that", True)), bool(data.get("direct", True))
        self.object, self.act, self.close, self.of_document = (
            bool(data.get(key)) for key in ("object", "act", "close", "of_document")
        )
        addressee = data.get("addressee")
        self.kept = addressee == "kept"
        self.asks_through = fold(addressee) if isinstance(addressee, str) and not self.kept else ""
        self.addressee, self.things = bool(data.get("addressee")), bool(data.get("things"))
        self.only, self.use = str(data.get("only", "")), str(data.get("use", ""))
        self.relay = fold(str(data.get("relay", "")))
        self.denial, self.keeps_denied = data.get("polarity") == "deny", data.get("negated") == "affirm"
        self.pronoun, self.clause, self.only_clause = (
            bool(data.get(key)) for key in ("pronoun", "clause", "only_clause")
        )
        through = listed(data.get("through"))
        self.attached = "".join(word for word in through if word in (BY, FOR))
        self.prepositions = frozenset(fold(word) for word in through if word not in (BY, FOR))
        self.leads = self.prepositions | frozenset(self.attached)
        self.needs, self.beside, self.denies, self.impersonal = (
            frozenset(fold(word) for word in listed(data.get(key)))
            for key in ("needs", "beside", "denies", "impersonal")
        )


@lru_cache(maxsize=4)
def takes(lexicon: Lexicon) -> dict[str, Takes]:
    """What each cue of a lexicon takes, by entry id."""
    return {entry.id: Takes(entry) for entry in lexicon.layer("cue")}


@lru_cache(maxsize=4)
def prepositions(lexicon: Lexicon) -> frozenset[str]:
    """The free prepositions that lead to the content of some cue, folded."""
    return frozenset().union(*(known.prepositions for known in takes(lexicon).values()))


class Cue:
    """A cue found at words[first:last]. finite, participle: what form it is; agreement: its gender and number."""

    __slots__ = ("agreement", "conjoined", "finite", "first", "id", "last", "match", "part", "participle", "takes")

    def __init__(self, match: Match, takes: Takes) -> None:
        self.match, self.takes = match, takes
        self.first, self.last = match.first, match.last
        self.id, self.part = takes.id, match.part
        kind, _, ending = match.part.partition(".")
        self.finite = kind in VERBS
        self.participle = kind == "participle"
        self.agreement = ending[-2:] if self.finite or self.participle else ""
        self.conjoined = match.before[:1] in CONJUNCTIONS
