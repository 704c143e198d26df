"""Where the noun phrase that names a source ends.

    [مصادر في المعارضة] إن   [وزير الدفاع البريطاني مايكل فالون] أمس   [المرصد] -ومقره لندن- أن

A phrase is read word by word by the rules in steps.py. Occasions, times and listeners behind a name
are no part of it.
"""

from __future__ import annotations

from tawthiq.statements.letters import AND, COMMA
from tawthiq.statements.phrase import NounPhrase
from tawthiq.statements.steps import read
from tawthiq.statements.view import View

LONGEST = 30  # words; a longer "phrase" is a sentence that was misread


def noun_phrase(
    view: View, first: int, limit: int, stops: frozenset[str] = frozenset(), apposition: bool = True
) -> NounPhrase | None:
    """The noun phrase that starts at a word and ends before `limit`; None where none starts there.

    stops: prepositions (folded) that belong to the verb; apposition: an office may stand behind a name.
    """
    phrase = NounPhrase(view, first, min(limit, first + LONGEST), stops, apposition)
    read(phrase)
    while phrase.started and _dangles(view, phrase.last - 1):
        phrase.last -= 1
    if not phrase.started:
        return None
    phrase.headed(first)
    if view.forms[phrase.last] == COMMA:
        _behind_comma(phrase, limit)
    return phrase


def _dangles(view: View, word: int) -> bool:
    """Whether a preposition ends there that brings nothing more."""
    return view.closing.get(word) == "preposition" and word not in view.named


def _behind_comma(phrase: NounPhrase, limit: int) -> None:
    """المتحدث باسم القوات، العقيد فلان: the name behind the comma of an office, or the office behind a name's."""
    view, at = phrase.view, phrase.last + 1
    if not (phrase.open_office or phrase.person) or view.joined(at, AND):
        return
    if at not in view.named and at not in view.heads and at not in view.titles:
        return
    other = NounPhrase(view, at, min(limit, at + LONGEST), phrase.stops, True)
    read(other)
    if phrase.person is None and phrase.human and other.person is not None and not other.governed:
        phrase.person, phrase.governed, phrase.last = other.person, False, other.last
        phrase.parts.extend(other.parts)
    elif phrase.person is not None and other.person is None and other.human and view.forms[other.last] == COMMA:
        phrase.last = other.last
