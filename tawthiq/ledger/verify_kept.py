"""Whether what was kept is still what was added: hashes, digests and the chain, row by row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from tawthiq.ledger.checks import Fault
from tawthiq.ledger.hashes import Digests, changed, sha256

_PLACE = re.compile(r"(statements|events)\[(\d+)\]")


def original_faults(id: str, original: bytes) -> Iterator[Fault]:
    """The bytes are those that the id was made from."""
    found = sha256(original)
    if found != id:
        yield Fault("original", f"its bytes are not those that were added (sha256 is {found[:16]}…)")


def record_faults(id: str, raw: bytes, digests: str) -> Iterator[Fault]:
    """The record is the one that the id was made from; what was changed in it is named by the digests."""
    sound = sha256(raw) == id
    try:
        content = msgspec.json.decode(raw.decode("utf-8", "replace"))
    except (msgspec.MsgspecError, RecursionError) as error:
        yield Fault("reading", f"is no longer JSON: {error}")
        return
    parts = _changed(content, digests)
    if parts is None or (sound and parts):
        yield Fault("digests", "are not those of this reading")
    elif not sound:
        yield from (Fault(path, f"was changed{_record(content, path)}") for path in parts)
        yield from [] if parts else [Fault("reading", "was changed: its sha256 is not its id")]


def _changed(content: Any, digests: str) -> list[str] | None:
    """Paths of what was changed; None where the digests themselves cannot be read."""
    try:
        kept = msgspec.json.decode(digests, type=Digests)
    except msgspec.MsgspecError:
        return None
    return list(changed(content, kept)) if isinstance(content, dict) else []


def _record(content: Any, path: str) -> str:
    """The id of the statement or event that a path leads into."""
    match = _PLACE.match(path)
    try:
        return f" (its id: {content[match[1]][int(match[2])]['id'][:16]})" if match else ""
    except (KeyError, IndexError, TypeError):
        return ""
