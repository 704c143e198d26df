"""Light stems and consonant skeletons: by which word forms of two texts are taken for one word.

No dictionary is needed: attached particles go where what is left is at least as common a word, then
the commonest endings (after L. Larkey, L. Ballesteros, M. Connell, Light stemming for Arabic
information retrieval, 2002). The skeleton goes on to drop weak letters and one letter of a pattern,
so that ارتفاع (rise) and ترتفع (it rises) meet.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Protocol

ARTICLES = ("وبال", "وال", "بال", "كال", "فال", "ولل", "لل", "ال")  # and in the, and the, in the … the
PARTICLES = ("و", "ب", "ل", "س", "ف")  # and, in, to, will, so
# feminine with her, their, our, his; their (two); two, -s, -s, -s, two; her, their, they did, of a kind, our, his,
# she did, my, accusative
ENDINGS = (
    "تها", "تهم", "تنا", "ته", "هما", "تين", "تان", "ات", "ون", "ين", "ان", "ها", "هم", "وا", "يه", "نا", "ه", "ت",
    "ي", "ا",
)  # fmt: skip
PATTERN = frozenset("يتنمس")  # letters that patterns put before a root
WEAK = str.maketrans("", "", "اويء")
LEAST = 3  # letters that a stem keeps
RARER = 0.5  # a word without its particle may be this much rarer (in Zipf) than with it
REMEMBERED = 65_536


class Frequencies(Protocol):
    """What tells how common a word is: a Lexicon."""

    def zipf(self, form: str) -> float:
        """Its Zipf frequency, 0 if rare."""


def bare(form: str, known: Frequencies) -> str:
    """A folded word without its article, and without an attached particle where that leaves a common word."""
    for article in ARTICLES:
        if form.startswith(article) and len(form) - len(article) >= LEAST:
            return _behind(form, article, known)
    rest = form[1:]
    particle = form[:1] in PARTICLES and len(rest) >= LEAST and known.zipf(rest) > 0
    return rest if particle and known.zipf(rest) >= known.zipf(form) - RARER else form


def _behind(form: str, article: str, known: Frequencies) -> str:
    """The word behind an article; of لل (to the) the second ل may be the word's own: لليرة, to the lira."""
    rest = form[len(article) :]
    own = "ل" + rest
    return own if article.endswith("لل") and known.zipf(own) > known.zipf(rest) else rest


def without_ending(word: str) -> str:
    """The word without one ending, where at least three letters are left."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= LEAST:
            return word[: -len(ending)]
    return word


def skeleton(stem: str) -> str:
    """The strong letters of a stem behind one letter of a pattern; empty where fewer than three are left."""
    rest = stem[1:] if len(stem) > LEAST and stem[0] in PATTERN else stem
    strong = rest.translate(WEAK)
    return strong if len(strong) >= LEAST else ""


@lru_cache(maxsize=REMEMBERED)
def spellings(form: str) -> tuple[str, ...]:
    """What a folded word may be without particles, endings and with the prefix of another person, itself first."""
    return tuple(dict.fromkeys(_spellings(form)))


def _spellings(form: str) -> Iterator[str]:
    wholes = [form, *(form[len(cut) :] for cut in (*ARTICLES, *PARTICLES) if form.startswith(cut))]
    for whole in wholes:
        if len(whole) >= LEAST - 1:
            yield whole
            yield from _other_person(whole)
    for whole in wholes:
        short = without_ending(whole)
        if short != whole:
            yield from (short, short + "ه", *_other_person(short))


def _other_person(word: str) -> Iterator[str]:
    if word[0] in "تن" and len(word) > LEAST:  # she …s, we …: as he …s
        yield "ي" + word[1:]
