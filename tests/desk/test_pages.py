"""The pages answer in both languages, show what is kept, and let nothing of a report run."""

import re

import pytest
from litestar.testing import TestClient

from tawthiq.desk import Settings
from tawthiq.desk.settings import checked
from tawthiq.errors import OptionError
from tawthiq.ledger import Ledger, search

PLACES = ["/", "/search", "/search?words=الجيش", "/search?what=events&type=ASSAULT", "/knowledge",
          "/knowledge?layer=cue&words=say", "/knowledge/cue.say", "/actors/state.SYR"]  # fmt: skip  # الجيش: the army


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(("code", "direction"), [("ar", "rtl"), ("en", "ltr")])
def test_every_page_answers_in_both_languages(client: TestClient, place: str, code: str, direction: str) -> None:
    client.cookies.set("lang", code)
    answer = client.get(place)
    assert answer.status_code == 200
    assert f'<html lang="{code}" dir="{direction}">' in answer.text
    assert "<h1" in answer.text or place == "/knowledge"


def test_the_language_asked_for_by_the_address_is_kept(client: TestClient) -> None:
    assert 'lang="en"' in client.get("/?lang=en").text
    assert '<html lang="en"' in client.get("/search").text


def test_a_report_shows_its_words_once_and_its_statements(client: TestClient, ledger: Ledger) -> None:
    found = client.get(f"/reports/{_report(ledger, '01-story-wire.txt')}")
    reading = next(r for r in ledger.readings() if r.report.key == "01-story-wire.txt")
    words = re.sub(r"<[^>]+>", "", found.text)
    for line in reading.report.text.split("\n"):
        assert line in words
    assert found.text.count('class="pick"') >= len(reading.statements) + len(reading.events)


def test_a_picked_statement_lights_up(client: TestClient, ledger: Ledger) -> None:
    said = search(ledger, what="statements", limit=1)[0]
    plain = client.get(f"/reports/{said.report}").text
    lit = client.get(f"/reports/{said.report}?pick={said.id}").text
    assert "m-picked" not in plain and "m-picked m-content" in lit and 'id="picked"' in lit
    assert "m-picked" in client.get(f"/reports/{said.id}").text  # an id of a statement leads to it


def test_picked_words_tell_what_was_made_of_them(client: TestClient, ledger: Ledger) -> None:
    said = search(ledger, what="statements", limit=1)[0]
    here = client.get(f"/reports/{said.report}?at={said.span.start}&lang=en").text
    assert 'id="here"' in here and said.id in here
    nothing = client.get(f"/reports/{said.report}?at=99999999&lang=en").text
    assert "Nothing was made of these words." in nothing


def test_words_are_shown_in_the_saved_original(client: TestClient, ledger: Ledger) -> None:
    said = next(hit for hit in search(ledger, what="statements", limit=500) if hit.key.endswith(".html"))
    place = f"/reports/{said.report}/original?start={said.span.start}&end={said.span.end}"
    assert "<mark>" in client.get(place).text
    bare = client.get(f"/reports/{said.report}/original?start=5&end=2")
    assert bare.status_code == 200 and "<mark>" not in bare.text


def test_an_original_comes_back_as_it_was_saved_and_cannot_run(client: TestClient, ledger: Ledger) -> None:
    report = _report(ledger, "05-story-opposing.html")
    shown = client.get(f"/originals/{report}")
    assert shown.headers["content-security-policy"].startswith("sandbox;")
    assert "script-src" not in shown.headers["content-security-policy"]
    kept = client.get(f"/originals/{report}?download=true")
    assert kept.content == ledger.captures(report)[-1].original
    assert "attachment" in kept.headers["content-disposition"]


def test_markup_in_a_report_is_text(client: TestClient, ledger: Ledger) -> None:
    report = _report(ledger, "hostile.txt")
    for place in (f"/reports/{report}", "/", "/search?words=الاجتماع", f"/reports/{report}/original?start=0&end=9"):
        text = client.get(place).text  # الاجتماع: the meeting
        assert "<script>alert" not in text and "<img" not in text
    assert client.get(f"/originals/{report}").headers["content-type"].startswith("text/plain")


def test_what_is_typed_is_text(client: TestClient) -> None:
    typed = '"><script>alert(3)</script>'
    for place in ("/search", "/knowledge"):
        text = client.get(place, params={"words": typed, "who": typed, "layer": typed}).text
        assert "<script>alert" not in text
    assert "<script>alert" not in client.get("/actors/<script>alert(4)</script>").text


def test_no_page_lets_scripts_of_others_run(client: TestClient) -> None:
    for place in PLACES:
        answer = client.get(place)
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy and "unsafe" not in policy
        assert not re.search(r"<script(?! src=\"/static/)|\son\w+=|\sstyle=|https?://", answer.text)


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "localhost:81"])
def test_another_host_is_refused(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host}).status_code == 400


@pytest.mark.parametrize("place", ["/reports/none", "/reports/none/original", "/originals/none", "/actors/none",
                                   "/knowledge/none", "/nothing"])  # fmt: skip
def test_what_is_not_there_is_said_to_be_not_there(client: TestClient, place: str) -> None:
    answer = client.get(place)
    assert answer.status_code == 404 and "<h1" in answer.text


def test_a_search_that_means_nothing_says_so(client: TestClient) -> None:
    assert 'role="alert"' in client.get("/search?since=yesterday").text
    assert client.get("/search?what=all&page=0").status_code == 400
    assert client.get("/search?page=x").status_code == 400


def test_search_pages_do_not_repeat(client: TestClient) -> None:
    pages = [client.get(f"/api/search?what=statements&page={n}").json() for n in (1, 2)]
    ids = [hit["id"] for page in pages for hit in page["hits"]]
    assert pages[0]["more"] and len(ids) == len(set(ids)) > 20


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.5", "::", "desk.example"])
def test_an_address_open_to_others_needs_a_password(ledger: Ledger, host: str) -> None:
    with pytest.raises(OptionError, match="password"):
        checked(Settings(ledger.folder, host))


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "127.0.0.9"])
def test_this_machine_needs_none(ledger: Ledger, host: str) -> None:
    assert checked(Settings(ledger.folder, host)).host == host


def _report(ledger: Ledger, key: str) -> str:
    return next(hit.report for hit in search(ledger, what="reports", limit=100) if hit.key == key)
