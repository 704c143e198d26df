"""The compiled knowledge, kept in the user's cache folder by content hash of the data and of what compiles it."""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path

import msgspec

from tawthiq import knowledge
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
    try:
        folder = cache or Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "tawthiq"
    except RuntimeError:  # a user without a home, as in containers
        return None
    code = hashlib.sha256(b"".join((_PACKAGE / name).read_bytes() for name in _MAKERS))
    return folder / f"lexicon-{__version__}-{code.hexdigest()[:8]}-{version[:16]}.msgpack"


def _cached(place: Path) -> Compiled | None:
    try:
        return msgspec.msgpack.decode(place.read_bytes(), type=Compiled)
    except (OSError, ValueError):  # not there, or damaged
        return None


def _keep(place: Path, compiled: Compiled) -> None:
    """Write the cache in one step, and let the oldest go; a cache that cannot be written is no error."""
    part = None
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=place.parent, delete=False) as file:
            part = Path(file.name)
            file.write(msgspec.msgpack.encode(compiled))
        part.replace(place)
        for old in sorted(place.parent.glob("lexicon-*"), key=lambda path: path.stat().st_mtime)[:-KEPT]:
            old.unlink()
    except (OSError, ValueError, OverflowError):
        if part:
            part.unlink(missing_ok=True)
