"""How the network is asked: who asks, how often, how much is taken."""

from __future__ import annotations

from msgspec import Struct

from tawthiq.errors import OptionError
from tawthiq.version import __version__

PRODUCT = "Tawthiq"  # the name that a site's robots.txt may give rules for


class Policy(Struct, frozen=True):
    """Times in seconds, sizes in bytes. contact: an address or page where the one who asks can be reached.

    delay: between two requests to one host, unless its robots.txt asks for more. max_wire, max_page: of a
    body as it comes and as it is decoded. patience: the longest pause that a site may ask for.
    """

    contact: str | None = None
    allow_private: bool = False
    delay: float = 2.0
    timeout: float = 30.0
    deadline: float = 120.0
    max_wire: int = 16 << 20
    max_page: int = 16 << 20
    redirects: int = 10
    retries: int = 2
    backoff: float = 2.0
    patience: float = 120.0

    @property
    def user_agent(self) -> str:
        """Who asks, and how to reach them."""
        comment = f" ({self.contact})" if self.contact else ""
        return f"{PRODUCT}/{__version__}{comment}"


def checked(policy: Policy) -> Policy:
    """The policy. Raises OptionError for a contact that no header may hold, or a delay below nothing."""
    if policy.contact is not None and not (policy.contact.isascii() and policy.contact.isprintable()):
        raise OptionError("--contact: expected an address in plain ASCII, as desk@example.org")
    if policy.delay < 0:
        raise OptionError(f"--delay {policy.delay}: expected seconds, 0 or more")
    return policy
