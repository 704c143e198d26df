"""What a written word may be a form of: its stem, its consonant skeleton, its other spellings.

Needed where two texts say one thing with other forms: ارتفاع (rise) and ترتفع (it rises) have one
skeleton, the strong letters behind one letter of a pattern.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Protocol

from tawthiq.compare.stems import stem

ATTACHED = (
    "وبال",
    "وال",
    "بال",
    "كال",
    "فال",
    "ولل",
    "لل",
    "ال",
    "وس",
    "فس",
    "وب",
    "ول",
    "و",
    "ب",
    "ل",
    "س",
    "ف",
)  # and in the … so
PARTICLES = ("و", "ب", "ل", "س", "ف")  # and, in, to, will, so
WILL = "س"
TO_THE = "لل"
PATTERN = frozenset("يتنمس")  # letters that patterns put before a root
WEAK = str.maketrans("", "", "اويء")
SHE_DID = "ت"
LEAST = 3  # letters that a word keeps
RARER = 0.5  # a word without its particle may be this much rarer (in Zipf) than with it


class Frequencies(Protocol):
    """What tells how common a word is: a Lexicon."""

    def zipf(self, form: str) -> float:
        """Its Zipf frequency, 0 if rare."""


def stem_of(form: str, known: Frequencies) -> str:
    """The stem of a folded word, an attached particle off where that leaves a word about as common."""
    short = stem(_unattached(form, known))
    return short[:-1] if short.endswith(SHE_DID) and len(short) > LEAST else short


def _unattached(form: str, known: Frequencies) -> str:
    own = form[1:]
    if form.startswith(TO_THE):  # the second ل may be the word's own: لليرة, to the lira
        return own if known.zipf(own) > known.zipf(form[len(TO_THE) :]) else form
    least = LEAST + form.startswith(WILL)  # a verb in the present has its prefix as well
    if form.startswith(PARTICLES) and len(own) >= least and known.zipf(own) > 0:
        return own if known.zipf(own) >= known.zipf(form) - RARER else form
    return form


def skeleton(stem: str) -> str:
    """The strong letters of a stem behind one letter of a pattern; empty where fewer than three are left."""
    rest = stem[1:] if len(stem) > LEAST and stem[0] in PATTERN else stem
    strong = rest.translate(WEAK)
    return strong if len(strong) >= LEAST else ""


@lru_cache(maxsize=65_536)
def spellings(form: str) -> tuple[str, ...]:
    """What a folded word may be without particles, endings and with the prefix of another person, itself first."""
    return tuple(dict.fromkeys(_spellings(form)))


def _spellings(form: str) -> Iterator[str]:
    wholes = [form, *(form[len(cut) :] for cut in ATTACHED if form.startswith(cut))]
    for whole in wholes:
        if len(whole) >= LEAST - 1:
            yield whole
            yield from _other_person(whole)
    for whole in wholes:
        for short in _shorter(whole):
            yield from (short, short + "ه", *_other_person(short))


def _shorter(word: str) -> Iterator[str]:
    """Without an ending; weak verbs get their last letter back."""
    if len(word) < LEAST:
        return
    yield stem(word)
    if word.endswith(SHE_DID):
        yield from (word[:-1], word[:-1] + "ي", word[:-1] + "ا")  # نفت: she denied, of نفى; دعت: she called, of دعا
    elif word.endswith("ه"):
        yield word[:-1]  # of ثابتة (stable) the stem goes too far
    elif word.endswith("ون"):
        yield from (word[:-1], word[:-2] + "ي")  # يدعون: they call, of يدعو; ينفون: they deny, of ينفي


def _other_person(word: str) -> Iterator[str]:
    if word[:1] in ("ت", "ن") and len(word) >= LEAST:  # she …s, we …: as he …s
        yield "ي" + word[1:]
