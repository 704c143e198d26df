"""Dates as pages write them: in machine form, in figures, in words with the months of every system.

Values are EDTF (ISO 8601-2:2019): a day `2019-05-07`, or a date and time `2019-05-07T10:15:00+03:00`.
Where figures leave open which is the day, the day stands before the month, as Arabic pages have it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from functools import cache
from pathlib import Path

from msgspec import Struct

from tawthiq.fold import fold
from tawthiq.knowledge import DATA, MANY, rows_of, toml_entries

FIRST_YEAR, LAST_YEAR = 1995, 2099  # no outlet had a page before, none has one behind
_MACHINE = re.compile(
    r"\s*(\d{4})-(\d{1,2})-(\d{1,2})(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?"
)
_STAMP = re.compile(r"\d{10}(?:\d{3})?")  # seconds or milliseconds since 1970
_CENTURY = re.compile(r"19|20|١٩|٢٠|۱۹|۲۰")  # without which no year is written
_YMD = r"(?<![\d.])(?P<y1>(?:19|20)\d\d)\s?(?P<s1>[-/.])\s?(?P<m1>\d\d?)\s?(?P=s1)\s?(?P<d1>\d\d?)(?!\d)"
_DMY = r"(?<![\d.])(?P<d2>\d\d?)\s?(?P<s2>[-/.])\s?(?P<m2>\d\d?)\s?(?P=s2)\s?(?P<y2>(?:19|20)\d\d)(?!\d)"


class Calendar(Struct, frozen=True):
    """The months by their folded names, and the pattern of a written date."""

    months: dict[str, int]
    pattern: re.Pattern[str]

    def value(self, match: re.Match[str]) -> str | None:
        """The EDTF day of a match of the pattern; None for a day that there is not."""
        year, month, day = next(match.group(f"y{n}", f"m{n}", f"d{n}") for n in "1234" if match[f"y{n}"])
        number = self.months.get(month) or int(month)
        if number > 12 >= int(day):
            number, day = int(day), str(number)
        return _day(int(year), number, int(day))


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _months(folder: Path) -> Iterator[tuple[str, int]]:
    for row in rows_of(folder / "dates" / "words.tsv"):
        if row["id"].startswith("month."):
            yield from ((fold(name.strip()), int(row["value"])) for name in row["words"].split(MANY))
    for entry in toml_entries(folder / "furniture" / "months.toml"):
        yield from ((fold(name), entry.data["value"]) for name in entry.data["names"])


@cache
def calendar(folder: Path = DATA) -> Calendar:
    """The months of a folder of knowledge. Raises KnowledgeError where a file is malformed."""
    months = dict(_months(folder))
    names = "|".join(re.escape(name) for name in sorted(months, key=len, reverse=True))
    either = r"(?:[^\W\d]+(?: [^\W\d]+)?\d?\s*[/(]\s*)?"  # both systems: آب/أغسطس (August twice)
    day_first = (
        rf"(?<!\w)(?P<d3>\d\d?)(?:st|nd|rd|th|er)?[\s/-]+(?:من\s+|de\s+)?"  # of
        rf"{either}(?P<m3>{names})\b\)?\.?[\s,،/-]+(?:عام\s+)?(?P<y3>(?:19|20)\d\d)(?!\d)"  # year
    )
    month_first = (
        rf"\b(?P<m4>{names})\b\.?\s+(?P<d4>\d\d?)(?:st|nd|rd|th)?\s*[,،]?\s+"
        r"(?P<y4>(?:19|20)\d\d)(?!\d)"
    )
    return Calendar(months, re.compile("|".join((_YMD, _DMY, day_first, month_first))))


def written_dates(text: str) -> Iterator[str]:
    """The EDTF days that a text names in full, in order."""
    if not _CENTURY.search(text):
        return
    known = calendar()
    for match in known.pattern.finditer(fold(text)):
        if value := known.value(match):
            yield value


def machine_date(value: str) -> str | None:
    """The EDTF value of a date in metadata: ISO 8601, RFC 2822, a time stamp, or written for people."""
    value = value.strip()
    if match := _MACHINE.match(value):
        return _iso(*match.groups())
    if _STAMP.fullmatch(value):
        return datetime.fromtimestamp(int(value[:10]), tz=UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return _mail_date(value) or next(written_dates(value), None)


def _iso(year: str, month: str, day: str, *time: str | None) -> str | None:
    known = _day(int(year), int(month), int(day))
    hour, minute, second, zone = time
    if known is None or hour is None or minute is None or int(hour) > 23 or int(minute) > 59:
        return known
    if zone and zone != "Z":
        zone = f"{zone[:3]}:{zone[-2:]}"
    return f"{known}T{int(hour):02}:{minute}:{second or '00'}{zone or ''}"


def _mail_date(value: str) -> str | None:
    try:
        return parsedate_to_datetime(value).isoformat()
    except (ValueError, IndexError):
        return None


def refusal(value: str, retrieved: str | None) -> str | None:
    """Why a date cannot be that of publication; None for one that can. A day of grace for time zones."""
    if int(value[:4]) < FIRST_YEAR:
        return f"before {FIRST_YEAR}"
    if int(value[:4]) > LAST_YEAR:
        return f"after {LAST_YEAR}"
    if retrieved and (known := _day_number(retrieved)) and (_day_number(value) or 0) > known + 1:
        return "after the page was got"
    return None


def _day_number(value: str) -> int | None:
    try:
        return date.fromisoformat(value[:10]).toordinal()
    except ValueError:
        return None
