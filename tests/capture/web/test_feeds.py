"""Feeds of every kind lead to the same pages; none leads anywhere else."""

import json

import pytest

from tawthiq.capture.web.feeds import Item, is_feed, items_of
from tawthiq.errors import SourceError

AT = "https://news.example/feed"
RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>صحيفة المثال</title>
<item><title>خبر أول</title><link>https://news.example/1</link><pubDate>Tue, 03 Mar 2020 08:00:00 +0300</pubDate></item>
<item><title>خبر ثان</title><link>/2</link></item><item><title>بلا رابط</title></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>صحيفة المثال</title><entry><title>خبر أول</title>
<link href="https://news.example/1"/><updated>2020-03-03T05:00:00Z</updated></entry>
<entry><title>خبر ثان</title><link href="/2"/></entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>صحيفة المثال</title></channel><item><title>خبر أول</title>
<link>https://news.example/1</link><dc:date>2020-03-03</dc:date></item>
<item><title>خبر ثان</title><link>/2</link></item>
</rdf:RDF>"""
NEWS = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>https://news.example/1</loc>
<news:news><news:publication><news:name>صحيفة المثال</news:name></news:publication>
<news:publication_date>2020-03-03T08:00:00+03:00</news:publication_date>
<news:title>خبر أول</news:title></news:news></url>
<url><loc>/2</loc><news:news><news:publication><news:name>صحيفة المثال</news:name></news:publication>
<news:title>خبر ثان</news:title></news:news></url></urlset>"""
JSON = json.dumps({
    "version": "https://jsonfeed.org/version/1.1", "title": "صحيفة المثال",
    "items": [{"id": "1", "url": "https://news.example/1", "title": "خبر أول",
               "date_published": "2020-03-03T08:00:00Z"},
              {"id": "2", "url": "/2", "title": "خبر ثان"}, {"id": "3"}],
}, ensure_ascii=False)  # fmt: skip
# صحيفة المثال: the Example newspaper; خبر أول، خبر ثان: first, second news; بلا رابط: without a link

WANTED = [
    Item("https://news.example/1", "خبر أول", "2020-03-03", "صحيفة المثال"),
    Item("https://news.example/2", "خبر ثان", None, "صحيفة المثال"),
]


@pytest.mark.parametrize("feed", [RSS, ATOM, RDF, NEWS, JSON], ids=["rss", "atom", "rdf", "sitemap", "json"])
def test_feeds_of_every_kind(feed: str) -> None:
    assert is_feed(feed.encode())
    assert items_of(feed.encode(), AT) == WANTED


@pytest.mark.parametrize("page", ["<!doctype html><html><body>rss feed</body></html>", "{}", "", "[]", "نص عادي"])
def test_what_is_no_feed(page: str) -> None:  # نص عادي: a plain text
    assert not is_feed(page.encode())


@pytest.mark.parametrize("place", ["file:///etc/passwd", "javascript:alert(1)", "ftp://x/y", "http://user:pw@host/"])
def test_a_feed_leads_to_the_web_only(place: str) -> None:
    assert items_of(RSS.replace("https://news.example/1", place).encode(), AT) == WANTED[1:]


@pytest.mark.parametrize("feed", [RSS, ATOM, NEWS], ids=["rss", "atom", "sitemap"])
def test_entities_are_refused(feed: str) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
    head, _, rest = feed.partition("?>") if feed.startswith("<?") else ("", "", feed)
    with pytest.raises(SourceError, match="entities"):
        items_of(f"{head}?>{bomb}{rest}".encode() if head else (bomb + rest).encode(), AT)


@pytest.mark.parametrize("feed", ["<urlset><url>", '{"version": "https://jsonfeed.org/version/1", "items": 3}', "<rss"])
def test_a_feed_that_cannot_be_read(feed: str) -> None:
    with pytest.raises(SourceError) as error:
        items_of(feed.encode(), AT)
    assert len(str(error.value).splitlines()) == 1


def test_an_item_twice_is_one() -> None:
    assert items_of(RSS.replace("/2", "https://news.example/1#again").encode(), AT)[:1] == WANTED[:1]
    assert len(items_of((RSS.replace("/2", "https://news.example/1")).encode(), AT)) == 1
