"""The rules that read a noun phrase word by word, in the order in which they are tried.

Each says how many words it takes at a position: 0 ends the phrase, None leaves the word to the next rule.
"""

from __future__ import annotations

from tawthiq.records import Mention
from tawthiq.statements.complements import (
    OPENING,
    STOPPERS,
    attached,
    complement,
    conjunction,
    coordinated,
    preposition,
)  # fmt: skip
from tawthiq.statements.letters import ADVERB, AND, BY, FOR, LIKE, PREFIXES
from tawthiq.statements.nominals import bare, definite, new_noun
from tawthiq.statements.phrase import NounPhrase
from tawthiq.statements.view import QUOTES, View

BRACKETED = 5  # words in brackets or quotation marks that may be a name
CLOSING = QUOTES | {")", "]"}


def read(phrase: NounPhrase) -> None:
    """Let the rules take word after word until one ends the phrase or none fires."""
    while phrase.last < phrase.limit:
        taken = 0
        for step in PLAIN if phrase.view.plain[phrase.last] else STEPS:
            found = step(phrase, phrase.last)
            if found is not None:
                taken = found
                break
        if not taken:
            break
        phrase.last += taken


def _mark(phrase: NounPhrase, at: int) -> int | None:
    """A name in brackets or quotation marks belongs to it, other marks end it."""
    view = phrase.view
    if not view.marks[at]:
        return None
    if view.forms[at] == "." and phrase.started and (at not in view.stops or len(view.forms[at - 1]) == 1):
        return 1  # an abbreviation: د. (Dr.)
    addressed = phrase.closed and not phrase.apposition and view.forms[at] in QUOTES  # اتهم فلان «جهات» بكذا
    closing = _closing(phrase, at) if view.forms[at] in OPENING and not addressed else None
    if closing is None:
        return 0
    for word in range(at + 1, closing):
        if word in view.named and (not phrase.started or view.forms[at] != "("):
            _note(phrase, view.named[word], word)
            break
    phrase.headed(at + 1)
    phrase.closed = True
    return closing + 1 - at


def _closing(phrase: NounPhrase, at: int) -> int | None:
    """The closing mark of a short bracket or quotation without other marks in it."""
    view = phrase.view
    for word in range(at + 1, min(at + BRACKETED + 2, phrase.limit)):
        if view.marks[word]:
            return word if view.forms[word] in CLOSING and word > at + 1 else None
    return None


def _naming(phrase: NounPhrase, at: int) -> int | None:
    """الجماعة التي تعرف باسم فلان (the group known as X): its name belongs to it."""
    found = phrase.view.namings.get(at)
    if found is None or not phrase.started:
        return None
    name = NounPhrase(phrase.view, found.last, phrase.limit, phrase.stops, phrase.apposition)
    read(name)
    if not name.started:
        return 0
    phrase.parts.extend(name.parts)
    phrase.person = phrase.person or name.person
    return name.last - at


def _stop(phrase: NounPhrase, at: int) -> int | None:
    """Function words, times, verbs, and what opens a content or belongs to the verb end it."""
    view = phrase.view
    category = view.categories[at]
    if view.forms[at] in (BY, FOR, LIKE):  # set apart from its noun: لـ«…»
        return 0
    mention = view.named.get(at)
    if mention is not None and mention.kind == "person":
        return None  # علي is a name here, not the preposition
    if category in STOPPERS or at in view.adjuncts or view.forms[at] in phrase.stops:
        return 0
    if at in view.verbs and mention is None:
        return 0
    if category == "demonstrative":
        return None if not phrase.started and view.definite(at + 1) else 0
    if mention is not None:
        return None
    opens = at in view.openers and at not in view.heads and (phrase.closed or not view.definite(at))
    opens = opens and not _construct(view, at - 1)
    if phrase.started and opens:
        return 0
    return 0 if at in view.cues and not view.definite(at) and _reports(view, at) else None


def _construct(view: View, at: int) -> bool:
    """Whether an office that is always of something ends at a word: رئيس [تحرير الصحيفة]."""
    head = view.heads.get(at)
    return head is not None and bool(head.entry.data.get("construct")) and not head.definite and head.last == at + 1


def _reports(view: View, at: int) -> bool:
    """Whether a cue that is no noun stands at a word: a verb, مضيفا, نقلا عن."""
    for cue in view.cues[at]:
        if cue.finite or cue.takes.use == "according":
            return True
        if cue.participle and view.forms[at].endswith(ADVERB) and not view.heads.get(at):
            return True
    return False


