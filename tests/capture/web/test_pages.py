"""Addresses become captures, and feeds as many as they announce; what is read of them is kept whole."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tawthiq.capture.web.fetch import Fetcher
from tawthiq.capture.web.pages import web_captures
from tawthiq.capture.web.watch import Watch, feeds_in
from tawthiq.cli import app
from tawthiq.errors import SourceError
from tawthiq.ledger import Ledger, verify
from tawthiq.records import Capture

PROGRAM = [sys.executable, "-m", "tawthiq"]


def feed_of(site, *paths: str) -> bytes:
    """An RSS feed of pages of a site."""
    items = "".join(f"<item><link>{site.url(path)}</link><pubDate>Tue, 03 Mar 2020 08:00:00 GMT</pubDate></item>"
                    for path in paths)  # fmt: skip
    return f'<rss version="2.0"><channel><title>صحيفة المثال</title>{items}</channel></rss>'.encode()  # a newspaper


def kept(found: list[Capture | SourceError]) -> list[str]:
    """Keys of captures, and the words of errors."""
    return [str(one) if isinstance(one, SourceError) else one.key for one in found]


def test_a_page_is_one_capture(site, fetcher: Fetcher) -> None:
    site.page("/a")
    (found,) = web_captures(site.url("/a#part"), fetcher)
    assert isinstance(found, Capture)
    assert (found.media, found.encoding, found.url) == ("html", "utf-8", site.url("/a"))
    assert found.exchanges[-1].body == found.original and found.retrieved == found.exchanges[-1].started


def test_a_feed_is_as_many_as_it_announces(site, fetcher: Fetcher) -> None:
    site.page("/feed", feed_of(site, "/a", "/missing", "/b"), Content_Type="application/rss+xml")
    site.page("/a")
    site.page("/b")
    found = list(web_captures(site.url("/feed"), fetcher))
    assert kept(found) == [site.url("/a"), f"{site.url('/missing')}: answered 404 Not Found", site.url("/b")]
    assert isinstance(found[0], Capture) and found[0].given["feed_published"] == "2020-03-03"


NO_PAGES = [
    ("application/pdf", b"%PDF-1.4"),
    ("image/png", b"\x89PNG"),
    ("text/html", b""),
    ("text/html", b"%PDF-1.4"),
    ("video/mp4", b"x"),
]


@pytest.mark.parametrize(("kind", "body"), NO_PAGES)
def test_what_is_no_page(site, fetcher: Fetcher, kind: str, body: bytes) -> None:
    site.page("/a", body, Content_Type=kind)
    (found,) = web_captures(site.url("/a"), fetcher)
    assert isinstance(found, SourceError)


def test_feeds_inside_feeds_come_to_an_end(site, fetcher: Fetcher) -> None:
    site.page("/feed", feed_of(site, "/feed"))
    found = list(web_captures(site.url("/feed"), fetcher))
    assert [str(one) for one in found] == [f"{site.url('/feed')}: a feed inside a feed inside a feed is not read"]


def test_added_pages_are_kept_with_their_exchanges_and_verified(site, tmp_path: Path) -> None:
    site.page("/a")
    arguments = ["add", site.url("/a"), site.url("/none"), "--allow-private", "--delay", "0", "--ledger", str(tmp_path)]
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 1 and "1 added, 0 there before, 1 failed" in result.output
    with Ledger.open(tmp_path) as ledger:
        (reading,) = ledger.readings()
        (capture,) = ledger.captures(reading.report.id)
        assert capture.exchanges[-1].url == site.url("/a") and capture.exchanges[-1].address == "127.0.0.1"
        assert reading.report.url == site.url("/a") and reading.report.title == "افتتاح جسر جديد"  # a new bridge
        assert list(verify(ledger)) == []


def test_an_address_that_is_not_public_is_said_to_be_so(site) -> None:
    result = CliRunner().invoke(app, ["read", site.url("/a"), "--delay", "0"])
    assert result.exit_code == 1 and "is not public" in result.output and site.asked == []


def test_a_watch_asks_for_new_pages_only(site, fetcher: Fetcher, tmp_path: Path, reply) -> None:
    site.page("/feed", feed_of(site, "/a", "/b"), ETag='"1"')
    site.page("/a")
    site.page("/b")
    memory, feed = tmp_path / "watch.json", site.url("/feed")
    assert kept(list(Watch(memory).poll(feed, fetcher))) == [site.url("/a"), site.url("/b")]
    assert list(Watch(memory).poll(feed, fetcher)) == []
    assert site.asked[-1][1]["If-None-Match"] == '"1"'
    site.replies["/feed"] = reply(304)
    assert list(Watch(memory).poll(feed, fetcher)) == []
    site.page("/feed", feed_of(site, "/c", "/a"))
    site.page("/c")
    assert kept(list(Watch(memory).poll(feed, fetcher))) == [site.url("/c")]


def test_a_watch_that_is_killed_goes_on_where_it_was(site, fetcher: Fetcher, tmp_path: Path) -> None:
    site.page("/feed", feed_of(site, "/a", "/b", "/c"), ETag='"1"')
    for path in ("/a", "/b", "/c"):
        site.page(path)
    memory, feed = tmp_path / "watch.json", site.url("/feed")
    broken_off = Watch(memory).poll(feed, fetcher)
    assert kept([next(broken_off), next(broken_off)]) == [site.url("/a"), site.url("/b")]
    assert kept(list(Watch(memory).poll(feed, fetcher))) == [site.url("/b"), site.url("/c")]


def test_a_page_that_fails_is_asked_for_three_times_at_most(site, fetcher: Fetcher, tmp_path: Path) -> None:
    site.page("/feed", feed_of(site, "/gone"), ETag='"1"')
    found = [list(Watch(tmp_path / "watch.json").poll(site.url("/feed"), fetcher)) for _ in range(5)]
    assert [len(one) for one in found] == [1, 1, 1, 0, 0]


def test_a_memory_that_is_damaged(tmp_path: Path) -> None:
    (tmp_path / "watch.json").write_text("[1, 2")
    with pytest.raises(SourceError, match="remove it to start anew"):
        Watch(tmp_path / "watch.json")


OPML = '<opml version="2.0"><body><outline xmlUrl="{}"/><outline><outline xmlUrl="{}"/></outline></body></opml>'


def test_feeds_of_a_list() -> None:
    assert feeds_in(OPML.format("http://a.example/f", "http://b.example/").encode(), "x.opml") == [
        "http://a.example/f", "http://b.example/"]  # fmt: skip


@pytest.mark.parametrize("opml", ["", "<opml/>", "<opml", OPML.format("file:///etc/passwd", ""), "feeds: none"])
def test_a_list_without_feeds(opml: str) -> None:
    with pytest.raises(SourceError):
        feeds_in(opml.encode(), "x.opml")


def test_watching_once(site, tmp_path: Path) -> None:
    site.page("/feed", feed_of(site, "/a"))
    site.page("/a")
    opml = tmp_path / "feeds.opml"
    opml.write_text(OPML.format(site.url("/feed"), site.url("/feed")))
    arguments = ["watch", str(opml), "--once", "--allow-private", "--delay", "0", "--ledger", str(tmp_path / "l")]
    assert "1 added" in CliRunner().invoke(app, arguments).output
    assert "0 added" in CliRunner().invoke(app, arguments).output


def test_what_was_added_before_ctrl_c_is_kept(site, tmp_path: Path) -> None:
    site.page("/feed", feed_of(site, "/a", "/slow"))
    site.page("/a")
    site.page("/slow")
    site.replies["/slow"] = site.replies["/slow"]._replace(pause=20.0)
    arguments = ["add", site.url("/feed"), "--allow-private", "--delay", "0", "--ledger", str(tmp_path)]
    process = subprocess.Popen([*PROGRAM, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert site.url("/a") in process.stdout.readline()
    time.sleep(0.3)
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=10)
    assert process.returncode == 1 and "1 added" in told and "Traceback" not in told
    with Ledger.open(tmp_path) as ledger:
        assert len(ledger) == 1 and list(verify(ledger)) == []
