"""A cue in its sentence: what every rule for statements is asked about."""

from __future__ import annotations

from typing import NamedTuple

from tawthiq.statements.cues import Cue
from tawthiq.statements.view import View


class Site(NamedTuple):
    """A cue in its sentence, words[start:limit]."""

    view: View
    cue: Cue
    start: int
    limit: int
