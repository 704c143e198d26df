"""Gender and number of a source, and whether a verb or an adverb fits them (Ryding 2005, chapter 4).

A verb before its subject is in the singular and takes its gender; behind it, it takes its number too.
"""

from __future__ import annotations

from tawthiq.statements.letters import ACCUSATIVE_PLURAL, FEMININE, FEMININES, HIM, PEOPLE
from tawthiq.statements.phrase import NounPhrase
from tawthiq.statements.view import View


def plural_human(view: View, phrase: NounPhrase) -> bool:
    """Whether the source is several people (مسؤولون، سكان)."""
    head = view.heads.get(phrase.head) or view.titles.get(phrase.head)
    if head is None or phrase.person is not None:
        return False
    return ".p" in head.part and bool(head.entry.data.get("human", head.entry.layer == "title"))


def agrees_behind(view: View, phrase: NounPhrase, agreement: str) -> bool:
    """Whether a verb before the source fits it: singular, of its gender; False only where it clearly cannot."""
    if agreement not in ("ms", "fs", ""):
        return False
    woman = _feminine(view, phrase)
    if woman is None or not agreement or plural_human(view, phrase):
        return True
    return agreement == ("fs" if woman else "ms")


def agrees(view: View, phrase: NounPhrase, agreement: str) -> bool:
    """Whether a verb or adverb behind the source fits it; False only where it clearly cannot."""
    if plural_human(view, phrase):
        return agreement in ("mp", "fp", "")
    if agreement in ("mp", "fp"):
        people = view.forms[phrase.head].endswith(PEOPLE) or any(part.kind == "group" for part in phrase.parts)
        return phrase.person is None and people
    if agreement in ("md", "fd"):
        return phrase.person is None
    return agrees_behind(view, phrase, agreement)


def accusative(view: View, phrase: NounPhrase) -> bool:
    """Whether its ending shows that a plural is not the subject of the verb before it (مسؤولين, not مسؤولون)."""
    if phrase.head > phrase.first or not phrase.plural():
        return False
    behind = min(phrase.head + 2, phrase.last)
    return any(view.forms[at].endswith(ACCUSATIVE_PLURAL) for at in range(phrase.head, behind))


def _feminine(view: View, phrase: NounPhrase) -> bool | None:
    """Whether the head is feminine for its verb; None where its form does not tell."""
    head = view.heads.get(phrase.head)
    if phrase.person is not None and not phrase.governed and head is None:
        return None
    if phrase.head > phrase.first and not phrase.demonstrative:
        return None  # many of, one of: the verb may follow either word
    if head is not None:
        return _feminine_head(view, phrase)
    if phrase.parts and view.named.get(phrase.head) is phrase.parts[0]:
        words = phrase.parts[0].text.split()[:2]
        return True if any(word.endswith(FEMININE) for word in words) else None  # other names go both ways
    name = view.text.at(phrase.head, "family_name") or view.text.at(phrase.head, "given_name")
    return True if view.words[phrase.head].text.endswith(FEMININES) and not name else None


def _feminine_head(view: View, phrase: NounPhrase) -> bool | None:
    """The gender of a head that data lists: plurals of things are feminine, those of people masculine."""
    head = view.heads[phrase.head]
    if head.after:
        return None
    if ".p" in head.part:
        return not head.entry.data.get("human")
    text = view.words[head.first].text
    if text.endswith(FEMININE):
        return True
    return None if text.endswith(HIM) else False
