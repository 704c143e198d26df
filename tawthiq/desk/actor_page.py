"""An actor as the reading room shows it: what it said, what is said of it, how outlets name it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from tawthiq.knowledge import Entry, listed
from tawthiq.ledger import Hit, Ledger, search
from tawthiq.lexicon import Lexicon
from tawthiq.records import Reading

SHOWN = 20  # statements and events of an actor on its page
NAMED_IN = 100  # reports that are asked how they name it


class Naming(Struct, frozen=True):
    """One wording for an actor in one outlet, and how often it stands there."""

    outlet: str
    words: str
    times: int


class ActorPage(Struct, frozen=True):
    """What the template of an actor needs; entry is null for a name that the knowledge has no actor for."""

    id: str
    entry: Entry | None
    names: list[str]
    said: list[Hit]
    events: list[Hit]
    reports: list[Hit]
    namings: list[Naming]


def actor_page(ledger: Ledger, lexicon: Lexicon, actor: str) -> ActorPage | None:
    """The page of an actor by its id, or of anyone by name; None where neither ledger nor knowledge has it."""
    entry = next((one for one in lexicon.layer("actor") if one.id == actor), None)
    reports = search(ledger, who=actor, what="reports", limit=NAMED_IN)
    if entry is None and not reports:
        return None
    return ActorPage(
        id=actor,
        entry=entry,
        names=listed(entry.data.get("name")) if entry else [],
        said=search(ledger, who=actor, what="statements", limit=SHOWN),
        events=search(ledger, who=actor, what="events", limit=SHOWN),
        reports=reports[:SHOWN],
        namings=namings(ledger.current([hit.report for hit in reports]), actor),
    )


def namings(readings: Iterable[Reading], actor: str) -> list[Naming]:
    """The wordings for an actor by outlet, the most frequent first."""
    found: Counter[tuple[str, str]] = Counter()
    for reading in readings:
        found.update((reading.report.outlet or "—", m.text) for m in reading.mentions if m.actor == actor)
    return [Naming(outlet, words, times) for (outlet, words), times in found.most_common()]
