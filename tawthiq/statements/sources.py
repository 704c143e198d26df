"""Who a noun phrase stands for: whether it can speak at all, and its kind."""

from __future__ import annotations

from tawthiq.records import Mention, StatementKind
from tawthiq.statements.phrase import NounPhrase
from tawthiq.statements.phrases import noun_phrase
from tawthiq.statements.view import View

MEDIA = "media."
SPEAKING = ("state.", "gov.", "int.", "party.", "armed.", "group.")
KINDS: dict[str, StatementKind] = {
    "person": "person", "institution": "institution", "official": "official", "sources": "sources",
    "witnesses": "witnesses", "media": "media", "document": "document",
}  # fmt: skip


def kind_of(view: View, phrase: NounPhrase) -> StatementKind | None:
    """The kind of a source; None for a phrase that cannot be one as far as its words tell."""
    if phrase.person is not None and not phrase.governed:
        return "person"
    head = view.heads.get(phrase.head)
    if head is not None and head.last <= phrase.last:
        if head.after and head.entry.data["kind"] == "next":
            return "witnesses"  # one of them
        return _kind_of_head(view, phrase)
    if phrase.parts and view.named.get(phrase.head) is phrase.parts[0]:
        return _kind_of_name(phrase.parts[0]) or _kind_of_actor(view, phrase.head)
    if phrase.head in view.titles:
        return "official"
    return _kind_of_actor(view, phrase.head)


def _kind_of_head(view: View, phrase: NounPhrase) -> StatementKind | None:
    data = view.heads[phrase.head].entry.data
    if data.get("spokesman"):
        return "institution" if phrase.person is None and _names_body(view, phrase) else "official"
    if data.get("issued"):
        return "person" if phrase.person is not None else "institution"
    if phrase.parts and (phrase.parts[0].actor or "").startswith(MEDIA) and data["kind"] == "institution":
        return "media"
    return KINDS.get(str(data["kind"]))


def _names_body(view: View, phrase: NounPhrase) -> bool:
    """Whether a body is named behind the head noun (a spokesman of the ministry)."""
    return any(part.kind in ("organisation", "group", "place") for part in phrase.parts) or any(
        view.heads[word].entry.data["kind"] == "institution"
        for word in range(phrase.head + 1, phrase.last)
        if word in view.heads
    )


def _kind_of_name(mention: Mention) -> StatementKind | None:
    actor = mention.actor or ""
    if actor.startswith(MEDIA):
        return "media"
    if mention.kind in ("organisation", "group"):
        return "institution"
    if mention.kind == "person":
        return "person"
    return "institution" if actor.startswith(SPEAKING) else None


def _kind_of_actor(view: View, word: int) -> StatementKind | None:
    """States, their capitals and peoples by the lexicon, where no mention tells."""
    for match in view.text.at(word, "actor"):
        if match.part in ("name", "capital") or match.entry.id.startswith("group."):
            return "media" if match.entry.id.startswith(MEDIA) else "institution"
    return None


def source_at(
    view: View, first: int, limit: int, stops: frozenset[str] = frozenset(), apposition: bool = True
) -> NounPhrase | None:
    """The noun phrase at a word where it can speak; None otherwise."""
    phrase = noun_phrase(view, first, limit, stops, apposition)
    return phrase if phrase is not None and kind_of(view, phrase) is not None else None
