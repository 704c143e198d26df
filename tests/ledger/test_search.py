"""Search: what is found, what is not, and that nothing a user types breaks it."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made import made, visit

from tawthiq.errors import OptionError
from tawthiq.ledger import Ledger, search


def keys(ledger: Ledger, words: str = "", **filters: Any) -> list[str]:
    """Keys of the reports found, sorted."""
    return sorted({hit.key for hit in search(ledger, words, **filters)})


def layers(ledger: Ledger, words: str = "", **filters: Any) -> list[str]:
    return sorted(hit.layer for hit in search(ledger, words, **filters))


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """Three reports: a visit, a denial by a governor, a strike on a bridge."""
    denial = made(
        "الوالي ينفي بيان الشركة",  # the governor denies the company's statement
        "نفى الوالي منير قاسم ما ورد في بيان شركة الجسور",  # he denied what the statement of the bridge company said
        key="denial.txt", outlet="وكالة نسيم", published="2021-05",
        said=[{
            "cue": "نفى", "speaker": "الوالي منير قاسم", "content": "ما ورد في بيان شركة الجسور",
            "kind": "official", "polarity": "deny",
        }],
        named=[("منير قاسم", "person"), ("شركة الجسور", "organisation", "org.bridges")],
    )  # fmt: skip
    strike = made(
        "غارة للطائرات على جسر وادي الزيتون",  # an air raid on the bridge of Olive Valley
        "قصفت طائرات مجهولة الجسر في وادي الزيتون فجرا",  # unknown aircraft bombed the bridge at dawn
        "وفريق الإنقاذ وصل بعد ساعتين، ونقل 1,200 من السكان إلى الرياض",  # the rescue team came, 1,200 moved to Riyadh
        key="strike.txt", published="2021-06-02T08:00",
        done=[{"type": "ASSAULT", "trigger": "قصفت", "actors": ["طائرات مجهولة"], "recipients": ["الجسر"],
               "place": "وادي الزيتون"}],
        named=[("وادي الزيتون", "place", None, 42), ("الرياض", "place", "state.ksa", 108410)],
    )  # fmt: skip
    with Ledger.open(tmp_path_factory.mktemp("search") / "ledger", create=True) as ledger:
        assert [one.new for one in ledger.add_many([visit(), denial, strike])] == [True] * 3
        yield ledger


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("الرياض", ["strike.txt"]),
        ("رياض", ["strike.txt"]),
        ("والرياض", ["strike.txt"]),
        ("للرياض", ["strike.txt"]),
        ("الريـاضِ", ["strike.txt"]),
        ("طائرات", ["strike.txt"]),  # written للطائرات in the title
        ("فريق", ["strike.txt"]),  # written وفريق
        ("ريق", []),
        ("بيان", ["denial.txt"]),
        ("يان", []),
        ("الوالي", ["denial.txt"]),
        ("والي", ["denial.txt"]),
        ("سلمى", ["visit-0.txt"]),  # written with a vowel sign
        ("مدينه", ["visit-0.txt"]),  # heh for ta marbuta
        ("الميناء العمل", ["visit-0.txt"]),
        ("الميناء الجسر", []),
        ('"وادي الزيتون"', ["strike.txt"]),
        ("«وادي الزيتون»", ["strike.txt"]),
        ('"الزيتون وادي"', []),
        ('"بوادي الزيتون"', ["strike.txt"]),
        ("1200", ["strike.txt"]),
        ("١٬٢٠٠", ["strike.txt"]),
        ("الجسر", ["strike.txt"]),
        ("درويش OR الجسر", []),  # an operator is a word like others
        ("زلزال", []),  # earthquake
        ("؟!", []),
    ],
)
def test_words(filled: Ledger, words: str, expected: list[str]) -> None:
    assert keys(filled, words) == expected


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"who": "درويش"}, ["visit-0.txt"]),
        ({"who": "هاني"}, ["visit-0.txt"]),
        ({"who": "person.darwish"}, ["visit-0.txt"]),
        ({"who": "نسيم", "what": "statements"}, ["visit-0.txt"]),  # the agency it went through
        ({"who": "قاسم درويش"}, []),  # of two names
        ({"who": "الطائرات"}, ["strike.txt"]),
        ({"who": "org.bridges"}, ["denial.txt"]),
        ({"who": ""}, []),
        ({"kind": "official"}, ["denial.txt"]),
        ({"kind": "media"}, []),
        ({"type": "assault"}, ["strike.txt"]),
        ({"type": "AID"}, []),
        ({"place": "سلمى"}, ["visit-0.txt"]),
        ({"place": "وادي الزيتون"}, ["strike.txt"]),
        ({"place": "بالرياض"}, ["strike.txt"]),
        ({"place": "4711"}, ["visit-0.txt"]),
        ({"place": "9" * 40}, []),
        ({"outlet": "نسيم"}, ["denial.txt"]),
        ({"outlet": "المرفأ"}, ["visit-0.txt"]),
        ({"since": "2021-05"}, ["denial.txt", "strike.txt"]),
        ({"since": "2021-05-02"}, ["strike.txt"]),  # some time in May may be before
        ({"until": "2021-05"}, ["denial.txt", "visit-0.txt"]),
        ({"since": "2021-06-02", "until": "2021-06-02"}, ["strike.txt"]),
        ({"what": "events"}, ["strike.txt", "visit-0.txt"]),
        ({"what": "statements", "outlet": "نسيم"}, ["denial.txt"]),
        ({"who": "درويش", "place": "الرياض"}, []),
        ({"who": "درويش", "place": "سلمى", "type": "CONSULT", "since": "2021"}, ["visit-0.txt"]),
    ],
)
def test_filters_without_words(filled: Ledger, filters: dict[str, Any], expected: list[str]) -> None:
    assert keys(filled, **filters) == expected


def test_filters_with_words(filled: Ledger) -> None:
    assert layers(filled, "الجسور") == ["report", "statement"]
    assert layers(filled, "الجسور", kind="official") == ["statement"]
    assert layers(filled, "الجسر", type="ASSAULT", place="42") == ["event"]
    assert layers(filled, "الجسر", type="ASSAULT", place="سلمى") == []
    assert keys(filled, "العمل", who="درويش", what="statements", outlet="المرفأ") == ["visit-0.txt"]


def test_a_place_is_also_found_by_another_name_of_the_same_number(ledger: Ledger) -> None:
    ledger.add(
        *made("وصل الوفد إلى كوباني", named=[("كوباني", "place", None, 77)], key="kobani")
    )  # a delegation arrived
    ledger.add(*made("غادر الوفد عين العرب", named=[("عين العرب", "place", None, 77)], key="ain"))  # it left
    assert keys(ledger, place="كوباني") == ["ain", "kobani"]
    assert keys(ledger, place="عين") == ["ain"]


def test_a_hit_says_where_its_words_stand(filled: Ledger) -> None:
    (hit,) = search(filled, "الجسر وادي", what="events")
    text = next(reading.report.text for reading in filled.readings() if reading.report.key == hit.key)
    assert hit.record is not None and hit.id == hit.record.id
    assert (hit.span.text, hit.outlet, hit.published) == ("قصفت", None, "2021-06-02T08:00")
    assert text[hit.context.start : hit.context.end] == hit.context.text == text.split("\n")[1]
    assert [text[start:end] for start, end in hit.places] == ["الجسر", "وادي"]


def test_a_report_is_shown_by_the_sentence_with_most_of_the_words(filled: Ledger) -> None:
    (hit,) = search(filled, "وادي الإنقاذ فريق", what="reports")
    assert hit.span.text.startswith("وفريق الإنقاذ")
    assert [hit.context.text[a - hit.context.start : b - hit.context.start] for a, b in hit.places] == [
        "وفريق",
        "الإنقاذ",
    ]


def test_names_and_titles_tell_more_than_the_text(ledger: Ledger) -> None:
    ledger.add(*made("نشرة المساء", "تحدث التقرير عن المطار ثم عن الطقس", key="text"))  # evening news: airport, weather
    ledger.add(*made("افتتاح المطار", "نشرة خاصة من المدينة هذا المساء", key="title"))  # opening of the airport
    assert [hit.key for hit in search(ledger, "مطار")] == ["title", "text"]


def test_the_latest_come_first_without_words(filled: Ledger) -> None:
    found = [hit.key for hit in search(filled, what="reports")]
    assert found == ["strike.txt", "denial.txt", "visit-0.txt"]
    assert [hit.key for hit in search(filled, what="reports", limit=1, offset=1)] == ["denial.txt"]
    assert search(filled, what="reports", offset=3) == []


def test_only_the_newest_reading_of_a_report_is_found(ledger: Ledger) -> None:
    old, new = made("خبر عن الميناء", version="1"), made("خبر عن الميناء", version="2")  # news of the port
    for capture, reading in (old, new):
        ledger.add(capture, reading)
    assert len(search(ledger, "الميناء")) == 1
    assert len(search(ledger)) == 1


HOSTILE = [
    '"', '""', '"""', "'", "«", "“”", "AND", "OR NOT", "NEAR(", "a* ^b", "title:x", "{title text}: x", "x)", "(x",
    "-", "+ +", "\x00", "ا\x00ب", "\ud800", "\u202e", "%", "_", ";--", "' OR 1=1 --", "\n\r\t", "ﷺ", "👍🏽", "᠎",
    "ا" * 5000, "و" * 9999, '"' * 9999, "«" * 9999, "ا ب ت ث " * 10, "x:y " * 10,
]  # fmt: skip


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_find_nothing_and_break_nothing(filled: Ledger, words: str) -> None:
    assert keys(filled, words) in ([], ["denial.txt", "strike.txt", "visit-0.txt"])
    for name in ("who", "place", "outlet"):
        assert keys(filled, **{name: words}) == []
    assert keys(filled, type=words) == []


