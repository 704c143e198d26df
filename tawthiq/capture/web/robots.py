"""What a site lets robots ask, and how often (RFC 9309)."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from protego import Protego

from tawthiq.capture.web.addresses import Address, address_of
from tawthiq.capture.web.policy import PRODUCT
from tawthiq.capture.web.request import Answer

MAX_BYTES = 512 << 10  # RFC 9309, 2.5: what lies beyond may be left unread
_NOTHING = "User-agent: *\nDisallow: /"


class Rules(Struct, frozen=True):
    """The rules of one origin for this robot. delay: seconds between requests that the site asks for, or None."""

    parsed: Protego
    delay: float | None

    def allow(self, address: Address) -> bool:
        """Whether an address of the origin may be asked."""
        return bool(self.parsed.can_fetch(address.url, PRODUCT))


def rules_of(address: Address, ask: Callable[[Address], Answer]) -> Rules:
    """The rules of an address's origin; all is allowed where it has none, nothing where it cannot tell.

    Raises SourceError where the origin does not answer.
    """
    answer = ask(address_of("/robots.txt", address.origin))
    status = answer.exchange.status
    if status >= 500 or status == 429:
        return _read(_NOTHING)
    return _read(answer.payload[:MAX_BYTES].decode("utf-8", "replace") if status == 200 else "")


def _read(text: str) -> Rules:
    parsed = Protego.parse(text)
    delay = parsed.crawl_delay(PRODUCT)
    return Rules(parsed, None if delay is None else float(delay))
