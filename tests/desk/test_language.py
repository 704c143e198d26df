"""Both languages are complete, and write dates in both calendars."""

import re
from pathlib import Path
from typing import get_args

import pytest

from tawthiq.desk.language import CODES, language
from tawthiq.records import MentionKind, StatementKind, StatementMode, Status, TieKind

DESK = Path(__file__).parent.parent.parent / "tawthiq/desk"


def test_both_languages_say_the_same_things() -> None:
    arabic, english = (language(code).messages for code in CODES)
    assert arabic.keys() == english.keys()
    for key, text in arabic.items():
        assert text.strip() and re.findall(r"{\w+}", text) == re.findall(r"{\w+}", english[key]), key


def test_every_message_that_a_template_asks_for_is_there() -> None:
    asked = {
        key for path in DESK.rglob("*.html")
        for key in re.findall(r'say\("([a-z_]+\.[a-z_]+)"[,)]', path.read_text(encoding="utf-8"))
    }  # fmt: skip
    assert len(asked) > 40
    assert asked - language("ar").messages.keys() == set()


@pytest.mark.parametrize(
    ("group", "words"),
    [("statement_kind", StatementKind), ("mode", StatementMode), ("mention_kind", MentionKind),
     ("tie", TieKind), ("status", Status)],
)  # fmt: skip
def test_every_word_of_the_record_has_a_name(group: str, words: object) -> None:
    for code in CODES:
        assert [word for word in get_args(words) if f"{group}.{word}" not in language(code).messages] == []


DATES = [
    ("2019-08-23", "23 August 2019 (22 Dhu al-Hijja 1440)", "23 آب/أغسطس 2019 (22 ذو الحجة 1440)"),
    ("2019-08", "August 2019", "آب/أغسطس 2019"),
    ("2019", "2019", "2019"),
    ("2026-01-08T11:42:50+00:00", "8 January 2026 (19 Rajab 1447)", "8 كانون الثاني/يناير 2026 (19 رجب 1447)"),
    ("1700-01-01", "1 January 1700", "1 كانون الثاني/يناير 1700"),  # before the tables of the Hijri calendar
    ("2019-13-40", "40  2019", "40  2019"),
    ("2019-08-19/2019-08-25", "2019-08-19/2019-08-25", "2019-08-19/2019-08-25"),
    ("", "", ""),
    (None, "", ""),
]


@pytest.mark.parametrize(("value", "english", "arabic"), DATES)
def test_dates_in_the_words_of_both_calendars(value: str | None, english: str, arabic: str) -> None:
    assert language("en").date(value).replace("  ", " ") == english.replace("  ", " ")
    assert language("ar").date(value).replace("  ", " ") == arabic.replace("  ", " ")


def test_a_language_that_there_is_none_of_is_arabic() -> None:
    assert language("fr").code == language("../en").code == "ar"
