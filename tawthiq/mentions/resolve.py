"""Short forms: the last part of a full name, anywhere in the report, stands for the same person."""

from __future__ import annotations

from collections.abc import Iterator

from tawthiq.mentions.claims import Claim, claim
from tawthiq.mentions.signs import Signs
from tawthiq.records import Mention

_JOINED = "وفبلك"  # and, so, in, to, like


def short_forms(signs: Signs, full: list[Claim]) -> Iterator[Claim]:
    """Claims on the short forms of the persons that the report names in full."""
    known = {ending: whole for whole in full for ending in _endings(signs, whole)}
    opening = {ending[0] for ending in known}
    for at, word in enumerate(signs.words):
        for cut in (0, 1):
            if word.form[cut:] in opening and (not cut or word.form[0] in _JOINED):
                yield from _at(signs, at, cut, known)


def _endings(signs: Signs, whole: Claim) -> Iterator[tuple[str, ...]]:
    """The last word of a name, and its last two where they are written apart (آل سعود, الجار الله)."""
    forms = tuple(signs.form(at) for at in range(whole.first, whole.last))
    if len(forms) > 1 and len(forms[-1]) > 2 and not signs.function(whole.last - 1):
        apart = signs.particle(whole.last - 2) or forms[-1] == "الله"
        yield forms[-2:] if apart and len(forms) > 2 else forms[-1:]


def _at(signs: Signs, at: int, cut: int, known: dict[tuple[str, ...], Claim]) -> Iterator[Claim]:
    form = signs.form(at)[cut:]
    for length in (2, 1):
        whole = known.get((form, *(signs.form(i) for i in range(at + 1, at + length))))
        if whole and not (at not in range(whole.first, whole.last) and _describes(signs, at)):
            yield claim(signs.text, at, at + length, "person", "rule:short-form",
                        start=signs.words[at].start + cut, actor=whole.actor)  # fmt: skip
            return


def _describes(signs: Signs, at: int) -> bool:
    """An adjective with its noun and no name: التراث العمراني (architectural heritage)."""
    noun = signs.follows(at) and signs.definite(at - 1) and not signs.title(at - 1)
    return noun and signs.definite(at) and not signs.personal(at)


def repeats(signs: Signs, found: list[Claim]) -> Iterator[Claim]:
    """Other places where the words of a body's name stand that was known by its marks or its head only once."""
    known = {forms: whole for whole in found if (forms := _forms(signs, whole)) and _told(signs, whole)}
    opening = {forms[0] for forms in known}
    for at, word in enumerate(signs.words):
        if word.form in opening:
            for forms, whole in known.items():
                if forms == tuple(signs.form(i) for i in range(at, at + len(forms))):
                    yield claim(signs.text, at, at + len(forms), "organisation", "rule:repeated", actor=whole.actor)


def _forms(signs: Signs, whole: Claim) -> tuple[str, ...]:
    return tuple(signs.form(at) for at in range(whole.first, whole.last))


def _told(signs: Signs, whole: Claim) -> bool:
    """A name in marks that is no ordinary word."""
    rare = whole.last - whole.first > 1 or signs.rare(whole.first)
    return whole.rule.endswith(("/quoted-name", "/marked-name", "rule:told-to", "-in-brackets")) and rare


def full_name(mention: Mention, mentions: list[Mention]) -> Mention:
    """The fullest mention of the same person in a report; the mention itself where there is none fuller."""
    if mention.kind != "person":
        return mention
    words = mention.text.split()
    fuller = [m for m in mentions if m.kind == "person" and m.text.split()[-len(words) :] == words]
    return max(fuller, key=lambda m: len(m.text.split()), default=mention)
