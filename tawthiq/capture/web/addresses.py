"""Which addresses may be asked: http and https, of hosts on the public network."""

from __future__ import annotations

import socket
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import NamedTuple
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from tawthiq.errors import SourceError

PORTS = {"http": 80, "https": 443}
_SAFE = "/%:@!$&'()*+,;=~-._?"  # characters of paths and queries that stay as they are (RFC 3986)


class Address(NamedTuple):
    """The parts of a URL that a request is made of. host: ASCII, without brackets; target: path and query."""

    url: str
    scheme: str
    host: str
    port: int
    target: str

    @property
    def origin(self) -> str:
        """Scheme, host and port: what a robots.txt speaks for."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port == PORTS[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{host}{port}"


def is_address(source: str) -> bool:
    """Whether a source names a place on the network."""
    return source.lower().startswith(("http://", "https://"))


def address_of(url: str, base: str | None = None) -> Address:
    """The address of a URL, or of one that is relative to `base`. Raises SourceError where it may not be asked."""
    try:
        joined = urljoin(base, url.strip()) if base else url.strip()
        parts = urlsplit(joined)
        port, name = parts.port, parts.hostname
    except ValueError as error:
        raise SourceError(f"{url[:200]!a}: not an address ({error})") from None
    if parts.scheme not in PORTS or not name:
        raise SourceError(f"{joined[:200]!a}: not an address of http or https")
    if parts.username is not None or parts.password is not None:
        raise SourceError(f"{name}: an address that holds a user name is not asked")
    host, path = _ascii(name), quote(parts.path or "/", safe=_SAFE)
    query = quote(parts.query, safe=_SAFE)
    target = f"{path}?{query}" if query else path
    found = Address("", parts.scheme, host, PORTS[parts.scheme] if port is None else port, target)
    return found._replace(url=found.origin + target)


def _ascii(name: str) -> str:
    """A host name in ASCII (IDNA). Raises SourceError for what is no host name."""
    try:
        return name if name.isascii() else name.encode("idna").decode("ascii")
    except UnicodeError:
        raise SourceError(f"{name[:100]!a}: not a host name") from None


def is_public(ip: str) -> bool:
    """Whether an IP address is one of the public network, also where it is wrapped in one of version 6."""
    try:
        found = ip_address(ip.partition("%")[0])
    except ValueError:
        return False
    reached: list[IPv4Address | IPv6Address] = [*_wrapped(found)] or [found]
    return all(one.is_global and not one.is_multicast and not one.is_reserved for one in reached)


def _wrapped(found: IPv4Address | IPv6Address) -> list[IPv4Address]:
    """The addresses of version 4 that one of version 6 leads to: mapped, 6to4, Teredo, NAT64 (RFC 6052)."""
    if isinstance(found, IPv4Address):
        return []
    inner: list[IPv4Address | None] = [found.ipv4_mapped, found.sixtofour, *(found.teredo or ())]
    if found.packed[:12] == IPv6Address("64:ff9b::").packed[:12]:
        inner.append(IPv4Address(found.packed[12:]))
    return [one for one in inner if one is not None]


def resolved(host: str, port: int, allow_private: bool) -> list[str]:
    """The IP addresses of a host that may be connected to. Raises SourceError where there is none."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise SourceError(f"{host}: no such host") from None
    ips = list(dict.fromkeys(str(one[4][0]) for one in found))
    allowed = ips if allow_private else [ip for ip in ips if is_public(ip)]
    if not allowed:
        raise SourceError(f"{host}: its address {ips[0]} is not public (--allow-private asks it all the same)")
    return allowed


def without_fragment(url: str) -> str:
    """A URL without what only a browser reads."""
    return urlunsplit(urlsplit(url)._replace(fragment=""))
