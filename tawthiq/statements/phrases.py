"""Where the noun phrase that names a source ends.

    [مصادر في المعارضة] إن   [وزير الدفاع البريطاني مايكل فالون] أمس   [المرصد] -ومقره لندن- أن

A phrase is read word by word: the first rule of STEPS that fires says how many words it takes more;
0 ends the phrase. Occasions, times and listeners behind a name are no part of it.
"""

from __future__ import annotations

from tawthiq.records import Mention
from tawthiq.statements.view import PREPOSITIONS, QUOTES, View

STOPPERS = frozenset(
    ("complementizer", "relative", "negation", "auxiliary", "conjunction", "hypothetical", "future", "pronoun")
)
LONGEST = 30  # words; a longer "phrase" is a sentence that was misread
BRACKETED = 5  # words in brackets or quotation marks that may be a name
OPENING, CLOSING = QUOTES | {"(", "["}, QUOTES | {")", "]"}
ADJECTIVES = ("يه", "ي", "يين", "يون")  # endings of adjectives made from nouns
# in, of, to, with, on, from: before the noun that says of what an office is
BELONGING = frozenset(("في", "من", "الي", "لدي", "علي", "عن", "ضمن", "داخل", "بين", "مع"))
IN_THE_NAME = frozenset(("باسم", "بلسان"))  # in the name of, in the voice of


class NounPhrase:
    """words[first:last] of a source; head: its first noun; person: the person named at its head.

    parts: all mentions in it. governed: the person is not the source but whom it belongs to (the
    spokesman of X, the statement of X). While it is read: `closed` behind something definite, `open_office`
    while an office may still be said of what or of whom, `human` while a person's name may follow.
    """

    def __init__(self, view: View, first: int, limit: int, stops: frozenset[str], apposition: bool) -> None:
        self.view, self.first, self.last, self.limit = view, first, first, limit
        self.stops, self.apposition = stops, apposition
        self.head = -1
        self.person: Mention | None = None
        self.parts: list[Mention] = []
        self.governed = self.closed = self.open_office = self.human = self.demonstrative = self.in_name = False

    @property
    def started(self) -> bool:
        """Whether it has a word yet."""
        return self.last > self.first

    def headed(self, at: int) -> None:
        """Take a word as its head where it has none."""
        if self.head < 0:
            self.head = at


def noun_phrase(
    view: View, first: int, limit: int, stops: frozenset[str] = frozenset(), apposition: bool = True
) -> NounPhrase | None:
    """The noun phrase that starts at a word and ends before `limit`; None where none starts there.

    stops: prepositions (folded) that belong to the verb; apposition: an office may stand behind a name.
    """
    phrase = NounPhrase(view, first, min(limit, first + LONGEST), stops, apposition)
    _read(phrase)
    while phrase.started and view.closing.get(phrase.last - 1) == "preposition" and phrase.last - 1 not in view.named:
        phrase.last -= 1
    if phrase.head < 0:
        phrase.head = first
    if phrase.started and view.forms[phrase.last] == "،":
        _behind_comma(phrase, limit)
    return phrase if phrase.started else None


def _read(phrase: NounPhrase) -> None:
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


def _behind_comma(phrase: NounPhrase, limit: int) -> None:
    """المتحدث باسم القوات، العقيد فلان: the name behind the comma of an office, or the office behind a name's."""
    view, at = phrase.view, phrase.last + 1
    if not (phrase.open_office or phrase.person) or not (at in view.named or at in view.heads or at in view.titles):
        return
    other = NounPhrase(view, at, min(limit, at + LONGEST), phrase.stops, True)
    _read(other)
    if not other.started or view.joined(at, "و"):
        return
    if phrase.person is None and phrase.human and other.person is not None and not other.governed:
        phrase.person, phrase.governed, phrase.last = other.person, False, other.last
        phrase.parts.extend(other.parts)
    elif phrase.person is not None and other.person is None and other.human and view.forms[other.last] == "،":
        phrase.last = other.last


def _mark(phrase: NounPhrase, at: int) -> int | None:
    """A name in brackets or quotation marks belongs to it, other marks end it."""
    view = phrase.view
    if not view.marks[at]:
        return None
    if view.forms[at] == "." and phrase.started and (at not in view.stops or len(view.forms[at - 1]) == 1):
        return 1  # an abbreviation: د. (Dr.)
    closing = _closing(phrase, at) if view.forms[at] in OPENING else None
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


