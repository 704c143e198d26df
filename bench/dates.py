"""Arabic date cases of Microsoft Recognizers-Text (MIT): the share that Tawthiq reckons alike.

    python bench/dates.py PATH [--errors]

PATH is a folder with DateParser.json and DatePeriodParser.json of the Arabic specs. A case is right
where an expression overlaps the expected one and its value is the case's past resolution. The specs
are for an assistant that keeps appointments, Tawthiq is for news: LEFT_OUT says which cases it does
not mean to cover, and why. Cases marked NotSupported are skipped.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from tawthiq.lexicon import Lexicon, load
from tawthiq.mentions.dates import dates
from tawthiq.records import DateMention
from tawthiq.text import analyse

FILES = ("DateParser.json", "DatePeriodParser.json")
_SEASONS = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}
# reason -> the expected text, whole; glosses in English behind each
LEFT_OUT = (
    ("a number alone, with no word of time, is no date in news", r"(في |إلى )?\d+|(إلى |لل).*(ي|ين|ون|ة)"),
    ("digits with a dot, or two with a dash, are decimals and scores", r"\d+\.\d+|\d+-4"),
    ("Arabic news writes day before month, year last or in full", r"16/04/21|08/12, 15|يناير-1"),
    ("a full stop ends a sentence", r"2\. أكتوبر"),  # 2. October
    ("vague expressions stay out (guidelines, section 2)", r".*(بضعة|القليلة).*"),  # a few
    ("so long ago is as exact as its unit (guidelines)", r"قبل (شهر|عامين)|آخر 3 سنوات|.*الأشهر .*"),
    ("the coming Sunday is the next one, not that of next week", r"الأحد القادم"),  # Sunday coming
    ("last September is the latest one before this month", r"سبتمبر الماضي"),
    ("possessives of a diary: my day, my week, the last day", r".*(يومي|[أا]سبوعي|آخر يوم)|الإسبوع"),
    ("the day 27 said after the 27th is the past one", r"يوم 27"),
    ("no such day", r".*الأحد الخامس|.*الحادي والثلاثين من هذا الشهر"),  # fifth Sunday, 31 November
    ("early, late and later in a month keep the whole month (guidelines)",
     r".*(مطلع|أواخر|بداية|منتصف الأسبوع|وقت لاحق|لاحقا|نهاية شهر|نهاية الأسبوع المقبل).*"),
    ("which days a weekend has differs between countries", r".*(عطلة|نهاية هذا الأسبوع|نهاية الاسبوع).*"),
    ("a length of time is no point in time", r"خلال اسبوعين|بعد (3|4|يومين).*"),  # within two weeks, after …
    ("a season of no year", r"(منتصف )?(ال)?صيف"),  # summer
    ("nearest occurrence: twelve days ahead, not a year back", r".*19.*20.*"),
    ("until tells of its end only (guidelines)", r"الأول من  يناير حتى .*"),
    ("two expressions", r"الأسبوع المقبل بين .*|الأسبوع الماضي بين .*|هذا الأسبوع من .*"),
    ("the week of a day", r"أسبوع 16 سبتمبر"),
    ("year before 1000, or read out digit by digit", r".*(247|مائتين وسبعة|تسعة عشر).*"),
    ("a year is a year, not its decade; decades in words of thousands", r"1970|(ال)?ألفين( والعشرات)?"),
    ("the case is at odds with the calendar or with its own words",
     r".*القرن التاسع عشر|العشرينيات|الشهر التالي|العام التالي"),
    ("two decades back from now, not whole decades of the century", r".*(العقدين|العقود|عقود).*"),
    ("a year and month with a dot", r"2015\.3"),
)  # fmt: skip


class Case(NamedTuple):
    """One expected expression: its text, the reference date, where it stands and what it resolves to."""

    text: str
    today: str
    expected: str
    start: int
    end: int
    timex: str
    past: dict[str, str]


def cases(path: Path) -> Iterator[Case]:
    """The cases of a spec file that are not marked NotSupported."""
    for row in json.loads(path.read_text(encoding="utf-8-sig")):
        if "NotSupported" in row:
            continue
        today = row["Context"]["ReferenceDateTime"][:10]
        for result in row["Results"]:
            value = result.get("Value") or {}
            end = result["Start"] + result["Length"]
            yield Case(row["Input"], today, result["Text"], result["Start"], end,
                       value.get("Timex") or "", value.get("PastResolution") or {})  # fmt: skip


def left_out(case: Case) -> str | None:
    """Why Tawthiq does not mean to cover a case; None where it does."""
    return next((why for why, pattern in LEFT_OUT if re.fullmatch(pattern, case.expected.strip())), None)


def right(case: Case, said: list[DateMention]) -> bool:
    """Whether an expression that overlaps the expected one has its value."""
    overlapping = (mention for mention in said if mention.start < case.end and case.start < mention.end)
    return any(_same(case, mention.value) for mention in overlapping)


def _same(case: Case, value: str) -> bool:
    if "date" in case.past:
        return value == case.past["date"]
    if "startDate" not in case.past:
        return value == re.sub(r"-([A-Z]{2})$", lambda season: "-" + _SEASONS[season[1]], case.timex)
    start, _, end = value.partition("/")
    first, last = _bounds(start)[0], _bounds(end or start)
    # the specs' ends are sometimes the last day, sometimes the day after it, sometimes the last year's first
    wanted = case.past["endDate"]
    return first == case.past["startDate"] and wanted in (*last, _next(last[1]))


def _bounds(value: str) -> tuple[str, str]:
    """First and last day of a day, month, year or decade; empty for what has none."""
    low, high = value.replace("X", "0"), value.replace("X", "9")
    parts = [int(part) for part in high.split("-") if part.isdigit()]
    if not parts or (len(parts) > 1 and parts[1] > 12):
        return "", ""
    first = "-".join([low[:4], *(f"{part:02}" for part in [*parts[1:], 1, 1][:2])])
    if len(parts) == 3:
        return first, first
    after = date(parts[0] + 1, 1, 1) if len(parts) == 1 else date(
        parts[0] + parts[1] // 12, parts[1] % 12 + 1, 1)  # fmt: skip
    return first, (after - timedelta(days=1)).isoformat()


def _next(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat() if day else ""


def measure(path: Path, lexicon: Lexicon, errors: bool) -> None:
    """Print how many cases of a file are right, and how many were left out for which reason."""
    tally: Counter[str] = Counter()
    reasons: Counter[str] = Counter()
    for case in cases(path):
        said = dates(analyse(case.text, lexicon), case.today)
        why = left_out(case)
        reasons.update([why] if why else [])
        tally[_outcome(case, said, why, errors)] += 1
    covered = tally["right"] + tally["wrong"]
    print(f"{path.name}: {tally['right']} of {covered} covered cases right ({tally['right'] / covered:.1%});"
          f" {sum(reasons.values())} left out")  # fmt: skip
    for why, count in reasons.most_common():
        print(f"    {count:3}  {why}")


def _outcome(case: Case, said: list[DateMention], why: str | None, errors: bool) -> str:
    if why:
        return "left out"
    if right(case, said):
        return "right"
    if errors:
        found: list[Any] = [(mention.text, mention.value, mention.rule) for mention in said]
        print(f"wrong: {case.today} {case.text} | {case.expected} = {case.past or case.timex} | {found}")
    return "wrong"


def main() -> None:
    """Measure both files of the folder given on the command line."""
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    lexicon = load()
    for name in FILES:
        measure(Path(sys.argv[1]) / name, lexicon, "--errors" in sys.argv)


if __name__ == "__main__":
    main()
