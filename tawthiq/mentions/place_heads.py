"""Names behind a class word: بلدة X (the town of X), مديريات X وY وZ (the districts of X, Y and Z)."""

from __future__ import annotations

from collections.abc import Iterator

from tawthiq.lexicon import Match
from tawthiq.mentions.gazetteer import Found, Gazetteer, names_place
from tawthiq.text import Text

MAX_NAME_WORDS = 4
MAX_LIST = 8
COMMON_WORD = 3.0  # zipf frequency from which an unknown word behind a class word is no name
_NO_NAMES = ("function", "cue", "trigger", "title")
_OPENING = frozenset('«“”"„(')


def behind_heads(gazetteer: Gazetteer) -> Iterator[Found]:
    """Every name that a class word of the report opens, those in a list behind it too."""
    for head in gazetteer.text.layer("place_head"):
        if _opens_name(gazetteer, head):
            yield from _names(gazetteer, head)


def _opens_name(gazetteer: Gazetteer, head: Match) -> bool:
    """Without article or pronoun; a dual has lost its ن before a name (منطقتي X, the two areas of X)."""
    form = gazetteer.text.words[head.last - 1].form
    free_dual = head.part.endswith(".d") and form.endswith("ن")
    return not (head.after or free_dual) and (not head.definite or head.entry.data.get("definite", False))


def _names(gazetteer: Gazetteer, head: Match) -> Iterator[Found]:
    """The name behind a class word; of a dual or plural one (منطقتي, two areas) all names of the list."""
    opening = _unquoted(gazetteer.text, head.last)
    found = _name(gazetteer, head, opening)
    if found is None:
        return
    yield found._replace(first=head.first)
    for _ in range(0 if head.part.endswith(".s") else MAX_LIST):
        following = _next_in_list(gazetteer.text, found.last)
        found = _name(gazetteer, head, following) if following else None
        if found is None:
            return
        yield found


def _unquoted(text: Text, at: int) -> int:
    """The word at `at`, or the one behind the opening mark there: محافظة «عمران»."""
    opened = at + 1 < len(text.words) and text.words[at].text in _OPENING
    return at + 1 if opened else at


def _next_in_list(text: Text, at: int) -> int | None:
    """The next name of a list: behind a comma, or with و (and) before it, joined or apart."""
    form = text.words[at].form if at < len(text.words) else ""
    if form in ("،", ",", "و"):
        return at + 1 if at + 1 < len(text.words) and text.words[at + 1].kind == "word" else None
    return at if form.startswith("و") and text.words[at].kind == "word" else None


def _name(gazetteer: Gazetteer, head: Match, first: int) -> Found | None:
    if first >= len(gazetteer.text.words):
        return None
    known = [m for m in gazetteer.text.at(first) if names_place(m) and m.before in ("", "و")]
    known = [m for m in known if gazetteer.may_follow_head(m)]
    if known:
        return _known_name(gazetteer, head, gazetteer.choose(known))
    if head.entry.data.get("known_only"):
        return None
    return _new_name(gazetteer.text, head, first)


def _known_name(gazetteer: Gazetteer, head: Match, best: Match) -> Found:
    keep = head.entry.data["keep"] and head.part.endswith(".s")
    if not keep:
        return gazetteer.found(best, "")._replace(rule=f"{head.entry.id}/known-name")
    last = _adjectives_end(gazetteer.text, best.last)
    end = gazetteer.text.words[last - 1].end
    precision = head.entry.data["precision"]
    return Found(head.first, last, head.start, end, best, precision, f"{head.entry.id}/known-name")


def _new_name(text: Text, head: Match, first: int) -> Found | None:
    last = _unknown_name_end(text, first)
    if last == first:
        return None
    if head.entry.data["keep"] and head.part.endswith(".s"):
        last, start = _adjectives_end(text, last), head.start
    else:
        start = text.words[first].start + _joined(text, first)
    end, rule = text.words[last - 1].end, f"{head.entry.id}/new-name"
    return Found(first, last, start, end, None, head.entry.data["precision"], rule)


def _joined(text: Text, first: int) -> int:
    """1 where و (and) is written together with a later name of a list, behind another name."""
    before = text.words[first - 1]
    is_list = before.kind == "word" and before.form != "و" and not text.at(first - 1, "place_head")
    return int(is_list and text.words[first].form.startswith("و"))


def _unknown_name_end(text: Text, first: int) -> int:
    """Where a name that no list holds ends: one rare or definite word, with words that only open names."""
    last = first
    while last < len(text.words) and last - first < MAX_NAME_WORDS and text.words[last].kind == "word":
        followed = last + 1 < len(text.words) and text.words[last + 1].kind == "word"
        if followed and text.at(last, "name_opener"):
            last += 1
            continue
        return last + 1 if _may_name(text, last, opened=last > first) else first
    return first


def _may_name(text: Text, at: int, opened: bool) -> bool:
    """Whether an unknown word may be a name: no function word, no indefinite adjective, not common."""
    form = text.words[at].form
    if (
        len(form) == 1
        or text.at(at, "place_head")
        or any(not m.before and not m.after for n in _NO_NAMES for m in text.at(at, n))
    ):
        return False
    if any(not m.before for layer in ("given_name", "family_name") for m in text.at(at, layer)):
        return True
    form = form.removeprefix("و") if len(form) > 4 and form.startswith("وال") else form
    if form.startswith("ال") and len(form) > 4:
        return opened or text.lexicon.zipf(form) < COMMON_WORD + 2
    rare = text.lexicon.zipf(form) < COMMON_WORD + (1 if opened else 0)
    return rare and not form.endswith(("ه", "ها", "هم", "ين"))


def _adjectives_end(text: Text, last: int) -> int:
    """Definite adjectives that belong to the name of a site (مطار عدن الدولي, Aden international airport)."""
    while any(match.definite for match in text.at(last, "site_adjective")):
        last += 1
    return last