def _stop(phrase: NounPhrase, at: int) -> int | None:
    """Function words, times, verbs, and what opens a content or belongs to the verb end it."""
    view = phrase.view
    category = view.categories[at]
    if len(view.forms[at]) == 1 and view.forms[at] in "بلك":  # a preposition set apart: لـ«…»
        return 0
    mention = view.named.get(at)
    if mention is not None and mention.kind == "person":
        return None  # علي is a name here, not the preposition
    if category in STOPPERS or at in view.adjuncts or view.forms[at] in phrase.stops:
        return 0
    if category == "demonstrative":
        return None if not phrase.started and view.definite(at + 1) else 0
    if at in view.named:
        return None
    if phrase.started and at in view.openers and at not in view.heads and (phrase.closed or not view.definite(at)):
        return 0
    return 0 if at in view.cues and not view.definite(at) and _reports(view, at) else None


def _reports(view: View, at: int) -> bool:
    """Whether a cue that is no noun stands at a word: a verb, مضيفا, نقلا عن."""
    for cue in view.cues[at]:
        if cue.finite or cue.takes.use == "according":
            return True
        if cue.participle and view.forms[at].endswith("ا") and not view.heads.get(at):
            return True
    return False


def _demonstrative(phrase: NounPhrase, at: int) -> int | None:
    """This, these before the noun: هذه الدول."""
    if phrase.view.categories[at] != "demonstrative":
        return None
    phrase.demonstrative = True
    return 1


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


def _in_the_name(phrase: NounPhrase, at: int) -> int | None:
    """المتحدث باسم فلان: whoever is named behind it is not who speaks."""
    if phrase.view.forms[at] not in IN_THE_NAME or not phrase.started:
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
        if view.joined(at, "و"):
            return _coordinated(phrase, at)
        if view.joined(at, "ل") or view.joined(at, "ب"):
            if not _complement(phrase, at):
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


def _complement(phrase: NounPhrase, at: int) -> bool:
    """Whether the noun at a word can complete an office (سفير للاتحاد); occasions and listeners cannot."""
    view = phrase.view
    if not phrase.open_office or at >= phrase.limit or at in view.settings or at in view.adjuncts:
        return False
    if view.marks[at] and view.forms[at] not in OPENING or view.categories[at] in STOPPERS:
        return False
    head, mention = view.heads.get(at), view.named.get(at)
    if head is not None and (head.entry.data["kind"] == "media" or _listener(view, at)):
        return False
    if mention is not None and (mention.actor or "").startswith("media."):
        return False
    phrase.closed = False
    return True


def _listener(view: View, at: int) -> bool:
    """للصحفيين (to journalists): those who were told."""
    head = view.heads[at]
    return view.joined(at, "ل") and bool(head.entry.data.get("human")) and ".p" in head.part


def _preposition(phrase: NounPhrase, at: int) -> int | None:
    """In, of, to: what belongs to an office (مصدر في الوزارة), not what belongs to the verb."""
    found = phrase.view.functions.get(at)
    if found is None or found.entry.data["category"] != "preposition":
        return None
    if phrase.view.forms[found.last - 1] not in BELONGING:
        return 0
    return found.last - at if phrase.started and _complement(phrase, found.last) else 0


def _attached(phrase: NounPhrase, at: int) -> int | None:
    """ل and ب before the noun behind an office: سفير للاتحاد، مساعد الوزير لشؤون…."""
    view = phrase.view
    if not phrase.started or not (view.joined(at, "ل") or view.joined(at, "ب")):
        return None
    if view.forms[at][0] in phrase.stops:
        return 0
    if not _complement(phrase, at):
        return 0
    phrase.closed = view.definite(at)
    return 1


def _conjunction(phrase: NounPhrase, at: int) -> int | None:
    """و (and) before another source."""
    return _coordinated(phrase, at) if phrase.started and phrase.view.joined(at, "و") else None


def _coordinated(phrase: NounPhrase, at: int) -> int:
    """How many words و (and) joins to it: a name to a name, a head noun to a head noun."""
    view = phrase.view
    mention, head = view.named.get(at), view.heads.get(at)
    if mention is not None:
        if (mention.kind == "person") != (phrase.person is not None):
            return 0
        phrase.parts.append(mention)
        return view.covers(mention)[1] - at
    if not phrase.closed and head is None and view.forms[at].endswith(ADJECTIVES) and at not in view.openers:
        return 1  # مصادر طبية وأمنية
    if head is not None or (view.definite(at) and phrase.closed):
        phrase.closed = view.definite(at)
        phrase.open_office = phrase.open_office or head is not None
        return 1
    return 0


def _office(phrase: NounPhrase, at: int) -> int | None:
    """An office or a head noun: opens the phrase, or stands behind a name (فلان رئيس المجلس)."""
    view = phrase.view
    found = view.heads.get(at) or view.titles.get(at)
    if found is None or found.after or (phrase.started and found.before[:1] in ("و", "ل", "ب")):
        return None
    if phrase.started and found.definite and _new_noun(phrase, at):
        return 0
    human = at in view.titles or bool(found.entry.data.get("human"))
    if phrase.started and phrase.closed:
        if found.definite and (not human or (".p" in found.part and not _plural(phrase))):
            return 0
        if not found.definite and (phrase.person is None or not human or not _apposition(phrase)):
            return 0
    phrase.headed(at)
    phrase.open_office = True
    phrase.human = phrase.human or (human and phrase.person is None)
    phrase.in_name = phrase.in_name and human
    phrase.closed = found.definite
    return max(1, found.last - at)


