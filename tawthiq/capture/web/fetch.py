"""A page from the network: by its site's rules, at its pace, through its redirects."""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from types import TracebackType
from typing import Self

from msgspec import Struct

from tawthiq.capture.web.addresses import Address, address_of
from tawthiq.capture.web.connect import pool
from tawthiq.capture.web.policy import Policy, checked
from tawthiq.capture.web.request import Answer, Headers, Unreached, ask
from tawthiq.capture.web.robots import Rules, rules_of
from tawthiq.errors import SourceError
from tawthiq.records import Exchange

_MOVED = frozenset((301, 302, 303, 307, 308))
_LATER = frozenset((429, 500, 502, 503, 504))
UNCHANGED = 304


class Fetched(Struct, frozen=True):
    """What an address gave: the answer at its end, and every exchange that led there, the last included."""

    answer: Answer
    exchanges: list[Exchange]

    @property
    def url(self) -> str:
        """The address at the end of all redirects."""
        return self.answer.exchange.url

    @property
    def unchanged(self) -> bool:
        """Whether the site said that nothing changed since the validators that were sent."""
        return self.answer.exchange.status == UNCHANGED


class Fetcher:
    """Asks for pages, one at a time; remembers each site's rules and when it was last asked."""

    def __init__(self, policy: Policy, trusted: ssl.SSLContext | None = None) -> None:
        self.policy = checked(policy)
        self._pool = pool(self.policy, trusted)
        self._rules: dict[str, Rules] = {}
        self._asked: dict[str, float] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.close()

    def fetch(self, url: str, validators: Headers = ()) -> Fetched:
        """The page of an address. validators: headers that ask only for what changed.

        Raises SourceError where it may not be asked, is not there, or does not come whole.
        """
        exchanges: list[Exchange] = []
        address = address_of(url)
        answer = self._followed(address, self._allowed, exchanges, validators)
        status, reason = answer.exchange.status, answer.exchange.reason
        if status != 200 and not (status == UNCHANGED and validators):
            raise SourceError(f"{url}: answered {status} {reason}".rstrip())
        return Fetched(answer, exchanges)

    def _followed(
        self, address: Address, allow: Callable[[Address], None], exchanges: list[Exchange], headers: Headers = ()
    ) -> Answer:
        """The answer at the end of redirects. Raises SourceError for too many, or a circle of them."""
        seen: set[str] = set()
        while len(seen) <= self.policy.redirects:
            allow(address)
            answer = self._patiently(address, headers)
            exchanges.append(answer.exchange)
            place = answer.header("location")
            if answer.exchange.status not in _MOVED or not place:
                return answer
            seen.add(address.url)
            address = address_of(place, address.url)
            if address.url in seen:
                raise SourceError(f"{address.url}: redirects in a circle")
        raise SourceError(f"{address.url}: more than {self.policy.redirects} redirects")

    def _allowed(self, address: Address) -> None:
        """Raises SourceError where the site's robots.txt does not let this robot ask."""
        if address.origin not in self._rules:
            self._rules[address.origin] = rules_of(address, lambda robots: self._followed(robots, _anyone, []))
        if not self._rules[address.origin].allow(address):
            raise SourceError(f"{address.url}: its robots.txt does not allow it")

    def _patiently(self, address: Address, headers: Headers) -> Answer:
        """The answer, asked for again where the site says later, or did not answer."""
        for attempt in range(self.policy.retries + 1):
            self._pause(address)
            pause = self.policy.backoff * 2**attempt
            try:
                answer = ask(self._pool, address, self.policy, headers)
            except Unreached:
                if attempt == self.policy.retries:
                    raise
            else:
                pause = max(pause, _retry_after(answer))
                final = attempt == self.policy.retries or pause > self.policy.patience
                if answer.exchange.status not in _LATER or final:
                    return answer
            time.sleep(pause)
        raise AssertionError("the last attempt returns or raises")

    def _pause(self, address: Address) -> None:
        """Waits until the host may be asked again."""
        rules = self._rules.get(address.origin)
        delay = max(self.policy.delay, min((rules and rules.delay) or 0.0, self.policy.patience))
        due = self._asked.get(address.host, -delay) + delay
        time.sleep(max(0.0, due - time.monotonic()))
        self._asked[address.host] = time.monotonic()


def _anyone(address: Address) -> None:
    """A robots.txt may always be asked for."""


def _retry_after(answer: Answer) -> float:
    """Seconds that the site asks to wait (RFC 9110, 10.2.3); 0 where it says nothing that can be read."""
    said = answer.header("retry-after")
    if said.isascii() and said.isdigit():
        return float(said[:9])
    try:
        when = parsedate_to_datetime(said)
    except ValueError:
        return 0.0
    return max(0.0, (when if when.tzinfo else when.replace(tzinfo=UTC)).timestamp() - datetime.now(UTC).timestamp())
