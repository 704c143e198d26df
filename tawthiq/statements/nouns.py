"""Nouns that report: إعلان الجيش أنه انسحب, اتهامات من المعارضة بأنها دعمت."""

from __future__ import annotations

from tawthiq.statements.content import Opening, next_opening, object_at
from tawthiq.statements.drafts import Draft, Site, draft
from tawthiq.statements.sources import source_at


def verbal_noun(site: Site) -> Draft | None:
    """The noun, its source in the genitive or behind من (from), and right behind it what opens the content."""
    view, cue = site.view, site.cue
    if cue.match.after or cue.match.definite or cue.part.endswith(".d"):
        return None
    at = cue.last + 1 if view.forms[cue.last] == "من" else cue.last  # from
    source = source_at(view, at, site.limit, cue.takes.prepositions)
    if source is None:
        return None
    opening = next_opening(view, cue, source.last, site.limit) or object_at(view, cue, source.last, site.limit, False)
    if opening is None or opening.kind not in ("that", "object") or opening.first >= site.limit:
        return None
    return draft(site, "verbal-noun", Opening(opening.kind, opening.first), source)