def _quantifier(phrase: NounPhrase, at: int) -> int | None:
    """One of, some, a number of: the noun behind it is the head."""
    head = None if phrase.started else phrase.view.heads.get(at)
    if head is None or head.entry.data["kind"] != "next":
        return None
    if head.after:  # one of them, some of them
        phrase.headed(at)
        phrase.closed = True
        return 1
    phrase.headed(head.last)
    return head.last - at


def _demonstrative(phrase: NounPhrase, at: int) -> int | None:
    """This, these before the noun: هذه الدول."""
    if phrase.view.categories[at] != "demonstrative":
        return None
    phrase.demonstrative = True
    return 1


def _in_the_name(phrase: NounPhrase, at: int) -> int | None:
    """المتحدث باسم فلان: whoever is named behind it is not who speaks."""
    if phrase.view.particle(at) != "in_the_name" or not phrase.started:
        return None
    phrase.in_name, phrase.closed, phrase.open_office = True, False, True
    return 1


def _named(phrase: NounPhrase, at: int) -> int | None:
    """A person, body or place that is named belongs to it as a whole."""
    view = phrase.view
    mention = view.named.get(at)
    if mention is None:
        return None
    if phrase.started:
        if view.joined(at, AND):
            return coordinated(phrase, at)
        if view.joined(at, FOR + BY):
            if not complement(phrase, at):
                return 0
        elif phrase.closed and not _follows_on(phrase, mention):
            return 0
    return _note(phrase, mention, at)


def _follows_on(phrase: NounPhrase, mention: Mention) -> bool:
    """Whether a name may stand behind a phrase that is already definite: a person behind an office."""
    if mention.kind == "person":
        return phrase.human or phrase.person is mention or (phrase.apposition and not phrase.parts)
    return phrase.open_office and phrase.person is None and not phrase.parts


def _note(phrase: NounPhrase, mention: Mention, at: int) -> int:
    """Take a mention into the phrase; the number of words it takes."""
    if mention.kind == "person" and phrase.person is None:
        phrase.person = mention
        phrase.governed = phrase.in_name or _governs(phrase)
    phrase.headed(at)
    phrase.closed = True
    phrase.in_name = False
    phrase.human = phrase.human and mention.kind != "person"
    phrase.open_office = phrase.open_office and mention.kind != "person"
    phrase.parts.append(mention)
    last = at + 1
    while last < phrase.limit and phrase.view.named.get(last) is mention:
        last += 1
    return last - at


def _governs(phrase: NounPhrase) -> bool:
    """Whether a person's name belongs to a thing that speaks (تقرير فلان), or to a source without a name."""
    head = phrase.view.heads.get(phrase.head)
    if not phrase.started or head is None or phrase.head in phrase.view.titles:
        return False
    return not head.entry.data.get("human")


def _office(phrase: NounPhrase, at: int) -> int | None:
    """An office or a head noun: opens the phrase, or stands behind a name (فلان رئيس المجلس)."""
    view = phrase.view
    if phrase.human and len(view.forms[at]) == 1 and view.forms[at + 1] == ".":
        return 2  # an abbreviated title behind an office: د. (doctor)
    found = view.heads.get(at) or view.titles.get(at)
    if found is None or found.after or (phrase.started and found.before[:1] in PREFIXES):
        return None
    human = at in view.titles or bool(found.entry.data.get("human"))
    if phrase.started and not _goes_on(phrase, at, found.definite, human, ".p" in found.part):
        return 0
    phrase.headed(at)
    phrase.open_office = True
    phrase.human = phrase.human or (human and phrase.person is None)
    phrase.in_name = phrase.in_name and human
    phrase.closed = found.definite
    return max(1, found.last - at)


def _goes_on(phrase: NounPhrase, at: int, definite: bool, human: bool, plural: bool) -> bool:
    """Whether an office goes on with a phrase that has begun: in apposition, or as what it is an office of."""
    if definite and new_noun(phrase, at):
        return False
    if not phrase.closed:
        return True
    if definite:
        return human and not (plural and not phrase.plural())
    whose = phrase.apposition or phrase.view.named.get(phrase.first) is phrase.person
    return phrase.person is not None and human and whose


PLAIN = (definite, bare)  # for a word that nothing but its article tells apart
STEPS = (
    _mark, _naming, _stop, _quantifier, _demonstrative, _in_the_name, _named, preposition, _office, attached,
    conjunction, definite, bare,
)  # fmt: skip
