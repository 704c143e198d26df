"""What is written together with a word: و ف ب ل ك س ال before it, pronouns behind it.

A clitic is only ever split off where the lexicon knows what is left (lexicon/matcher.py), so that
والي (governor), بيان (statement) or فريق (team) stay whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

# proclitic: and, so, in/by, to/for, like, will, the, and their combinations -> classes it may stand before
_BEFORE = {
    "": "verb noun name phrase",
    "و": "verb noun name phrase", "ف": "verb noun name phrase",  # and, so
    "ب": "noun name phrase", "ل": "verb noun name phrase", "ك": "noun name",  # in/by, to/for, like
    "س": "verb", "وس": "verb", "فس": "verb",  # will
    "وب": "noun name", "ول": "verb noun name", "وك": "noun name", "فب": "noun name", "فل": "verb noun name",
    "ال": "noun", "وال": "noun", "فال": "noun", "بال": "noun", "كال": "noun",  # the
    "وبال": "noun", "وكال": "noun", "فبال": "noun", "لل": "noun", "ولل": "noun", "فلل": "noun",
}  # fmt: skip
PROCLITICS = {before: frozenset(classes.split()) for before, classes in _BEFORE.items()}
ENCLITICS = ("هما", "ها", "هم", "هن", "كم", "نا", "ني", "ه", "ك", "ي")  # them both, her, them, …, me
MIN_STEM = 2


class Split(NamedTuple):
    """One way to read a folded word: proclitic + stem + enclitic (either may be empty)."""

    before: str
    stem: str
    after: str = ""


def _proclitic_splits(form: str) -> Iterator[Split]:
    for before in PROCLITICS:
        stem = form[len(before) :]
        if form.startswith(before) and len(stem) >= MIN_STEM:
            yield Split(before, stem)
            if before.endswith("لل"):  # للرياض: the article of a name swallowed by ل (to)
                yield Split(before[:-1], "ال" + stem)


def _restored(stem: str) -> Iterator[str]:
    """Spellings that `stem` may have without its pronoun: ت was ة, و was وا, ا was ى, ئ/ؤ was ء."""
    yield stem
    if stem.endswith("ت"):
        yield stem[:-1] + "ه"
    elif stem.endswith("و"):
        yield stem + "ا"
    elif stem.endswith("ا"):
        yield stem[:-1] + "ي"
    if stem.endswith(("اي", "او")):
        yield stem[:-1] + "ء"


def _enclitic_splits(split: Split) -> Iterator[Split]:
    if split.before.endswith(("ال", "لل")):  # a noun has the article or a pronoun, never both
        return
    for after in ENCLITICS:
        stem = split.stem[: -len(after)]
        if split.stem.endswith(after) and len(stem) >= MIN_STEM:
            yield from (Split(split.before, s, after) for s in _restored(stem))


@lru_cache(maxsize=65536)
def splits(form: str) -> tuple[Split, ...]:
    """Every reading of a folded word, the whole word first, those without a pronoun before those with."""
    plain = tuple(_proclitic_splits(form)) if len(form) > 1 else (Split("", form),)
    return plain + tuple(s for split in plain for s in _enclitic_splits(split))