def _plural(phrase: NounPhrase) -> bool:
    head = phrase.view.heads.get(phrase.head) or phrase.view.titles.get(phrase.head)
    return head is not None and ".p" in head.part


def _apposition(phrase: NounPhrase) -> bool:
    """Whether an office behind a name is that person's; behind a verb that addresses someone it may be another's."""
    return phrase.apposition or phrase.view.named.get(phrase.first) is phrase.person


def _definite(phrase: NounPhrase, at: int) -> int | None:
    """A noun or adjective with the article; behind a definite singular a plural is another noun."""
    view = phrase.view
    if not view.definite(at):
        return None
    form = view.forms[at]
    if _new_noun(phrase, at):
        return 0
    if phrase.closed and form.endswith(("ون", "ين")) and len(form) > 6 and not phrase.human:
        if not any(view.forms[word].endswith(("ون", "ين")) for word in range(phrase.first, at)):
            return 0
    phrase.headed(at)
    phrase.closed = True
    phrase.open_office = phrase.open_office or at in view.relations
    return 1


def _new_noun(phrase: NounPhrase, at: int) -> bool:
    """Whether a definite word begins another noun: behind an indefinite noun with its adjective, behind a name."""
    view = phrase.view
    if phrase.closed:
        if phrase.apposition or not phrase.parts or at in view.epithets:
            return False
        return not any(match.part.startswith("adjective") for match in view.text.at(at))
    adjective, noun = view.forms[at - 1], view.forms[at - 2]
    if at - phrase.first < 2 or not adjective.endswith(("يه", "ي")):
        return False
    plural = at - 2 in view.heads and ".p" in view.heads[at - 2].part
    return adjective.endswith("يه") == (plural or noun.endswith(("ه", "ات")))


def _naming(phrase: NounPhrase, at: int) -> int | None:
    """الجماعة التي تعرف باسم فلان (the group known as X): its name belongs to it."""
    found = phrase.view.namings.get(at)
    if found is None or not phrase.started:
        return None
    name = noun_phrase(phrase.view, found.last, phrase.limit, phrase.stops)
    if name is None:
        return 0
    phrase.parts.extend(name.parts)
    phrase.person = phrase.person or name.person
    return name.last - at


def _bare(phrase: NounPhrase, at: int) -> int | None:
    """A noun without the article: goes on while the phrase is open, then only as part of a name."""
    view = phrase.view
    if view.words[at].kind == "number":
        return 0 if phrase.closed else 1
    if len(view.forms[at]) == 1 and view.forms[at + 1] == "." and phrase.human:
        return 2  # an abbreviated title: م. (engineer), د. (doctor)
    if phrase.head < 0:
        phrase.headed(at)
        return 1
    if phrase.closed and at in view.emphatics:
        return 1
    if not phrase.closed and not _object_like(view, at):
        return 1
    if phrase.human or _profession(phrase, at):
        return 1 if phrase.person is None and _unlisted_name(view, at) else 0
    return 0


def _profession(phrase: NounPhrase, at: int) -> bool:
    """Whether a definite noun and a given name behind it are someone's profession and name: التاجر سالم."""
    if at - phrase.first != 1 or not phrase.view.definite(phrase.first) or phrase.parts:
        return False
    phrase.human = bool(phrase.view.text.at(at, "given_name")) and phrase.first not in phrase.view.heads
    return phrase.human


def _unlisted_name(view: View, at: int) -> bool:
    """Whether a rare word behind an office is a name: its words are over when the verb's begin."""
    if not view.name_like(at):
        return False
    behind = at + 1
    over = view.marks[behind] or view.categories[behind] == "complementizer" or view.forms[behind] in PREPOSITIONS
    return over or view.name_like(behind) or bool(view.text.at(behind, "name_particle"))


def _object_like(view: View, at: int) -> bool:
    """An accusative or a noun with a pronoun opens something else."""
    text = view.words[at].text
    return text.endswith(("اً", "ًا")) or (len(text) > 4 and text.endswith(("ته", "تها", "تهم")))


PLAIN = (_definite, _bare)  # for a word that nothing but its article tells apart
STEPS = (
    _mark, _naming, _stop, _quantifier, _demonstrative, _in_the_name, _named, _preposition, _office, _attached,
    _conjunction, _definite, _bare,
)  # fmt: skip
