"""What the data says of triggers and frames, ready to be asked; read once from a lexicon."""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct

from tawthiq.errors import KnowledgeError
from tawthiq.fold import fold
from tawthiq.knowledge import Entry, listed
from tawthiq.lexicon import Lexicon


class Frame(Struct, frozen=True):
    """Who is who around a trigger; roles are named in data/events/frames.toml. behind: by folded preposition."""

    id: str
    subject: str
    object: str
    genitive: str
    behind: dict[str, str]


class Trigger(Struct, frozen=True):
    """A word that names an event: its PLOVER type and mode, its frame, and the conditions that it needs.

    near: folded words of which one must stand close behind it. casualty: it tells what an attack did
    to people. aims: it tells whom an attack was aimed at. alone: it counts only where no other word
    of the sentence names an event of its type. either: unvocalised, its verb may be active or passive.
    """

    id: str
    type: str
    mode: str | None
    frame: Frame
    needs: frozenset[str]
    near: frozenset[str]
    casualty: bool
    aims: bool
    alone: bool
    either: bool

    @property
    def narrowness(self) -> int:
        """How much it asks for: of two readings of a word the narrower one is tried first."""
        return len(self.needs) + 4 * bool(self.near) + 5 * ("protesters" in self.needs)


class Grammar(Struct, frozen=True):
    """All triggers by the id of their entry."""

    triggers: dict[str, Trigger]


@lru_cache(maxsize=4)
def grammar(lexicon: Lexicon) -> Grammar:
    """The grammar of a lexicon. Raises KnowledgeError where a trigger names a frame that does not exist."""
    frames = {entry.id.removeprefix("frame."): _frame(entry) for entry in lexicon.layer("frame")}
    return Grammar({entry.id: _trigger(entry, frames) for entry in lexicon.layer("trigger")})


def _frame(entry: Entry) -> Frame:
    data = entry.data
    behind = {fold(word): role for word, role in data.get("behind", {}).items()}
    return Frame(
        id=entry.id,
        subject=data.get("subject", "none"),
        object=data.get("object", "none"),
        genitive=data.get("genitive", "none"),
        behind=behind,
    )


def _trigger(entry: Entry, frames: dict[str, Frame]) -> Trigger:
    data = entry.data
    if data.get("frame") not in frames:
        raise KnowledgeError(f"{entry.id}: no such frame: {data.get('frame')}")
    return Trigger(
        id=entry.id,
        type=data["type"],
        mode=data.get("mode"),
        frame=frames[data["frame"]],
        needs=frozenset(listed(data.get("needs"))),
        near=frozenset(fold(word) for word in listed(data.get("near"))),
        casualty=bool(data.get("casualty")),
        aims=bool(data.get("aims")),
        alone=bool(data.get("alone")),
        either=data.get("voice") == "either",
    )
