"""Where the name of a person ends, part by part: ordered rules for what the next part may be."""

from __future__ import annotations

from typing import NamedTuple

from tawthiq.lexicon import Match
from tawthiq.mentions.signs import PERSONS, Signs
from tawthiq.rules import first

MAX_PARTS = 8
MAX_PARTICLES = 3  # أبو عبد بن (father of servant of the son of …)
INSIDE = 0.25  # least likelihood of a rare word inside a name
BEHIND_GIVEN = 0.1  # the same, right behind a given name that is no ordinary word
BEHIND_LIKELY = 0.2  # the same of a word that is not so rare
UNCOMMON = 4.0  # zipf frequency under which a word may still be a name by its place
VERB_LIKE = 0.5  # least likelihood of a name that is written like a verb (يشار)
COMMON_INSIDE = 0.6  # least likelihood of a common word inside a name
NISBA = 0.05  # least likelihood of a rare relational adjective inside a name
COMMON_NOUN = 3.8  # zipf frequency from which a word is an ordinary noun with an ending
CERTAIN = 0.9  # likelihood that outweighs the look of a common word
ORDINARY = 4.5  # zipf frequency from which a word with the article is no name unless the lexicon has it


_WITH_ARTICLE = ("لل", "بال", "وال", "كال", "فال")  # to the, in the, and the, like the, so the


class Name(NamedTuple):
    """A name that is being read: where it starts, and whether a title stands before it."""

    start: int
    titled: bool


def name_end(signs: Signs, at: int, known: int | None = None, titled: bool = False) -> int:
    """The end of the name that begins at `at` (known: its part before here is certain)."""
    last = known or at
    while last - at < MAX_PARTS and (last == at or signs.follows(last)):
        _, step = first(RULES, signs, last, Name(at, titled))
        if not step:
            break
        last += step
    return last


def stop(signs: Signs, at: int, name: Name) -> int | None:
    """A mark, a verb, a word joined by و, the number of a king, another known person: the name is over."""
    if not signs.is_word(at) or (signs.verb(at) and signs.likely(at, "person") < VERB_LIKE):
        return 0
    if at == name.start:
        return None
    ruler = signs.known(at - 1, "regnal_number") and not signs.particle(at)
    place = signs.place(at) if signs.likely(at, "person") < VERB_LIKE else None
    elsewhere = signs.form(at).startswith(_WITH_ARTICLE) or (place and place.before in ("ب", "ل"))  # in, to
    return 0 if ruler or elsewhere or _detached(signs, at) or signs.joined(at) or _another(signs, at) else None


def _detached(signs: Signs, at: int) -> bool:
    """A common word with ب, ل or ك written to it: باحترام (with respect)."""
    form = signs.form(at)
    common = form[0] in "بلك" and signs.zipf(form[1:]) >= max(COMMON_NOUN, signs.zipf(form) + 0.5)  # in, to, like
    return common and not signs.personal(at) and signs.likely(at, "person") < CERTAIN


def _another(signs: Signs, at: int) -> bool:
    """Two persons that the lexicon knows stand side by side, as in a list of tags."""
    ended = {m.entry.id for i in range(max(0, at - 3), at) for m in _persons(signs, i) if m.last == at}
    return bool(ended) and any(m.entry.id not in ended for m in _persons(signs, at))


def _persons(signs: Signs, at: int) -> list[Match]:
    return [m for m in signs.at(at, "actor") if m.entry.id.startswith(PERSONS) and not m.before]


def title(signs: Signs, at: int, name: Name) -> int | None:
    """A title behind a name opens what the person is: فادي زهران وزير الزراعة."""
    found = signs.title(at) if at > name.start else None
    if not found or (signs.personal(at) and not _opens_role(signs, found.last)):
        return None
    return 0


def _opens_role(signs: Signs, at: int) -> bool:
    """Whether a complement follows what may be a name or a title (أمير, Amir or prince)."""
    return signs.follows(at) and not signs.personal(at) and not signs.verb(at) and not signs.function(at)


def particle(signs: Signs, at: int, name: Name) -> int | None:
    """عبد, بن, أبو, آل with the word behind it."""
    found = signs.particle(at)
    if not found or not (at > name.start or found.entry.data["opens"]) or not signs.follows(found.last):
        return None
    after = found.last
    if signs.function(after) or signs.verb(after) or _heaped(signs, after):
        return None
    inner = name_end(signs, after) if signs.particle(after) else 0
    personal = signs.personal(after)
    return max(after + 1, inner, personal.last if personal else 0) - at


def _heaped(signs: Signs, at: int) -> bool:
    """More particles in a row than any name has."""
    for _ in range(MAX_PARTICLES):
        found = signs.particle(at)
        if not found:
            return False
        at = found.last
    return True


