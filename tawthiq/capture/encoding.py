"""Bytes to text, the same way each time: what the offsets of every block count in.

`decode` is a pure function of the bytes and the encoding recorded with them, so that a reader years
later finds the same characters. A byte-order mark is no part of the text; nothing else is left out.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

REPLACED = "\ufffd"
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})")
_HEAD = 4096
# what a page may say it is in; other names (utf-7, hz, idna…) are attacks or nonsense
_PLAUSIBLE = frozenset(
    "utf-8 ascii cp1250 cp1251 cp1252 cp1254 cp1256 cp720 cp864 iso8859-1 iso8859-5 iso8859-6 iso8859-9 "
    "iso8859-15 mac-arabic mac-turkish".split()
)
_LEGACY = ("windows-1256", "iso8859-6", "windows-1252")
_COMMON = ("ال", "في", "من", "على", "أن")  # the commonest of Arabic: the article, in, from, on, that
_DAMAGE = 10  # characters of several bytes to one wrong byte, from which on it is UTF-8 with damage
_CERTAIN = 6  # letters that a repair must give back before it is made
_UNDEFINED = (0x81, 0x8D, 0x8F, 0x90, 0x9D)  # in windows-1252; readers pass them through as C1 controls
_CP1252 = {ord(bytes([b]).decode("cp1252")): b for b in range(0x80, 0xA0) if b not in _UNDEFINED}
_SIGNS_OF_MISREADING = ("Ø§", "Ù„", "ظ„", "ط§")  # the letters lam and alef of UTF-8, read byte by byte


class Decoded(NamedTuple):
    """The text, the name of the encoding that it was read with, and what a reader should know of it."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def decode(original: bytes, encoding: str | None = None) -> Decoded:
    """The text of `original`. encoding: what came with it (a header, the file it is a row of), only a hint.

    In this order: byte-order mark, UTF-16 by its pattern, valid UTF-8, UTF-8 with damage, then the
    single-byte encoding under which it reads most like Arabic. Never raises: what cannot be read
    becomes U+FFFD, with a note.
    """
    for mark, name in _BOMS:
        if original.startswith(mark):
            return _read(original[len(mark) :], name, None)
    if wide := _wide(original, encoding):
        return _read(original, wide, None)
    return _narrow(original, encoding)


def _narrow(original: bytes, encoding: str | None) -> Decoded:
    if original.isascii():
        return Decoded(original.decode("ascii"), "utf-8")
    declared = _codec(encoding) or _codec(_declaration(original))
    try:
        return _repaired(Decoded(original.decode("utf-8"), "utf-8", _mislabelled("utf-8", declared)))
    except UnicodeDecodeError:
        name = "utf-8" if _is_damaged_utf8(original) else _likeliest(original, declared)
    return _repaired(_read(original, name, declared))


def _mislabelled(encoding: str, declared: str | None) -> tuple[str, ...]:
    if declared and declared != _codec(encoding):
        return (f"encoding: says {declared}, read as {encoding}",)
    return ()


def _read(original: bytes, encoding: str, declared: str | None) -> Decoded:
    notes = _mislabelled(encoding, declared)
    try:
        return Decoded(original.decode(encoding), encoding, notes)
    except UnicodeDecodeError:
        text = original.decode(encoding, "replace")
    lost = f"encoding: {text.count(REPLACED)} unreadable characters"
    return Decoded(text, encoding, (*notes, lost))


def _is_damaged_utf8(original: bytes) -> bool:
    """Whether it is UTF-8 all the same: each Arabic letter of two bytes speaks for it."""
    text = original.decode("utf-8", "replace")
    wide, wrong = len(original) - len(text), text.count(REPLACED)
    return wide > _DAMAGE * wrong or (wrong == 1 and wide > 1)


def _codec(name: str | None) -> str | None:
    """The canonical name of an encoding that pages in Arabic or about it come in; None for any other."""
    try:
        known = codecs.lookup(name).name if name else None
    except (LookupError, ValueError):
        return None
    return known if known in _PLAUSIBLE else None


def _declaration(original: bytes) -> str | None:
    found = _DECLARED.search(original[:_HEAD])
    return found.group(1).decode("ascii") if found else None


def _wide(original: bytes, encoding: str | None) -> str | None:
    """utf-16-le or utf-16-be where most high bytes are those of Latin or Arabic letters."""
    head = original[:_HEAD]
    if len(head) < 4 or len(original) % 2:
        return None
    if encoding in ("utf-16-le", "utf-16-be"):
        return encoding
    # the high bytes of UTF-16: 00 of Latin, 06 of Arabic letters, 20 of punctuation
    for name, first in (("utf-16-le", 1), ("utf-16-be", 0)):
        high, low = head[first::2], head[1 - first :: 2]
        marks = high.count(0x06) + high.count(0x00)
        share = (marks + high.count(0x20)) / len(high)
        if share > 0.9 and marks * 3 > len(high) * 2 and low.count(0) * 10 < len(low):
            return name
    return None


def _likeliest(original: bytes, declared: str | None) -> str:
    """The single-byte encoding that gives the most common Arabic words; as declared where none does."""
    sample = bytes(original[: 1 << 18])
    names = [declared] if declared and declared not in ("utf-8", "ascii") else []
    best = max([*names, *_LEGACY], key=lambda name: _likeness(sample, name))
    if _likeness(sample, best) == 0:
        return names[0] if names else "windows-1252"
    return best


def _likeness(sample: bytes, encoding: str) -> int:
    text = sample.decode(encoding, "replace")
    return sum(map(text.count, _COMMON))


def _repaired(decoded: Decoded) -> Decoded:
    """UTF-8 that was read as a single-byte encoding and saved again, read back where that is certain.

    Certain: every character of the text, or of the line, is a byte of that encoding, all bytes
    together are valid UTF-8, and they give Arabic.
    """
    if not any(sign in decoded.text for sign in _SIGNS_OF_MISREADING):
        return decoded
    whole = _undone(decoded.text)
    if whole is None:
        lines = decoded.text.split("\n")  # no other line end: those are letters here
        whole = "\n".join(_undone(line) or line for line in lines)
    if whole == decoded.text:
        return decoded
    return decoded._replace(text=whole, notes=(*decoded.notes, "encoding: misread UTF-8 was repaired"))


def _undone(text: str) -> str | None:
    for original in (_as_cp1252(text), _as_cp1256(text)):
        try:
            again = original.decode("utf-8") if original else ""
        except UnicodeDecodeError:
            continue
        if _arabic(again) >= _CERTAIN and len(again) < len(text):
            return again
    return None


def _as_cp1252(text: str) -> bytes | None:
    try:
        return text.translate(_CP1252).encode("latin-1")
    except UnicodeEncodeError:
        return None


def _as_cp1256(text: str) -> bytes | None:
    try:
        return text.encode("cp1256")
    except UnicodeEncodeError:
        return None


def _arabic(text: str) -> int:
    return sum("\u0621" <= c <= "\u064a" for c in text)
