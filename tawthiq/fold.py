"""Letters folded, offsets kept: the one folding for lexicon, text and search.

Folding makes spellings that readers take for the same word equal: hamza carriers and alef forms,
alef maqsura and yeh, ta marbuta and heh, presentation forms, Persian letter twins, Arabic-Indic
digits. Marks that carry no letter are dropped: diacritics, tatweel, bidi controls, zero-width.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_LETTERS = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا",  # alef with hamza, madda, wasla -> alef
    "ى": "ي", "ئ": "ي", "ی": "ي", "ې": "ي", "ے": "ي", "ۓ": "ي",  # alef maqsura, yeh with hamza, yeh twins -> yeh
    "ؤ": "و", "ة": "ه", "ۀ": "ه", "ۂ": "ه", "ہ": "ه", "ھ": "ه", "ە": "ه",  # waw with hamza; ta marbuta, heh twins
    "ک": "ك", "ڪ": "ك", "گ": "ك",  # keheh, swash kaf, gaf -> kaf
    "ڤ": "ف", "پ": "ب", "چ": "ج", "ژ": "ز",  # veh, peh, tcheh, jeh -> their nearest Arabic letters
}  # fmt: skip
_PRESENTATION = ((0xFB50, 0xFDFF), (0xFE70, 0xFEFC))
_DROPPED = (
    *range(0x0610, 0x061B), *range(0x064B, 0x0660), 0x0640, 0x0670, *range(0x06D6, 0x06DD),
    *range(0x06DF, 0x06E5), 0x06E7, 0x06E8, *range(0x06EA, 0x06EE), 0x061C, 0x00AD, 0xFEFF,
    *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A),
)  # fmt: skip


def _presentation_form(code: int) -> str | None:
    """The folded letters of an Arabic presentation form; None for a code point that is not one."""
    plain = unicodedata.normalize("NFKC", chr(code))
    if plain == chr(code):
        return None
    return "".join("" if ord(c) in _DROPPED else _LETTERS.get(c, c) for c in plain).strip()


def _table() -> dict[int, str | None]:
    table: dict[int, str | None] = {ord(c): to for c, to in _LETTERS.items()}
    table.update({zero + n: str(n) for zero in (0x0660, 0x06F0) for n in range(10)})
    for first, last in _PRESENTATION:
        forms = ((code, _presentation_form(code)) for code in range(first, last + 1))
        table.update({code: letters for code, letters in forms if letters is not None})
    table.update(dict.fromkeys(_DROPPED))
    return table


_TABLE = _table()


def fold(text: str) -> str:
    """`text` with its letters folded and the marks that carry no letter dropped; Latin in lower case."""
    return text.translate(_TABLE).lower()


@lru_cache(maxsize=65536)
def fold_word(word: str) -> str:
    """`fold` for one word, remembered: news repeats its words."""
    return fold(word)


def unfolded_offset(text: str, offset: int) -> int:
    """The offset into `text` at which its folded form has had `offset` characters.

    Marks that follow a letter stay with it: the cut falls just before the next letter.
    Raises ValueError where the folded form is shorter than `offset`.
    """
    seen = 0
    for at, character in enumerate(text):
        width = len(fold(character))
        if seen >= offset and width:
            return at
        seen += width
    if seen < offset:
        raise ValueError(f"{offset} is past the end of the folded form")
    return len(text)
