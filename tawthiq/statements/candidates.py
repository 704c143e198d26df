"""Which cues of the lexicon can be cues where they stand: no futures, no nouns taken for verbs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from tawthiq.lexicon import Match
from tawthiq.records import Mention
from tawthiq.statements.cues import FINITE, VERBS
from tawthiq.statements.letters import CASES, FEMININE, FOR, HIM, WILL
from tawthiq.text import Text
from tawthiq.words import Word

SHORT_VERB = 3  # letters: a past form as short as this is often a noun (كشف، طلب، رفض)
NOUN_PARTS = ("masdar", "noun")
DUALS = frozenset(("3md", "3fd"))


class Words(Protocol):
    """What is asked of the words around a cue (view.py has it)."""

    @property
    def text(self) -> Text: ...
    @property
    def words(self) -> Sequence[Word]: ...
    @property
    def marks(self) -> Sequence[bool]: ...
    @property
    def categories(self) -> Sequence[str]: ...
    @property
    def closing(self) -> Mapping[int, str]: ...
    @property
    def named(self) -> Mapping[int, Mention]: ...
    def definite(self, word: int) -> bool: ...
    def particle_before(self, word: int) -> str: ...


def can_stand(match: Match, around: Words) -> bool:
    """Whether a cue's form can stand where it was found."""
    kind, _, ending = match.part.partition(".")
    if match.after == HIM and around.words[match.last - 1].text.rstrip(CASES).endswith(FEMININE):
        return False  # a feminine ending, not the pronoun
    if kind == "participle":
        return not (match.before or match.after or match.first in around.named)
    if kind not in VERBS:
        return kind != "passive"
    if ending not in FINITE or match.first in around.named or WILL in match.before:
        return False
    if ending in DUALS and any(m.part.startswith(NOUN_PARTS) for m in around.text.at(match.first)):
        return False  # نفيا (a denial), not the dual of نفى
    if kind == "jussive" or FOR in match.before:
        return kind == "jussive" and around.closing.get(match.first - 1) == "negation"
    return kind != "past" or _is_verb(match, around)


def _is_verb(match: Match, around: Words) -> bool:
    """Whether a past form is a verb: behind a preposition, and a short one behind a noun or a verb, it is a noun."""
    at = match.first
    if match.before or match.last - at > 1 or around.marks[at - 1]:
        return True
    before = around.closing.get(at - 1)
    if before == "auxiliary":
        return around.particle_before(at) in ("perfect", "was")
    if before is not None:
        return before != "preposition" or around.particle_before(at) == "as"
    if len(around.words[at].form) > SHORT_VERB or around.categories[match.last] == "complementizer":
        return True
    if around.definite(at - 1) or at - 1 in around.named:
        return True
    return not any(m.part.startswith(NOUN_PARTS) and not m.before for m in around.text.at(at))