@given(words=st.text(max_size=60), who=st.none() | st.text(max_size=20))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_text_can_be_searched_for(filled: Ledger, words: str, who: str | None) -> None:
    for hit in search(filled, words, who=who):
        assert all(hit.context.start <= start < end <= hit.context.end for start, end in hit.places)


@pytest.mark.parametrize(
    ("filters", "error"),
    [
        ({"words": "ا" * 1_000_000}, "at most 10000 characters"),
        ({"words": " ".join(f"ا{n}" for n in range(60))}, "at most 50 words"),
        ({"who": "ا" * 1_000_000}, "at most 10000 characters"),
        ({"kind": "rumour"}, "kind: 'rumour' is none of person, institution"),
        ({"what": "rumours"}, "what: 'rumours' is none of all, statements"),
        ({"since": "yesterday"}, "since: 'yesterday' is no date"),
        ({"until": "2019-02-31"}, "until: '2019-02-31' is no date"),
        ({"limit": 0}, "limit: 1 to 1000"),
        ({"limit": 10**9}, "limit: 1 to 1000"),
        ({"offset": -1}, "offset: 0 or more"),
        ({"offset": 2**64}, "offset: 0 or more"),
    ],
)
def test_options_that_mean_nothing_are_errors_of_one_line(ledger: Ledger, filters: dict[str, Any], error: str) -> None:
    with pytest.raises(OptionError, match=error) as raised:
        search(ledger, **filters)
    assert len(str(raised.value)) < 200


def test_many_labels_of_a_common_name(ledger: Ledger) -> None:
    assert [one.new for one in ledger.add_many(visit(number) for number in range(3))] == [True] * 3
    assert len(search(ledger, who="درويش", what="statements")) == 3
