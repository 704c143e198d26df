"""One request and its answer, as they went over the wire."""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import httpcore
from msgspec import Struct

from tawthiq.capture.web.addresses import Address
from tawthiq.capture.web.body import unpacked
from tawthiq.capture.web.policy import Policy
from tawthiq.errors import SourceError
from tawthiq.records import Exchange

Headers = Sequence[tuple[str, str]]
_BROKEN = (httpcore.RemoteProtocolError, httpcore.LocalProtocolError, httpcore.ReadError, httpcore.WriteError)
_SLOW = (httpcore.ConnectTimeout, httpcore.ReadTimeout, httpcore.WriteTimeout, httpcore.PoolTimeout)


class Unreached(SourceError):
    """A host that did not answer this time; it may later."""


class Answer(Struct, frozen=True):
    """What came back: the exchange with its body as it came, and the body unpacked."""

    exchange: Exchange
    payload: bytes

    def header(self, name: str) -> str:
        """The values of a header, joined by commas; "" where the answer has none."""
        return ", ".join(value for key, value in self.exchange.response_headers if key.lower() == name)


def ask(pool: httpcore.ConnectionPool, address: Address, policy: Policy, extra: Headers = ()) -> Answer:
    """A GET request. Raises Unreached where the host does not answer, SourceError for an answer that is not whole."""
    headers = [
        ("Host", address.origin.partition("://")[2]), ("User-Agent", policy.user_agent),
        ("Accept", "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.5"),
        ("Accept-Language", "ar, *;q=0.5"), ("Accept-Encoding", "gzip, deflate, br"), *extra,
    ]  # fmt: skip
    started = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    try:
        status, answered, wire, extensions = _whole(pool, address, policy, headers)
    except _SLOW:
        raise Unreached(f"{address.url}: no answer within {policy.timeout:g} s") from None
    except httpcore.ConnectError as error:
        raise Unreached(f"{address.url}: {_reason(error)}") from None
    except _BROKEN as error:
        raise Unreached(f"{address.url}: the answer broke off ({_reason(error)})") from None
    reason = bytes(extensions.get("reason_phrase", b"")).decode("latin-1")
    exchange = Exchange("GET", address.url, headers, status, reason, answered, _peer(extensions), started, wire)
    return Answer(exchange, _payload(address, exchange, policy))


def _whole(
    pool: httpcore.ConnectionPool, address: Address, policy: Policy, headers: Headers
) -> tuple[int, list[tuple[str, str]], bytes, dict[str, Any]]:
    """Status, headers and body of an answer, the body no larger and no slower than the policy lets it be."""
    times = dict.fromkeys(("connect", "read", "write", "pool"), policy.timeout)
    host = address.host.encode()
    url = httpcore.URL(scheme=address.scheme.encode(), host=host, port=address.port, target=address.target.encode())
    body, deadline = bytearray(), time.monotonic() + policy.deadline
    with pool.stream("GET", url, headers=list(headers), extensions={"timeout": times}) as answer:
        for piece in answer.iter_stream():
            body += piece
            if len(body) > policy.max_wire:
                raise SourceError(f"{address.url}: larger than {policy.max_wire >> 20} MB")
            if time.monotonic() > deadline:
                raise Unreached(f"{address.url}: not whole after {policy.deadline:g} s")
        answered = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in answer.headers]
        extensions = {**answer.extensions, "peer": answer.extensions["network_stream"].get_extra_info("server_addr")}
        return answer.status, answered, bytes(body), extensions


def _peer(extensions: dict[str, Any]) -> str | None:
    peer = extensions.get("peer")
    return str(peer[0]) if peer else None


def _payload(address: Address, exchange: Exchange, policy: Policy) -> bytes:
    codings = ",".join(value for name, value in exchange.response_headers if name.lower() == "content-encoding")
    try:
        return unpacked(exchange.body, codings, policy.max_page)
    except SourceError as error:
        raise SourceError(f"{address.url}: {error}") from None


def _reason(error: Exception) -> str:
    text = str(error) or type(error).__name__
    return text.splitlines()[0][:160]
