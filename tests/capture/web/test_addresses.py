"""Which addresses may be asked."""

import pytest

from tawthiq.capture.web.addresses import address_of, is_address, is_public, resolved
from tawthiq.errors import SourceError

PRIVATE = [
    "127.0.0.1", "127.8.8.8", "10.0.0.1", "172.16.4.4", "192.168.1.1", "169.254.169.254", "0.0.0.0", "100.64.0.1",
    "224.0.0.1", "255.255.255.255", "240.0.0.1", "192.0.2.1", "198.18.0.1", "::1", "::", "fe80::1", "fe80::1%eth0",
    "fc00::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "2002:7f00:1::", "64:ff9b::7f00:1", "64:ff9b::a00:1",
    "2001:db8::1", "not an address", "",
]  # fmt: skip


@pytest.mark.parametrize("ip", PRIVATE)
def test_addresses_that_are_not_public(ip: str) -> None:
    assert not is_public(ip)


@pytest.mark.parametrize("ip", ["93.184.216.34", "8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_addresses_that_are(ip: str) -> None:
    assert is_public(ip)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "::1", "2130706433", "0x7f.1", "127.1"])
def test_a_name_of_this_machine_is_refused_however_it_is_written(host: str) -> None:
    with pytest.raises(SourceError, match=r"is not public|no such host"):
        resolved(host, 80, allow_private=False)


def test_a_name_of_this_machine_may_be_asked_for_on_purpose() -> None:
    assert resolved("127.0.0.1", 80, allow_private=True) == ["127.0.0.1"]


GOOD = [
    ("http://example.org", "http://example.org/"),
    ("HTTPS://Example.ORG:443/a b", "https://example.org/a%20b"),
    ("http://example.org:8080/x?q=خبر", "http://example.org:8080/x?q=%D8%AE%D8%A8%D8%B1"),  # خبر: news
    ("https://موقع.مصر/", "https://xn--4gbrim.xn--wgbh1c/"),  # site, Egypt
    ("http://[2606:4700::1111]/", "http://[2606:4700::1111]/"),
    ("https://example.org/%D8%AE?a=1&b=%20", "https://example.org/%D8%AE?a=1&b=%20"),
]


@pytest.mark.parametrize(("given", "meant"), GOOD)
def test_addresses_are_written_one_way(given: str, meant: str) -> None:
    assert address_of(given).url == meant


BAD = ["ftp://example.org/", "file:///etc/passwd",
       "javascript:alert(1)", "example.org", "http://", "http://user@host/",
       "http://user:secret@host/", "http://host:99999/", "http://[::1/", "",
       "http://" + "x" * 300 + "é.com/"]  # fmt: skip


@pytest.mark.parametrize("given", BAD)
def test_what_may_not_be_asked(given: str) -> None:
    with pytest.raises(SourceError) as error:
        address_of(given)
    assert len(str(error.value).splitlines()) == 1
    assert "secret" not in str(error.value)


def test_a_relative_address_is_read_from_where_it_stands() -> None:
    assert address_of("../b?c", "https://example.org/x/y/z").url == "https://example.org/x/b?c"


def test_sources_that_are_addresses() -> None:
    found = [source for source in ("http://a", "HTTPS://b", "httpx", "-", "a/http://") if is_address(source)]
    assert found == ["http://a", "HTTPS://b"]
