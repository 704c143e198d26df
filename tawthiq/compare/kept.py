"""The picture of a ledger, kept between runs: what is placed once is not placed again.

It can be made again from the ledger at any time, so it lies in the user's cache folder, not in the ledger. A
picture made by other code, or of a ledger in which a report was read anew, is made from the start.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import msgspec
from msgspec import Struct

from tawthiq.cache import cache_folder, keep, kept
from tawthiq.compare.digest import Digest, digest_of
from tawthiq.compare.picture import Picture
from tawthiq.compare.stems import Vocabulary
from tawthiq.ledger import Ledger
from tawthiq.version import __version__

KEPT = 4  # pictures of different ledgers
STARTED = 500  # readings from which a picture is made anew in the order of their days


class State(Struct):
    """What a picture is made of: the reading of the ledger up to which it goes, and the digests as they were placed."""

    last: int
    last_id: str
    digests: list[Digest]


def picture_of(
    ledger: Ledger, vocabulary: Vocabulary, cache: Path | None = None, told: Callable[[int], None] = lambda _: None
) -> Picture:
    """The picture of all that a ledger holds, brought up to date and kept.

    cache: where it is kept, by default the user's cache folder. told: is called with how many readings were placed.
    """
    place = _place(ledger, cache)
    state = _state(place, ledger) or State(0, "", [])
    known = {digest.report: digest for digest in state.digests}
    fresh: dict[str, Digest] = {}
    for added in ledger.added_after(state.last):
        fresh[added.reading.report.id] = digest_of(added.reading, vocabulary)
        state.last, state.last_id = added.seq, added.id
        told(len(fresh))
    digests = list({**known, **fresh}.values())
    state.digests = sorted(digests, key=_when) if len(fresh) > max(STARTED, len(known)) else digests
    picture = Picture(ledger, vocabulary)
    for digest in state.digests:
        picture.place_digest(digest)
    if place and fresh:
        keep(place, msgspec.msgpack.encode(state), "picture-*", KEPT)
    return picture


def _when(digest: Digest) -> tuple[bool, int, str, str]:
    return digest.day is None, digest.day or 0, digest.published or "", digest.key


def _state(place: Path | None, ledger: Ledger) -> State | None:
    """What was kept, if it is whole and of this ledger."""
    made = kept(place) if place else None
    try:
        state = msgspec.msgpack.decode(made, type=State) if made else None
    except ValueError:  # damaged
        return None
    last = next(ledger.added_after(state.last - 1), None) if state else None
    return state if last and state and last.id == state.last_id else None


def _place(ledger: Ledger, cache: Path | None) -> Path | None:
    """The file for what this code makes of the ledger in this folder."""
    folder = cache or cache_folder()
    here = Path(__file__).parent
    parts = (path.read_bytes() for path in sorted(here.glob("*.py")))
    made = hashlib.sha256(b"".join((str(ledger.folder.resolve()).encode("utf-8", "surrogateescape"), *parts)))
    return folder and folder / f"picture-{__version__}-{made.hexdigest()[:16]}.msgpack"