def initial(signs: Signs, at: int, name: Name) -> int | None:
    """A single letter with a full stop: إبراهيم ب."""
    behind = signs.words[at + 1].text if at + 1 < len(signs.words) else ""
    return 1 if at > name.start and len(signs.form(at)) == 1 and behind == "." else None


def personal(signs: Signs, at: int, name: Name) -> int | None:
    """A given or family name that the lexicon holds."""
    found = signs.personal(at)
    if not found or (at > name.start and found.before) or signs.preposition_written_like_ali(at):
        return None
    if found.entry.data.get("common") and signs.function(at) and not _ali(signs, at, name):
        return 0
    second = at == name.start + 1 and not _ordinary(signs.personal(name.start))
    doubtful = found.entry.data.get("common") and at > name.start and not second and bool(signs.demonym(at))
    if doubtful and not _by_kunya(signs, name.start) and signs.likely(at, "person") < COMMON_INSIDE:
        return 0
    return found.last - at


def _ali(signs: Signs, at: int, name: Name) -> bool:
    """علي (Ali) between names or behind a title, which outlets that leave dots out also write for على (on)."""
    titled = name.titled and at == name.start
    between = titled or signs.personal(at + 1) or signs.particle(at + 1) or signs.likely(at, "person") >= COMMON_INSIDE
    return signs.form(at) == "علي" and bool(between)


def _by_kunya(signs: Signs, start: int) -> bool:
    found = signs.particle(start)
    return bool(found and found.entry.data["opens"])


def function_word(signs: Signs, at: int, name: Name) -> int | None:
    """A function word, or a word that opens the name of a body or place, is no part of a name."""
    if at > name.start and (signs.known(at, "descriptive") or signs.known(at, "weak_adjective")):
        return 0
    opens = signs.known(at, "org_head") or signs.known(at, "place_head") or signs.known(at, "group")
    return 0 if signs.function(at) or (opens and signs.likely(at, "person") < COMMON_INSIDE) else None


def inflected(signs: Signs, at: int, name: Name) -> int | None:
    """A word with a pronoun written to it is no name: كتابهم (their book)."""
    form = signs.form(at)
    if signs.personal(at):
        return None
    endings = ("هما", "ها", "هم", "كم", "ون", "وا")  # their (dual), her, their, your; plurals
    mine = ("ني", "نا")  # me, us: also the end of many names
    if any(form.endswith(ending) and signs.zipf(form[: -len(ending)]) >= 3.3 for ending in endings):
        return 0
    if form.endswith(mine) and signs.zipf(form[:-2]) >= COMMON_NOUN + 0.4:
        return 0
    several = form.endswith("ين") and signs.zipf(form[:-2]) >= 3.3 and signs.likely(at, "person") < INSIDE
    ended = form.endswith(("ين", "ات", "ه")) or signs.likely(at, "person") < COMMON_INSIDE
    with_and = form.startswith("و") and signs.rare(at) and ended
    noun = any(m.part.startswith("noun") for m in signs.text.at(at))
    object_of_verb = _accusative(signs, form) and (noun or signs.likely(at, "person") < COMMON_INSIDE)
    return 0 if several or object_of_verb or (at > name.start and with_and) else None


def _accusative(signs: Signs, form: str) -> bool:
    """A common noun with the alef of the indefinite accusative, the object of the verb: وفدا (a delegation)."""
    return form.endswith("ا") and signs.zipf(form[:-1]) >= max(COMMON_NOUN, signs.zipf(form))


def written_together(signs: Signs, at: int, name: Name) -> int | None:
    """عبد or أبو and the next part as one rare word: عبدالمعطي, أبوزهران."""
    form = signs.form(at)
    return 1 if form.startswith(("عبدال", "ابو")) and len(form) > 5 and signs.rare(at) else None


def origin(signs: Signs, at: int, name: Name) -> int | None:
    """A nationality without article as a family name, behind a title and a sure given name: فادي شامي."""
    before = signs.personal(at - 1) if name.titled and at == name.start + 1 else None
    demonym = signs.demonym(at)
    masculine = demonym is not None and demonym.part == "adjective.ms" and not demonym.definite
    return 1 if masculine and not _ordinary(before) and signs.form(at).endswith("ي") else None


def given_with_article(signs: Signs, at: int, name: Name) -> int | None:
    """A given name with the article, as a father's or family name: سالم النعمان; first only before a sure name."""
    stem = None if signs.demonym(at) or signs.title(at) else signs.stem_given(at)
    if stem is None:
        return None
    sure = not stem.data.get("common") if at > name.start else not _ordinary(signs.personal(at + 1))
    return 1 if sure else None


def unknown(signs: Signs, at: int, name: Name) -> int | None:
    """A word that no list holds and that the tagger finds likely enough."""
    if len(signs.form(at)) < 2:
        return None
    placed = _in_a_list(signs, at, name) or _before_a_family_name(signs, at, name) or _behind_given(signs, at, name)
    return 1 if placed or _likely(signs, at, name) >= _least(signs, at, name) else None


