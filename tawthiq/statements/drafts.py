"""A statement before its speaker is known: what the rules make of a cue."""

from __future__ import annotations

from msgspec import Struct

from tawthiq.records import Polarity
from tawthiq.statements.cues import Cue
from tawthiq.statements.openings import Opening
from tawthiq.statements.phrase import NounPhrase
from tawthiq.statements.site import Site


class Draft(Struct):
    """What a rule read: the source, who carried it, and the content words[first:last].

    cue_first/cue_last: words of the cue (equal where it has none). last is 0 until the end of the content is
    known. agreement: gender and number that the cue gives an unnamed speaker. leans: an adverb, whose speaker is
    the subject of its sentence. embedded: told in a relative clause. continues: the draft whose quotation goes on.
    sentence: the first word of its sentence; -1 for a quotation that goes on.
    """

    rule: str
    cue_first: int
    cue_last: int
    opening: Opening
    last: int = 0
    source: NounPhrase | None = None
    via: NounPhrase | None = None
    agreement: str = ""
    polarity: Polarity = "affirm"
    cue: Cue | None = None
    leans: bool = False
    embedded: bool = False
    continues: Draft | None = None
    sentence: int = -1

    @property
    def first(self) -> int:
        """The first word of the content."""
        return self.opening.first


def draft(site: Site, rule: str, opening: Opening, source: NounPhrase | None, last: int = 0) -> Draft:
    """The draft of a cue; `rule` is the name of the rule that read it."""
    cue = site.cue
    return Draft(f"{cue.id}/{rule}", cue.first, cue.last, opening, last, source, agreement=cue.agreement,
                 polarity="deny" if cue.takes.denial else "affirm", cue=cue)  # fmt: skip
