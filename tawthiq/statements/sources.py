"""Who a noun phrase stands for: whether it can speak at all, its kind, its gender and number."""

from __future__ import annotations

from tawthiq.records import Mention, StatementKind
from tawthiq.statements.phrases import NounPhrase, noun_phrase
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
        return _kind_of_name(phrase.parts[0])
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


def plural_human(view: View, phrase: NounPhrase) -> bool:
    """Whether the source is several people (مسؤولون، سكان)."""
    head = view.heads.get(phrase.head) or view.titles.get(phrase.head)
    if head is None or phrase.person is not None:
        return False
    return ".p" in head.part and bool(head.entry.data.get("human", head.entry.layer == "title"))


def feminine(view: View, phrase: NounPhrase) -> bool | None:
    """Whether the head is feminine for its verb; None where its form does not tell."""
    if phrase.person is not None and not phrase.governed and phrase.head not in view.heads:
        return None
    head = view.heads.get(phrase.head)
    if phrase.head > phrase.first and not phrase.demonstrative:
        return None  # many of, one of: the verb may follow either word
    if head is not None:
        if head.after:
            return None
        if ".p" in head.part:
            return not head.entry.data.get("human")
        text = view.words[head.first].text
        return True if text.endswith("ة") else None if text.endswith("ه") else False
    if phrase.parts and view.named.get(phrase.head) is phrase.parts[0]:
        words = phrase.parts[0].text.split()
        return True if any(word.endswith("ة") for word in words[:2]) else None  # other names go both ways
    return True if view.words[phrase.head].text.endswith(("ة", "ات")) else None


def agrees_behind(view: View, phrase: NounPhrase, agreement: str) -> bool:
    """Whether a verb before the source fits it: singular, of its gender; False only where it clearly cannot."""
    if agreement not in ("ms", "fs", ""):
        return False
    woman = feminine(view, phrase)
    if woman is None or not agreement or plural_human(view, phrase):
        return True
    return agreement == ("fs" if woman else "ms")


def accusative(view: View, phrase: NounPhrase) -> bool:
    """Whether its ending shows that a plural is not the subject of the verb before it (مسؤولين, not مسؤولون)."""
    head = view.heads.get(phrase.head) or view.titles.get(phrase.head)
    if head is None or ".p" not in head.part or phrase.head > phrase.first:
        return False
    return any(view.forms[at].endswith("ين") for at in range(phrase.head, min(phrase.head + 2, phrase.last)))


def agrees(view: View, phrase: NounPhrase, agreement: str) -> bool:
    """Whether a verb or adverb behind the source fits it; False only where it clearly cannot."""
    if plural_human(view, phrase):
        return agreement in ("mp", "fp", "")
    if agreement in ("mp", "fp"):
        return phrase.person is None and _plural(view, phrase)
    if agreement in ("md", "fd"):
        return phrase.person is None
    return agrees_behind(view, phrase, agreement)


def _plural(view: View, phrase: NounPhrase) -> bool:
    ending = view.forms[phrase.head].endswith(("ون", "ين", "يو"))
    return ending or any(part.kind == "group" for part in phrase.parts)
