"""The whole, for any text: spans say what they quote, ids are unique, reading again changes no byte."""

import time
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tawthiq.lexicon import Lexicon, load
from tawthiq.pipeline import read, read_text
from tawthiq.records import Capture, Reading, Report
from tawthiq.rules import Trace

LEXICON = load()
# words of every layer, so that records are made: cues, persons, offices, bodies, places, dates, numbers, events
NEWS = """قال أعلن نفى أكد أن إن وأضاف بحسب نقلا عن مصدر مصادر بيان وزير الخارجية الرئيس المتحدث باسم سامي حداد
 محمد أحمد الحكومة الجيش القوات الأمم المتحدة حزب حركة وكالة رويترز دمشق بغداد للرياض مدينة محافظة سوريا العراق
 أمس اليوم الثلاثاء الماضي يناير 2019 منذ قبل ثلاثة أيام عشرات 5 خمسة عشر مليون قتل قتلى أصيب غارات هجوم قصف اعتقل
 اتهم طالب هدد التقى زار وقع اتفاق احتجاج لم لن سوف قد في من على إلى الذي التي المدعوم التابع بقيادة إرهابي
 شهيد مناطق محافظات منطقتي ريف و ف ل ب""".split()
MARKS = ["«", "»", '"', "“", "”", "''", "(", ")", ".", "،", ":", "؛", "؟", "!", "…", "-", "ـ", "\n", "/"]
HOSTILE = ["\u200f", "\u202b", "\u202e", "\u2066", "\u200b", "\ufeff", "َ", "ّ", "ـ", "ﻻ", "ﷲ", "\x00", "\x0b", "\x85",
           "\u2028",
           "9999", "٣٢", "99999999999999999999", "\ud7ff", "\U0010ffff", "👍🏽", "a" * 50]  # fmt: skip
PIECES = st.sampled_from([*NEWS, *["و" + word for word in NEWS[:20]], *MARKS, *HOSTILE])
SPACED = st.lists(PIECES, max_size=50).map(" ".join)
PACKED = st.lists(PIECES, max_size=30).map("".join)
TEXT = st.one_of(SPACED, PACKED, st.text(st.characters(exclude_categories=["Cs"]), max_size=60))


def reading_of(text: str, trace: Trace | None = None, published: str | None = "2019-08-23") -> Reading:
    return read_text(Report(id="0" * 64, key="k", text=text, published=published), [], LEXICON, trace)


def spans(record: Any) -> Iterator[tuple[int, int, str]]:
    """Every span of a reading, however deep: what has start, end and text."""
    if isinstance(record, msgspec.Struct):
        fields = {name: getattr(record, name) for name in record.__struct_fields__}
        if {"start", "end", "text"} <= fields.keys() and fields["start"] is not None:
            yield fields["start"], fields["end"], fields["text"]
        yield from (span for value in fields.values() for span in spans(value))
    elif isinstance(record, list):
        yield from (span for item in record for span in spans(item))


LAYERS = ("mentions", "dates", "counts", "statements", "events", "ties", "loaded")


def check(text: str, reading: Reading) -> None:
    """What holds for every reading."""
    assert reading.report.text == text
    for layer in LAYERS:
        for start, end, words in spans(getattr(reading, layer)):
            assert 0 <= start < end <= len(text)
            assert text[start:end] == words
    for sentence in reading.sentences:
        assert 0 <= sentence.start < sentence.end <= len(text)
    assert all(a.end <= b.start for a, b in pairwise(reading.sentences))
    for kind in (reading.statements, reading.events):
        assert [record for record, count in Counter(r.id for r in kind).items() if count > 1] == []
    said = {statement.id for statement in reading.statements}
    assert {event.statement for event in reading.events} - {None} <= said
    assert all(record.rule for layer in LAYERS for record in getattr(reading, layer))


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXT)
def test_any_text_gives_a_sound_reading(text: str) -> None:
    reading = reading_of(text)
    check(text, reading)
    assert msgspec.json.encode(reading_of(text)) == (once := msgspec.json.encode(reading))
    assert msgspec.json.decode(once, type=Reading) == reading


