"""Places."""

from __future__ import annotations

from tawthiq.records import Mention
from tawthiq.text import Text


def places(text: Text, names: list[Mention]) -> list[Mention]:
    """Mentions of places in reading order; `names` are already taken."""
    return []
