"""The compiled knowledge, kept in the user's cache folder by content hash of the data and of what compiles it."""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec

from tawthiq import knowledge
from tawthiq.cache import cache_folder, keep, kept
from tawthiq.errors import KnowledgeError
from tawthiq.knowledge import Entry
from tawthiq.lexicon.compiled import Compiled, compile_entries
from tawthiq.lexicon.matcher import Lexicon
from tawthiq.version import __version__

_PACKAGE = Path(__file__).parent.parent
_MAKERS = ("fold.py", "words.py", "inflect.py", "knowledge.py", "lexicon/compiled.py")  # what compiles
KEPT = 8  # compiled forms in the cache, for users who edit knowledge of their own


def load(user: Path | None = None, cache: Path | None = None) -> Lexicon:
    """The lexicon that ships, and a user's own folder over it. Raises KnowledgeError for bad entries.

    cache: where the compiled form is kept, by default the user's cache folder.
    """
    folders = [knowledge.DATA, *([user] if user else [])]
    version = knowledge.fingerprint(folders)
    place = _place(cache, version)
    compiled = place and _cached(place)
    if not compiled:
        compiled = compile_entries(_entries(user), knowledge.frequencies(knowledge.DATA))
        if place:
            _keep(place, compiled)
    return Lexicon(compiled, version)


def _entries(user: Path | None) -> list[Entry]:
    """What ships and what is the user's own. Raises KnowledgeError for an entry unfit for its layer."""
    shipped = list(knowledge.entries_of(knowledge.DATA))
    own = list(knowledge.entries_of(user)) if user else []
    needed = knowledge.needs(shipped) if own else {}
    for problem in filter(None, (knowledge.unfit(entry, needed) for entry in own)):
        raise KnowledgeError(problem)
    return shipped + own


def _place(cache: Path | None, version: str) -> Path | None:
    """The file for what this code makes of this data; None where the user has no folder of their own."""
    folder = cache or cache_folder()
    code = hashlib.sha256(b"".join((_PACKAGE / name).read_bytes() for name in _MAKERS))
    return folder and folder / f"lexicon-{__version__}-{code.hexdigest()[:8]}-{version[:16]}.msgpack"


def _cached(place: Path) -> Compiled | None:
    made = kept(place)
    try:
        return msgspec.msgpack.decode(made, type=Compiled) if made else None
    except ValueError:  # damaged
        return None


def _keep(place: Path, compiled: Compiled) -> None:
    try:
        keep(place, msgspec.msgpack.encode(compiled), "lexicon-*", KEPT)
    except (ValueError, OverflowError):  # an entry that msgpack cannot hold
        return
