"""A page comes whole, politely, or not at all."""

import ssl
import time
from collections.abc import Callable

import msgspec
import pytest
import trustme

from tawthiq.capture.web.connect import CheckedBackend
from tawthiq.capture.web.fetch import Fetcher
from tawthiq.capture.web.policy import Policy, checked
from tawthiq.errors import OptionError, SourceError

MB = 1 << 20


def fails(fetcher: Fetcher, url: str, why: str) -> None:
    with pytest.raises(SourceError, match=why) as error:
        fetcher.fetch(url)
    assert len(str(error.value).splitlines()) == 1


def test_a_page_comes_as_it_was_sent(site, fetcher: Fetcher) -> None:
    site.page("/a", ETag='"v1"')
    found = fetcher.fetch(site.url("/a"))
    exchange = found.answer.exchange
    assert found.answer.payload == exchange.body == site.replies["/a"].body
    assert (exchange.status, exchange.reason, exchange.address, found.url) == (200, "OK", "127.0.0.1", site.url("/a"))
    assert ("ETag", '"v1"') in exchange.response_headers
    assert exchange.started.endswith("Z") and len(exchange.started) == 20


def test_it_says_who_asks(site, fetcher: Fetcher) -> None:
    site.page("/a")
    fetcher.fetch(site.url("/a"))
    for _, headers, _ in site.asked:
        assert headers["User-Agent"].startswith("Tawthiq/") and "desk@example.org" in headers["User-Agent"]


