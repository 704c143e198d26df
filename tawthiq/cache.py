"""What can be made again, kept in the user's cache folder so that it need not be."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def cache_folder() -> Path | None:
    """Where made things are kept; None for a user without a folder of their own, as in containers."""
    try:
        return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "tawthiq"
    except RuntimeError:
        return None


def kept(place: Path) -> bytes | None:
    """What was kept; None where it is not there or cannot be read."""
    try:
        return place.read_bytes()
    except OSError:
        return None


def keep(place: Path, made: bytes, alike: str, most: int) -> None:
    """Writes in one step and lets the oldest of those named `alike` (a pattern) go.

    A cache that cannot be written is no error.
    """
    part = None
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=place.parent, delete=False) as file:
            part = Path(file.name)
            file.write(made)
        part.replace(place)
        for old in sorted(place.parent.glob(alike), key=lambda path: path.stat().st_mtime)[:-most]:
            old.unlink()
    except OSError:
        if part:
            part.unlink(missing_ok=True)
