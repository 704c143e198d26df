"""What somebody told, named by another: نفت الوزارة ما [نشرته صحيفة عن إغلاق المعبر]."""

from __future__ import annotations

from tawthiq.statements.agreement import agrees_behind
from tawthiq.statements.drafts import Draft, draft
from tawthiq.statements.openings import Opening, past_adjuncts
from tawthiq.statements.site import Site
from tawthiq.statements.sources import source_at

REACH = 14  # words between who told it and what it is about
MATTERS = frozenset(("about", "matter"))


def told_matter(site: Site) -> Draft | None:
    """ما نشرته صحيفة عن كذا: the outlet is the source, what stands behind عن (about) the content."""
    view, cue = site.view, site.cue
    what = view.particle_before(cue.first) == "what" or view.closing.get(cue.first - 1) == "relative"
    if not (what and cue.match.after) or cue.takes.relay:
        return None
    source = source_at(view, past_adjuncts(view, cue.last, site.limit), site.limit)
    if source is None or not agrees_behind(view, source, cue.agreement):
        return None
    for at in range(source.last, min(source.last + REACH, site.limit - 1)):
        if view.particle(at) in MATTERS:
            return draft(site, "told-matter", Opening("object", view.particles[at].last), source)
        if at in view.stops or view.finite(at) is not None:
            return None
    return None