@pytest.mark.parametrize("coding", ["gzip", "deflate", "raw deflate", "br"])
def test_packed_bodies_are_unpacked_and_kept_as_they_came(site, fetcher, pack, coding: str) -> None:
    body = b"<html>" + b"x" * 100_000
    site.page("/a", pack(body, coding), Content_Encoding=coding.rpartition(" ")[2])
    answer = fetcher.fetch(site.url("/a")).answer
    assert answer.payload == body and answer.exchange.body == pack(body, coding)


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br"])
def test_a_bomb_is_not_unpacked(site, pack: Callable[[bytes, str], bytes], coding: str) -> None:
    site.page("/a", pack(b"\0" * (64 * MB), coding), Content_Encoding=coding)
    policy = Policy(allow_private=True, delay=0, max_page=MB)
    with Fetcher(policy) as fetcher:
        fails(fetcher, site.url("/a"), "larger than 1 MB once unpacked")


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br"])
def test_a_packed_body_that_is_cut_or_damaged(site, fetcher, pack, coding: str) -> None:
    whole = pack(bytes(range(256)) * 300, coding)
    site.page("/cut", whole[: len(whole) // 2], Content_Encoding=coding)
    site.page("/bad", b"\x1f\x8b\x08\x00" + b"nonsense" * 9, Content_Encoding=coding)
    fails(fetcher, site.url("/cut"), "cut short|damaged")
    fails(fetcher, site.url("/bad"), "cut short|damaged")


def test_an_unknown_packing(site, fetcher: Fetcher) -> None:
    site.page("/a", b"?", Content_Encoding="rot13")
    fails(fetcher, site.url("/a"), "'rot13' is not known")


def test_a_body_too_large_for_the_wire(site) -> None:
    site.page("/a", b"x" * 3 * MB)
    with Fetcher(Policy(allow_private=True, delay=0, max_wire=2 * MB)) as fetcher:
        fails(fetcher, site.url("/a"), "larger than 2 MB")


def test_a_length_that_lies(site, fetcher: Fetcher) -> None:
    site.page("/short")
    site.replies["/short"] = site.replies["/short"]._replace(length=10_000)
    fails(fetcher, site.url("/short"), "broke off")


def test_a_server_that_is_slow_or_silent(site, fetcher: Fetcher) -> None:
    site.page("/slow")
    site.replies["/slow"] = site.replies["/slow"]._replace(pause=3.0)
    site.replies["/silent"] = site.replies["/slow"]._replace(close=True)
    started = time.monotonic()
    with Fetcher(msgspec.structs.replace(fetcher.policy, retries=0, timeout=0.3)) as impatient:
        fails(impatient, site.url("/slow"), "no answer within 0.3 s")
        fails(impatient, site.url("/silent"), "broke off")
    assert time.monotonic() - started < 2.5


def test_no_server_there(fetcher: Fetcher) -> None:
    fails(fetcher, "http://127.0.0.1:9/", "127.0.0.1:9")
    fails(fetcher, "http://no-such-host.invalid/", "no such host")


def test_redirects_are_followed_and_kept(site, fetcher: Fetcher, reply) -> None:
    site.page("/c")
    site.replies |= {"/a": reply(301, {"Location": "/b"}), "/b": reply(302, {"Location": site.url("/c")})}
    found = fetcher.fetch(site.url("/a"))
    assert found.url == site.url("/c")
    assert [one.status for one in found.exchanges] == [301, 302, 200]


def test_redirects_without_end(site, fetcher: Fetcher, reply) -> None:
    site.replies |= {f"/{n}": reply(302, {"Location": f"/{n + 1}"}) for n in range(40)}
    site.replies |= {"/x": reply(302, {"Location": "/y"}), "/y": reply(302, {"Location": "/x"})}
    fails(fetcher, site.url("/0"), "more than 10 redirects")
    fails(fetcher, site.url("/x"), "in a circle")


@pytest.mark.parametrize("place", ["file:///etc/passwd", "http://user:pw@127.0.0.1/", "gopher://x/"])
def test_a_redirect_to_what_may_not_be_asked(site, fetcher: Fetcher, reply, place: str) -> None:
    site.replies["/a"] = reply(302, {"Location": place})
    fails(fetcher, site.url("/a"), "not an address|user name")


def test_private_addresses_are_not_asked(site) -> None:
    with Fetcher(Policy(delay=0)) as fetcher:
        fails(fetcher, site.url("/a"), "127.0.0.1 is not public")
    assert site.asked == []


def test_the_address_that_was_checked_is_the_one_that_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that first leads to a public address and then to this machine (DNS rebinding) is resolved once."""
    answers = iter(["93.184.216.34", "127.0.0.1"])
    asked: list[str] = []
    monkeypatch.setattr(
        "tawthiq.capture.web.addresses.socket.getaddrinfo", lambda *a, **k: [(0, 0, 0, "", (next(answers), 80))]
    )
    backend = CheckedBackend(Policy())
    monkeypatch.setattr(backend._plain, "connect_tcp", lambda host, *rest: asked.append(host))
    backend.connect_tcp("rebinding.example", 80)
    assert asked == ["93.184.216.34"]
    with pytest.raises(SourceError, match=r"127\.0\.0\.1 is not public"):
        backend.connect_tcp("rebinding.example", 80)


def test_robots_are_obeyed(site, fetcher: Fetcher, reply) -> None:
    site.replies["/robots.txt"] = reply(body=b"User-agent: *\nDisallow: /private\n\nUser-agent: Tawthiq\nDisallow: /no")
    site.page("/private")
    site.page("/no")
    assert fetcher.fetch(site.url("/private")).answer.exchange.status == 200
    fails(fetcher, site.url("/no"), "robots.txt does not allow")
    assert site.paths() == ["/robots.txt", "/private"]


@pytest.mark.parametrize(("status", "allowed"), [(404, True), (403, True), (500, False), (503, False)])
def test_a_site_without_robots_txt(site, reply, status: int, allowed: bool) -> None:
    site.replies["/robots.txt"] = reply(status)
    site.page("/a")
    with Fetcher(Policy(allow_private=True, delay=0, retries=0)) as fetcher:
        if allowed:
            fetcher.fetch(site.url("/a"))
        else:
            fails(fetcher, site.url("/a"), "robots.txt does not allow")


def test_a_redirect_does_not_lead_around_robots(site, fetcher: Fetcher, reply) -> None:
    site.replies |= {"/robots.txt": reply(body=b"User-agent: *\nDisallow: /no"), "/a": reply(301, {"Location": "/no"})}
    site.page("/no")
    fails(fetcher, site.url("/a"), "robots.txt")
    assert "/no" not in site.paths()


@pytest.mark.parametrize(("delay", "asked_for", "least"), [(0.2, "", 0.2), (0.0, "Crawl-delay: 0.25", 0.25)])
def test_a_host_is_given_time(site, reply, delay: float, asked_for: str, least: float) -> None:
    site.replies["/robots.txt"] = reply(body=f"User-agent: *\n{asked_for}".encode())
    for path in ("/a", "/b"):
        site.page(path)
    with Fetcher(Policy(allow_private=True, delay=delay)) as fetcher:
        for path in ("/a", "/b"):
            fetcher.fetch(site.url(path))
    times = [when for path, _, when in site.asked if path != "/robots.txt"]
    assert times[1] - times[0] >= least * 0.95


def test_later_means_later(site, fetcher: Fetcher, reply) -> None:
    turns = iter([reply(429, {"Retry-After": "0"}), reply(503), reply(200, {"Content-Type": "text/html"}, b"<html>")])
    site.replies["/a"] = lambda: next(turns)
    assert fetcher.fetch(site.url("/a")).answer.exchange.status == 200
    assert site.paths().count("/a") == 3


def test_a_site_that_asks_for_too_long_a_pause_is_left_alone(site, fetcher: Fetcher, reply) -> None:
    site.replies["/a"] = reply(503, {"Retry-After": "86400"})
    fails(fetcher, site.url("/a"), "answered 503")
    assert site.paths().count("/a") == 1


def test_what_is_not_there(site, fetcher: Fetcher) -> None:
    fails(fetcher, site.url("/none"), "answered 404 Not Found")


def test_what_did_not_change(site, fetcher: Fetcher, reply) -> None:
    site.replies["/a"] = reply(304, {"ETag": '"v1"'})
    assert fetcher.fetch(site.url("/a"), [("If-None-Match", '"v1"')]).unchanged
    assert site.asked[-1][1]["If-None-Match"] == '"v1"'
    fails(fetcher, site.url("/a"), "answered 304")


def test_certificates_are_checked(site) -> None:
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    site.server.socket = context.wrap_socket(site.server.socket, server_side=True)
    site.page("/a")
    url = site.url("/a").replace("http:", "https:")
    policy = Policy(allow_private=True, delay=0, retries=0)
    with Fetcher(policy) as stranger:
        fails(stranger, url, "(?i)certificate")
    trusted = ssl.create_default_context()
    authority.configure_trust(trusted)
    with Fetcher(policy, trusted) as friend:
        assert friend.fetch(url).answer.exchange.status == 200


@pytest.mark.parametrize("policy", [Policy(contact="a\r\nX: b"), Policy(contact="مكتب"), Policy(delay=-1)])  # a desk
def test_options_that_mean_nothing(policy: Policy) -> None:
    with pytest.raises(OptionError):
        checked(policy)
