"""The languages of the reading room: what it says in each, and how it writes a date."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import Any

from hijridate import Gregorian
from msgspec import Struct

CODES = ("ar", "en")  # the first is the one for who has not chosen
# EDTF level 0; an hour is left out
_ISO = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d))?(?:-(?P<day>\d\d)(?:T.*)?)?")


class Language(Struct, frozen=True):
    """A language: its code (BCP 47), its name in itself, the direction of its script, its messages by key."""

    code: str
    name: str
    direction: str
    other: str
    messages: Mapping[str, str]

    def say(self, key: str, **values: object) -> str:
        """The message of a key as `report.cue`, with `values` put in. Raises KeyError for a key it has not."""
        return self.messages[key].format(**values) if values else self.messages[key]

    def name_of(self, group: str, word: str | None) -> str:
        """A word of the record (a kind, a type, a status) in this language; the word itself where it has none."""
        return self.messages.get(f"{group}.{word}", word or "")

    def date(self, value: str | None) -> str:
        """An EDTF value in words, of a day also the Hijri one; what is no plain date is left as it is."""
        found = _ISO.fullmatch(value or "")
        if not found:
            return value or ""
        month = self.messages.get(f"months.{int(found['month'])}") if found["month"] else None
        parts = [str(int(found["day"])) if found["day"] else None, month, found["year"]]
        gregorian = " ".join(part for part in parts if part)
        hijri = self._hijri((value or "")[:10]) if found["day"] else None
        return f"{gregorian} ({hijri})" if hijri else gregorian

    def _hijri(self, day: str) -> str | None:
        """A day of the Umm al-Qura calendar; None for what is no day, or outside of its tables."""
        try:
            hijri = Gregorian.fromdate(date.fromisoformat(day)).to_hijri()
        except (ValueError, OverflowError):
            return None
        return f"{hijri.day} {self.messages[f'hijri_months.{hijri.month}']} {hijri.year}"


@lru_cache(maxsize=len(CODES))
def language(code: str) -> Language:
    """A language by its code; Arabic for a code that there is none of."""
    known = code if code in CODES else CODES[0]
    read = tomllib.loads((files("tawthiq.desk") / f"messages/{known}.toml").read_text(encoding="utf-8"))
    head = {name: read.pop(name) for name in ("name", "direction", "other")}
    return Language(code=known, messages=_flat(read), **head)


def _flat(groups: Mapping[str, Any]) -> dict[str, str]:
    return {f"{group}.{key}": text for group, texts in groups.items() for key, text in texts.items()}
