"""Names in quotation marks that the words around them show to be an outlet's or a body's.

قال لـ«السنديانة» (told al-Sindiyana)      told-to
علمت «السنديانة» (al-Sindiyana learned)    outlet-act
حركة السرو … «السرو»                       inner-name: taught by the head noun elsewhere
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tawthiq.mentions.claims import Claim, claim
from tawthiq.mentions.signs import Signs

MAX_WORDS = 3
REACH = 14  # words before لـ (to) in which a reporting verb stands
_TO = "ل"  # to


def quoted_names(signs: Signs, bodies: Iterable[Claim]) -> Iterator[Claim]:
    """Claims on quoted names: those told something, those that act as outlets do, those taught elsewhere."""
    taught = _inner_names(signs, bodies)
    for at in signs.openings():
        end = signs.closing(at + 1, MAX_WORDS) if at else None
        if end is None or end <= at + 1 or not _is_name(signs, at + 1, end):
            continue
        rule = _rule(signs, at, tuple(signs.form(i) for i in range(at + 1, end)), taught)
        if rule:
            yield claim(signs.text, at + 1, end, "organisation", rule)


def _rule(signs: Signs, at: int, name: tuple[str, ...], taught: set[tuple[str, ...]]) -> str | None:
    """The rule that takes the quoted words for the name of a body, as records keep it; None where none does."""
    if signs.form(at - 1) == _TO and _reported(signs, at):
        return "rule:told-to"
    acts = (m for first in range(max(0, at - 4), at) for m in signs.text.at(first, "outlet_act"))
    act = next((m for m in acts if m.last == at), None)
    if act:
        return f"{act.entry.id}/quoted"
    return "rule:inner-name" if name in taught else None


def _reported(signs: Signs, at: int) -> bool:
    """Whether a reporting verb stands before the words in their sentence."""
    start = signs.text.word_at(signs.text.sentences[signs.text.sentence_of(signs.words[at].start)].start)
    return any(signs.text.at(first, "cue") for first in range(max(start, at - REACH), at))


def _is_name(signs: Signs, first: int, last: int) -> bool:
    return not any(signs.verb(at) or signs.function(at) or signs.joined(at) for at in range(first, last))


def _inner_names(signs: Signs, bodies: Iterable[Claim]) -> set[tuple[str, ...]]:
    """What stands behind the head noun in the names of bodies, in folded words."""
    named = (body for body in bodies if body.rule.startswith("org_head.") and body.last - body.first > 1)
    return {tuple(signs.form(at) for at in range(body.first + 1, body.last)) for body in named}
