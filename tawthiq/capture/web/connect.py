"""Connections to exactly the address that was checked: a name is resolved once, and never again."""

from __future__ import annotations

import ssl
import typing
from collections.abc import Iterable

import httpcore

from tawthiq.capture.web.addresses import resolved
from tawthiq.capture.web.policy import Policy


class CheckedBackend(httpcore.NetworkBackend):
    """Connects to a host by an address of it that may be asked (no rebinding between check and use)."""

    def __init__(self, policy: Policy) -> None:
        self._allow_private = policy.allow_private
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self, host: str, port: int, timeout: float | None = None, local_address: str | None = None,
        socket_options: Iterable[typing.Any] | None = None,
    ) -> httpcore.NetworkStream:  # fmt: skip
        """A connection to the first address of the host that answers. Raises SourceError where none is allowed."""
        *first, last = resolved(host, port, self._allow_private)
        for ip in first:
            try:
                return self._plain.connect_tcp(ip, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue
        return self._plain.connect_tcp(last, port, timeout, local_address, socket_options)

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[typing.Any] | None = None
    ) -> httpcore.NetworkStream:
        """Never: a report does not come from a socket of this machine."""
        raise httpcore.UnsupportedProtocol("no unix sockets")


def pool(policy: Policy, trusted: ssl.SSLContext | None = None) -> httpcore.ConnectionPool:
    """Connections for a run. trusted: who is believed about a host's name; the system's own list by default."""
    return httpcore.ConnectionPool(
        ssl_context=trusted or ssl.create_default_context(),
        max_connections=8,
        keepalive_expiry=15.0,
        network_backend=CheckedBackend(policy),
    )