@settings(max_examples=60, deadline=None)
@given(
    SPACED, st.sampled_from([None, "2019-08-23", "2019", "9999-12-31", "0001-01-01", "2020-02-29", "2019-13-45", "?"])
)
def test_any_date_of_publication(text: str, published: str | None) -> None:
    check(text, reading_of(text, published=published))


@settings(max_examples=60, deadline=None)
@given(SPACED)
def test_explaining_changes_nothing(text: str) -> None:
    assert reading_of(text, Trace()) == reading_of(text)


@settings(max_examples=100, deadline=None)
@given(st.one_of(st.binary(max_size=300), SPACED.map(str.encode)))
def test_any_bytes_give_a_reading_or_one_clear_line(original: bytes) -> None:
    from tawthiq.errors import SourceError

    for media in ("text", "html", "json", "csv"):
        try:
            reading = read(Capture("0" * 64, original, media, "k"), LEXICON)
        except SourceError as error:
            assert "\n" not in str(error)
        else:
            check(reading.report.text, reading)


def test_records_are_made_at_all() -> None:
    """The strategies would prove little if nothing were ever found."""
    text = "قال وزير الخارجية سامي حداد في دمشق أمس إن القوات قتلت 5 مدنيين في غارات على بغداد."
    reading = reading_of(text)
    assert all(getattr(reading, layer) for layer in ("mentions", "dates", "counts", "statements", "events"))
    check(text, reading)


def test_the_same_record_whatever_was_read_before(lexicon: Lexicon) -> None:
    text = "أعلن المتحدث باسم الجيش أن القوات سيطرت على المدينة."
    fresh = msgspec.json.encode(reading_of(text))
    reading_of("قصفت الطائرات مواقع في دمشق، وقال مصدر إن عشرات قتلوا.")
    assert (
        msgspec.json.encode(read_text(Report(id="0" * 64, key="k", text=text, published="2019-08-23"), [], lexicon))
        == fresh
    )


# --- time


def seconds(text: str) -> float:
    before = time.process_time()
    reading_of(text)
    return time.process_time() - before


MILLION = 1_000_000


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        pytest.param("ا" * MILLION, 4, id="a word of a million letters"),
        pytest.param(" " * MILLION + "ق", 4, id="a million spaces"),
        pytest.param("قال" + "َ" * MILLION, 4, id="a million vowel signs"),
        pytest.param("." * MILLION, 16, id="a million full stops"),
        pytest.param("1" * 200_000, 4, id="a number of 200,000 digits"),
        pytest.param("\u202b" * MILLION, 4, id="a million bidi controls"),
        pytest.param('قال "نعم ' * 10_000, 8, id="10,000 quotation marks"),
        pytest.param("«" * 10_000 + '" ' * 10_000, 8, id="10,000 guillemets never closed"),
        pytest.param("(قال. " * 10_000, 8, id="10,000 brackets never closed"),
        pytest.param("كلمة " * 200_000, 20, id="one word 200,000 times"),
    ],
)
def test_time_is_bounded(text: str, limit: float) -> None:
    assert seconds(text) < limit


LINEAR = [
    "قال الوزير إن الطريق مفتوح. ", "قال الوزير إن ", "قال ", '"قال ', "«قال ",
    "»قال ", "(", "ـ ", "َ ", "و", "5 ", "1/", "عشرات ", "محمد ", "بن ", "أبو ",
    "عبد ال", "الدكتور ", "وزير ", "حزب ", "دمشق ", "مدينة ", "سوريا و", "الثلاثاء ",
    "من يناير إلى ", "قتل ", "قتل 5 ", "هجوم على ", "غارات ", "بحسب ", "المدعوم من ",
    "إرهابي ", "a ", "👍",
]  # fmt: skip


@pytest.mark.parametrize("piece", LINEAR)
def test_twice_the_text_takes_about_twice_the_time(piece: str) -> None:
    short, long = (piece * (size // len(piece)) for size in (8_000, 32_000))
    seconds(short[:1000])
    base = min(seconds(short), seconds(short))
    assert seconds(long) < 10 * base + 0.3
