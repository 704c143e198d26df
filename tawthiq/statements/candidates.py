"""Which cues of the lexicon can be cues where they stand: no futures, no nouns taken for verbs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from tawthiq.lexicon import Match
from tawthiq.records import Mention
from tawthiq.statements.cues import FINITE, VERBS
from tawthiq.text import Text
from tawthiq.words import Word

SHORT_VERB = 3  # letters: a past form as short as this is often a noun (كشف، طلب، رفض)
NOUN_PARTS = ("masdar", "noun")
MARKS = "\u064b\u064c\u064d\u064e\u064f\u0650"  # case endings
DUALS = frozenset(("3md", "3fd"))
CONJUNCTIVE = frozenset(("وفقا", "وفق", "حسب", "بحسب", "منذ", "حتي"))  # as, since, until (he said)
DENIALS = frozenset(("لم", "ولم", "فلم"))  # did not


class Words(Protocol):
    """What is asked of the words around a cue (view.py has it)."""

    @property
    def text(self) -> Text: ...
    @property
    def words(self) -> Sequence[Word]: ...
    @property
    def forms(self) -> Sequence[str]: ...
    @property
    def marks(self) -> Sequence[bool]: ...
    @property
    def categories(self) -> Sequence[str]: ...
    @property
    def closing(self) -> Mapping[int, str]: ...
    @property
    def named(self) -> Mapping[int, Mention]: ...
    def definite(self, word: int) -> bool: ...


def can_stand(match: Match, around: Words) -> bool:
    """Whether a cue's form can stand where it was found."""
    kind, _, ending = match.part.partition(".")
    if match.after == "ه" and around.words[match.last - 1].text.rstrip(MARKS).endswith("ة"):
        return False  # a ta marbuta, not the pronoun
    if kind == "participle":
        return not (match.before or match.after or match.first in around.named)
    if kind not in VERBS:
        return kind != "passive"
    if ending not in FINITE or match.first in around.named or "س" in match.before:
        return False
    if ending in DUALS and any(m.part.startswith(NOUN_PARTS) for m in around.text.at(match.first)):
        return False  # نفيا (a denial), not the dual of نفى
    if kind == "jussive" or "ل" in match.before:
        return kind == "jussive" and around.forms[match.first - 1] in DENIALS
    return kind != "past" or _is_verb(match, around)


def _is_verb(match: Match, around: Words) -> bool:
    """Whether a short past form is a verb: behind a preposition, another noun or a verb it is a noun."""
    at = match.first
    if match.before or match.last - at > 1 or around.marks[at - 1]:
        return True
    before = around.closing.get(at - 1)
    if before is not None:
        return before != "preposition" or around.forms[at - 1] in CONJUNCTIVE
    if len(around.forms[at]) > SHORT_VERB or around.categories[match.last] == "complementizer":
        return True
    if around.definite(at - 1) or at - 1 in around.named or around.forms[at - 1] == "قد":  # has
        return True
    return not any(m.part.startswith(NOUN_PARTS) and not m.before for m in around.text.at(at))
