"""How the reading room is served: where, for whom, of which ledger."""

from __future__ import annotations

from ipaddress import ip_address
from pathlib import Path

from msgspec import Struct

from tawthiq.errors import OptionError

PORT = 8000


class Settings(Struct, frozen=True):
    """host: the address to listen on; password: the argon2 hash of the room's password, or None for none."""

    ledger: Path
    host: str = "127.0.0.1"
    port: int = PORT
    password: str | None = None
    knowledge: Path | None = None

    @property
    def hosts(self) -> list[str]:
        """Names under which a browser may ask for the room; any other Host header is refused."""
        names = ["127.0.0.1", "localhost", "[::1]"] if is_loopback(self.host) else [self.host]
        return [*names, *(f"{name}:{self.port}" for name in names)]


def is_loopback(host: str) -> bool:
    """Whether an address can be reached from this machine only."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def checked(settings: Settings) -> Settings:
    """The settings as they are. Raises OptionError where the room would be open to others without a password."""
    if not is_loopback(settings.host) and settings.password is None:
        raise OptionError(f"--host {settings.host}: others could read and write here; set a password first")
    if not 0 <= settings.port < 65536:
        raise OptionError(f"--port {settings.port}: expected 0 to 65535")
    return settings
