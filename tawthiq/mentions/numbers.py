"""Numbers of a text: digits of both kinds, number words of all genders and cases, and what they make up.

Grammar of Arabic numerals: K. C. Ryding, A Reference Grammar of Modern Standard Arabic (2005), ch. 15.
The words and their values are in data/numbers/words.tsv.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from tawthiq.lexicon import Match
from tawthiq.text import Text

Kind = Literal["cardinal", "ordinal", "vague", "few"]
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:[,.٬]\d{3})+")
_DECIMAL = re.compile(r"(\d+)[.,٫](\d+)")
_AND = "و"


class Number(NamedTuple):
    """A number at words[first:last]; start/end in code points, behind و ف ب ل ك and before ال.

    value: what it says; of a vague one ("tens of") the least that it can mean. digits: written so.
    before: the clitics that were left out, ال included. definite: it has the article.
    """

    first: int
    last: int
    start: int
    end: int
    value: float
    kind: Kind
    digits: bool
    before: str
    definite: bool


LARGEST = 10**15  # no news counts further: what goes on behind it is another number


class _Atom(NamedTuple):
    """One numeral word: its class in data/numbers/words.tsv, or `digits`."""

    first: int
    last: int
    start: int
    end: int
    kind: str
    value: float
    before: str
    definite: bool = False

    @property
    def joined(self) -> bool:
        return self.before.startswith(_AND)


def numbers(text: Text) -> list[Number]:
    """The numbers of `text` in reading order, compounds (خمسة وعشرون ألفا: 25,000) as one."""
    atoms = _atoms(text)
    found: list[Number] = []
    at = 0
    while at < len(atoms):
        number, at = _compound(atoms, at)
        found.append(number)
    return found


def figure(form: str) -> float | None:
    """The value of folded digits: 1,200 and 1.200 are thousands, 1.5 and 3,5 fractions; None for 4.8.2015."""
    if form.isdigit():
        return int(form) if len(form) <= 15 else None
    if _THOUSANDS.fullmatch(form):
        return int(re.sub(r"\D", "", form))
    decimal = _DECIMAL.fullmatch(form)
    return float(f"{decimal[1]}.{decimal[2]}") if decimal and len(form) <= 15 else None


def _atoms(text: Text) -> list[_Atom]:
    found = {match.first: _word_atom(text, match) for match in reversed(_plain(text.layer("number")))}
    digits = [(position, word) for position, word in enumerate(text.words) if word.kind == "number"]
    for position, word in digits:
        if (value := figure(word.form)) is not None:
            before = _attached(text, position)
            found[position] = _Atom(position, position + 1, word.start, word.end, "digits", value, before)
    return [found[position] for position in sorted(found)]


def _plain(matches: Sequence[Match]) -> list[Match]:
    return [match for match in matches if not match.after]


def _word_atom(text: Text, match: Match) -> _Atom:
    data = match.entry.data
    value = float(data["value"])
    return _Atom(match.first, match.last, match.start, match.end, data["class"],
                 int(value) if value.is_integer() else value, match.before,
                 match.definite or text.content.startswith("ال", match.start))  # fmt: skip


def _attached(text: Text, position: int) -> str:
    """The conjunction before digits (و500: and 500), a word of its own in the text."""
    return _AND if position and text.words[position - 1].form == _AND else ""


class _Sum:
    """A compound as it is read: `total` of the closed groups, the open `group`, the last magnitude."""

    def __init__(self, atom: _Atom) -> None:
        self.total: float = 0
        self.group: float = atom.value
        self.floor: float = _magnitude(atom)
        self.kind: Kind = _kind(atom)
        self.last = atom
        if atom.kind == "scale_dual":
            self.total, self.group = 2 * atom.value, 0

    @property
    def value(self) -> float:
        value = self.total + self.group
        return int(value) if float(value).is_integer() else value

    def take(self, atom: _Atom) -> bool:
        """Take the next numeral in, if it can go on from what was read."""
        if self.value > LARGEST:
            return False
        taken = self._joined(atom) if atom.joined else self._juxtaposed(atom)
        if taken:
            self.last = atom
        return taken

    def _juxtaposed(self, atom: _Atom) -> bool:
        if self.last.kind == "half" and self.last.joined and atom.before.endswith("ال"):
            return atom.kind == "scale"  # مليون ونصف المليون: half of the million that was said
        if atom.kind in ("scale", "scales") and self.group:
            return self._scale(atom.value)
        if atom.kind == "vague" and self.kind in ("few", "vague") and atom.value < 1000:
            return self._scale(atom.value)
        if self.last.kind not in ("unit", "ordinal") or not self.group or self.last.value > 9:
            return False
        if atom.kind == "ten":
            return self._add(atom.value, 1)
        return atom.kind == "hundred" and self._scale(100, 100)

    def _joined(self, atom: _Atom) -> bool:
        after_scale = self.last.kind in ("scale", "scales", "scale_dual")
        if atom.kind == "half" and after_scale:
            return self._add(atom.value * self.last.value, 1)
        if atom.kind == "tens" and self.last.kind in ("unit", "ordinal") and self.last.value < 10:
            return self._add(atom.value, 1)
        if atom.kind == "digits" and not after_scale:
            return False
        if atom.kind not in ("digits", "unit", "ten", "tens", "hundred", "hundreds", "scale", "scale_dual"):
            return False
        value = atom.value * (2 if atom.kind == "scale_dual" else 1)
        return value < self.floor and self._add(value, _magnitude(atom))

    def _add(self, value: float, floor: float) -> bool:
        self.group += value
        self.floor = floor
        return True

    def _scale(self, value: float, floor: float = 0) -> bool:
        """Multiply the open group; a hundred stays open, a thousand closes it."""
        self.group *= value
        self.floor = floor or value
        if value >= 1000:
            self.total, self.group = self.total + self.group, 0
        return True


def _kind(atom: _Atom) -> Kind:
    if atom.kind in ("vague", "few", "ordinal"):
        return "vague" if atom.kind == "vague" else "few" if atom.kind == "few" else "ordinal"
    return "vague" if atom.kind == "scales" else "cardinal"


def _magnitude(atom: _Atom) -> float:
    """What a numeral that follows with و (and) must stay under."""
    if atom.kind in ("hundred", "hundreds"):
        return 100
    return atom.value if atom.kind in ("scale", "scales", "scale_dual") else 1


def _compound(atoms: Sequence[_Atom], at: int) -> tuple[Number, int]:
    """The number that starts at `at`, and where the next one may start."""
    first = atoms[at]
    reading = _Sum(first)
    after = at + 1
    while after < len(atoms) and atoms[after].first == atoms[after - 1].last + _gap(atoms[after]):
        if not reading.take(atoms[after]):
            break
        after += 1
    last = atoms[after - 1]
    number = Number(first.first, last.last, first.start, last.end, reading.value, reading.kind,
                    first.kind == "digits", first.before, first.definite)  # fmt: skip
    return number, after


def _gap(atom: _Atom) -> int:
    """Digits have their و (and) as a word before them."""
    return 1 if atom.kind == "digits" and atom.joined else 0
