"""Nouns that report: إعلان الجيش أنه انسحب, اتهامات من المعارضة بأنها دعمت."""

from __future__ import annotations

from tawthiq.statements.drafts import Draft, draft
from tawthiq.statements.openings import next_opening
from tawthiq.statements.search import object_at
from tawthiq.statements.site import Site
from tawthiq.statements.sources import source_at


def verbal_noun(site: Site) -> Draft | None:
    """The noun, its source in the genitive or behind من (from), and right behind it what opens the content."""
    view, cue = site.view, site.cue
    if cue.match.after or cue.match.definite or cue.part.endswith(".d"):
        return None
    at = cue.last + (view.particle(cue.last) == "from")
    source = source_at(view, at, site.limit, cue.takes.leads)
    if source is None:
        return None
    opening = next_opening(site, source.last) or object_at(site, source.last, named=False)
    if opening is None or opening.kind not in ("that", "object") or opening.first >= site.limit:
        return None
    return draft(site, "verbal-noun", opening, source)
