"""Forms of Arabic words made by rule, so that data names a word once.

Written without diacritics as news is. What the unvocalised script does not tell apart (active and
passive, cases) is one form. Sources of the paradigms: K. C. Ryding, A Reference Grammar of Modern
Standard Arabic (2005), chapters 7 (nouns), 10 (adjectives), 22-31 (verbs).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

SHORTENED = {"اء": "ئ", "يء": "ئ", "وء": "ؤ"}  # hamza at the end, behind a long vowel that is dropped


class Form(NamedTuple):
    """A written form and what it is: part of speech, a dot, person-gender-number (`past.3fs`)."""

    text: str
    part: str


def _hollow(stem: str, vowels: str) -> str:
    """The stem with its long vowel before the last letter dropped (قال -> قل, said; جاء -> جئ, came)."""
    if len(stem) < 3 or stem[-2] not in vowels:
        return stem
    return stem[:-2] + SHORTENED.get(stem[-2:], stem[-1])


def _with_alef(stem: str) -> str:
    """The stem with the alef of the dual; two alefs are written as one with madda (بدأ -> بدآ, both began)."""
    return stem[:-1] + "آ" if stem.endswith("أ") else stem + "ا"


def past(verb: str) -> Iterator[Form]:
    """The past of a verb given as 3rd masculine singular (قال, he said)."""
    defective = verb[-1] in "اى"
    stem = verb[:-1] if defective or verb[-1] == "ي" else verb
    weak = {"ى": "ي", "ا": "و"}.get(verb[-1], "")
    yield Form(verb, "past.3ms")
    yield Form((stem if defective else verb) + "ت", "past.3fs")
    yield Form(stem + "وا", "past.3mp")
    yield Form(_with_alef(stem + weak if defective else verb), "past.3md")
    yield Form((stem if defective else verb) + "تا", "past.3fd")
    short = stem + weak if defective else _hollow(verb, "ا")
    yield from (Form(short + "نا", "past.1p"), Form(short + "ن", "past.3fp"))
    if verb[-1] in "أء":
        yield Form(verb[:-1] + "ؤوا", "past.3mp")


def present(verb: str, hollow: bool = True) -> Iterator[Form]:
    """The present of a verb given as 3rd masculine singular (يقول, he says), jussive forms too.

    hollow: a long vowel before the last letter is dropped in the jussive (يقول -> يقل), as it is where the
    past has ا there (قال); not in يصوت (votes), whose past is صوت, nor in يحاول (tries).
    """
    defective = verb[-1] in "ويى"
    stem = verb[:-1] if defective else verb
    dual = stem + "ي" if verb[-1] == "ى" else verb
    tail = verb[1:]
    yield from (Form("ي" + tail, "present.3ms"), Form("ت" + tail, "present.3fs"))
    yield from (Form("ن" + tail, "present.1p"), Form("أ" + tail, "present.1s"))
    yield from (Form(stem + "ون", "present.3mp"), Form(stem + "وا", "present.3mp"))
    both = _with_alef(dual)
    yield from (Form(both + "ن", "present.3md"), Form("ت" + both[1:] + "ن", "present.3fd"))
    yield Form(both, "present.3md")
    if verb[-1] == "أ":
        yield from (Form(verb[:-1] + "ؤون", "present.3mp"), Form(verb[:-1] + "ؤوا", "present.3mp"))
    hollow = hollow and verb[-3:-2] != "ا"
    short = stem if defective else _hollow(verb, "اوي" if hollow else "")
    if short != verb:
        yield from (Form(short, "jussive.3ms"), Form("ت" + short[1:], "jussive.3fs"))


def _with_feminine(noun: str) -> str:
    return noun if noun.endswith("ة") else noun + "ة"


def dual(noun: str, part: str) -> Iterator[Form]:
    """Dual forms, free and construct (وزيران، وزيرين، وزيرا، وزيري: two ministers)."""
    stem = noun[:-1] + "ت" if noun.endswith("ة") else noun
    yield from (Form(stem + ending, f"{part}.d") for ending in ("ان", "ين", "ا", "ي"))


def noun(word: str, plurals: Iterable[str] = (), part: str = "noun") -> Iterator[Form]:
    """A noun: singular, accusative tanwin, dual, the plurals given (sound endings generated)."""
    yield Form(word, f"{part}.s")
    if not word.endswith(("ة", "اء", "ا", "ى")):
        yield Form(word + "ا", f"{part}.s")
    yield from dual(word, part)
    for plural in plurals:
        yield Form(plural, f"{part}.p")
        if not plural.endswith(("ات", "ون", "اء")):
            yield Form(plural + "ا", f"{part}.p")
        if plural.endswith("ون"):
            yield from (Form(plural[:-2] + ending, f"{part}.p") for ending in ("ين", "و", "ي"))


def masdar(word: str, plurals: Iterable[str] = ()) -> Iterator[Form]:
    """A verbal noun; its sound feminine plural is always made (اتهام -> اتهامات, accusations)."""
    yield from noun(word, plurals, part="masdar")
    yield Form((word[:-1] if word.endswith("ة") else word) + "ات", "masdar.p")


def adjective(word: str, plurals: Iterable[str] = (), part: str = "adjective") -> Iterator[Form]:
    """An adjective or participle: both genders, dual, sound plurals, and the broken ones given."""
    feminine = _with_feminine(word)
    yield from (Form(word, f"{part}.ms"), Form(word + "ا", f"{part}.ms"), Form(feminine, f"{part}.fs"))
    yield from (Form(word + ending, f"{part}.mp") for ending in ("ون", "ين", "و", "ي"))
    yield from (Form(word + "ان", f"{part}.md"), Form(word + "ات", f"{part}.fp"))
    yield from (Form(feminine[:-1] + "ت" + ending, f"{part}.fd") for ending in ("ان", "ين"))
    yield from (Form(plural, f"{part}.mp") for plural in plurals)