def _behind_given(signs: Signs, at: int, name: Name) -> bool:
    """A rare word without article behind a title and a sure given name, not written like a future verb."""
    form = signs.form(at)
    future = form.startswith(("سي", "ست", "سن", "لي", "لت", "لن", "ال"))  # will, shall, in order to; the article
    sure = name.titled and at == name.start + 1 and not _ordinary(signs.personal(at - 1))
    return sure and signs.rare(at) and not future and not signs.demonym(at) and len(form) > 2


def _before_a_family_name(signs: Signs, at: int, name: Name) -> bool:
    """A rare word between a title and a sure name."""
    return name.titled and at == name.start and signs.rare(at) and not _ordinary(signs.personal(at + 1))


def _in_a_list(signs: Signs, at: int, name: Name) -> bool:
    """An uncommon word between a sure given name and the next name of a list: نانسي زهران ورامي قدسي."""
    before, after = signs.personal(at - 1), signs.personal(at + 1)
    listed = at == name.start + 1 and before and after and after.before == "و" and not signs.definite(at)
    return bool(listed) and signs.zipf(signs.form(at)) < UNCOMMON and not _ordinary(before)


def _ordinary(before: Match | None) -> bool:
    """Whether a given name is also an ordinary word."""
    return before is None or bool(before.entry.data.get("common"))


def _likely(signs: Signs, at: int, name: Name) -> float:
    """How likely the word is part of the person's name; behind a title what looks like a body is a person too."""
    titled = name.titled and not signs.definite(at) and not signs.demonym(at)
    return signs.likely(at, "person") + (signs.likely(at, "organisation") if titled else 0.0)


def _least(signs: Signs, at: int, name: Name) -> float:
    """How likely an unknown word must be: less where it is rare, still less right behind a given name."""
    zipf = signs.zipf(signs.form(at))
    if zipf >= UNCOMMON or signs.demonym(at):
        return COMMON_INSIDE
    before = signs.personal(at - 1) if at > name.start and not signs.definite(at) else None
    if zipf:
        verb_like = signs.form(at)[0] in "يت"  # he, she (prefixes of the present)
        return BEHIND_LIKELY if before and not verb_like else COMMON_INSIDE
    return INSIDE if _ordinary(before) else BEHIND_GIVEN


def nisba(signs: Signs, at: int, name: Name) -> int | None:
    """A rare relational adjective with the article (الأصبحي), any behind a kunya (أبو سالم الحلبي)."""
    form = signs.form(at)
    if at == name.start or not (form.startswith("ال") and form.endswith("ي")):
        return None
    kunya = _by_kunya(signs, name.start) and signs.zipf(form) < ORDINARY and signs.definite_noun(at)
    if _by_kunya(signs, name.start) and (signs.demonym(at) or signs.place(at)):
        return 1
    family = _complete(signs, at)
    uncommon = signs.zipf(form) < UNCOMMON and not family
    sure = name.titled or not _ordinary(signs.personal(at - 1))
    least = (0.0 if sure else NISBA) if uncommon else COMMON_INSIDE if family else INSIDE
    good = signs.zipf(form) < ORDINARY and not signs.demonym(at) and signs.likely(at, "person") >= least
    return 1 if kunya or good else None


def family_with_article(signs: Signs, at: int, name: Name) -> int | None:
    """A word with the article that is not very common, behind two names, or behind one where the phrase ends."""
    known = (signs.personal(i) or signs.particle(i) or signs.particle(i - 1) for i in range(name.start, at))
    if at == name.start or not all(known) or _complete(signs, at):
        return None
    sure = name.titled or signs.particle(name.start) or not _ordinary(signs.personal(name.start))
    if at == name.start + 1 and not (sure and _phrase_ends(signs, at + 1)):
        return None
    singular = not signs.form(at).endswith(("ات", "ين", "ون", "يه"))
    good = singular and not signs.demonym(at) and signs.zipf(signs.form(at)) < COMMON_NOUN + 0.4
    return 1 if good and signs.definite_noun(at) and not signs.title(at) else None


def _complete(signs: Signs, at: int) -> bool:
    """Whether a family name that is no given name stands before: most names end there."""
    return bool(signs.at(at - 1, "family_name")) and not signs.at(at - 1, "given_name")


def _phrase_ends(signs: Signs, at: int) -> bool:
    """A mark, أن or a verb: what stands before cannot be the object of a verb yet to come."""
    complementizer = any(m.entry.data["category"] == "complementizer" for m in signs.at(at, "function"))
    return complementizer or not signs.follows(at) or signs.verb(at)


RULES = (
    stop, title, particle, initial, personal, function_word, written_together, inflected, origin,
    given_with_article, unknown, nisba, family_with_article,
)  # fmt: skip
