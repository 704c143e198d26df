"""Plain nouns and adjectives in a noun phrase: which go on with it, which begin another one."""

from __future__ import annotations

from tawthiq.statements.letters import BY, FEMININE_NOUNS, FOR, PLURALS, POSSESSED, RELATION_FEMININE, RELATIONS, TANWIN
from tawthiq.statements.phrase import NounPhrase
from tawthiq.statements.view import View

LONG = 6  # letters: a shorter word with a plural's ending may be a singular


def definite(phrase: NounPhrase, at: int) -> int | None:
    """A noun or adjective with the article; behind a definite singular a plural is another noun."""
    view = phrase.view
    if not view.definite(at):
        return None
    if new_noun(phrase, at) or (phrase.closed and not phrase.human and _other_number(phrase, at)):
        return 0
    phrase.headed(at)
    phrase.closed = True
    phrase.open_office = phrase.open_office or at in view.relations
    return 1


def _other_number(phrase: NounPhrase, at: int) -> bool:
    """Whether a plural of people stands behind words of which none is one."""
    forms = phrase.view.forms
    if len(forms[at]) <= LONG or not forms[at].endswith(PLURALS):
        return False
    return not any(forms[word].endswith(PLURALS) for word in range(phrase.first, at))


def new_noun(phrase: NounPhrase, at: int) -> bool:
    """Whether a definite word begins another noun: behind an indefinite noun with its adjective, behind a name."""
    view = phrase.view
    if phrase.closed:
        if phrase.apposition or not phrase.parts or at in view.epithets:
            return False
        return not any(match.part.startswith("adjective") for match in view.text.at(at))
    adjective, noun = view.forms[at - 1], view.forms[at - 2]
    if at - phrase.first < 2 or at - 1 in view.functions or not adjective.endswith(RELATIONS):
        return False
    if view.definite(at - 2) or view.joined(at - 1, FOR + BY):
        return False
    plural = at - 2 in view.heads and ".p" in view.heads[at - 2].part
    return adjective.endswith(RELATION_FEMININE) == (plural or noun.endswith(FEMININE_NOUNS))


def bare(phrase: NounPhrase, at: int) -> int | None:
    """A noun without the article: goes on while the phrase is open, then only as part of a name."""
    view = phrase.view
    if view.words[at].kind == "number":
        return 0 if phrase.closed else 1
    if len(view.forms[at]) == 1 and view.forms[at + 1] == "." and phrase.human:
        return 2  # an abbreviated title: م. (engineer), د. (doctor)
    if phrase.head < 0:
        phrase.headed(at)
        return 1
    if at in view.emphatics if phrase.closed else not _object_like(view, at):
        return 1
    named = phrase.human or _profession(phrase, at)
    return 1 if named and phrase.person is None and _unlisted_name(view, at) else 0


def _profession(phrase: NounPhrase, at: int) -> bool:
    """Whether a definite noun and a given name behind it are someone's profession and name: التاجر سالم."""
    if at - phrase.first != 1 or not phrase.view.definite(phrase.first) or phrase.parts:
        return False
    phrase.human = bool(phrase.view.text.at(at, "given_name")) and phrase.first not in phrase.view.heads
    return phrase.human


def _unlisted_name(view: View, at: int) -> bool:
    """Whether a rare word behind an office is a name: its words are over when the verb's begin."""
    if not view.name_like(at):
        return False
    behind = at + 1
    over = view.marks[behind] or view.categories[behind] in ("complementizer", "preposition")
    return over or view.name_like(behind) or bool(view.text.at(behind, "name_particle"))


def _object_like(view: View, at: int) -> bool:
    """An accusative or a noun with a pronoun opens something else."""
    text = view.words[at].text
    if text.endswith(TANWIN) and view.words[at - 1].text.endswith(TANWIN):
        return False  # لكن قياديا ميدانيا (but a field commander): an adjective of the same case
    return text.endswith(TANWIN) or (len(text) > 4 and text.endswith(POSSESSED))
