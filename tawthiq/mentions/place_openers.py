"""Names that no list holds: opened by a word (تل X, Tell X), or taught elsewhere in the report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tawthiq.lexicon import Match
from tawthiq.mentions.gazetteer import Found, Gazetteer
from tawthiq.text import Text

_BEFORE = ("", "و", "ب", "ل", "ف", "وب")  # and, in, to, so
COMMON_WORD = 4.5  # zipf frequency from which an indefinite word behind an opening one is no name


def opened(gazetteer: Gazetteer) -> Iterator[Found]:
    """تل X, عين X, وادي X behind a preposition, a class word's list or another place."""
    text = gazetteer.text
    for match in text.layer("name_opener"):
        if not match.entry.data.get("alone") or not gazetteer.placed(match) or not _name_follows(text, match):
            continue
        last = match.last + 1
        yield Found(match.first, last, match.start, text.words[last - 1].end, None, "town",
                    f"{match.entry.id}/opened-name")  # fmt: skip


def _name_follows(text: Text, match: Match) -> bool:
    """Whether the next word can be the rest of the name: with the article, or not a common word."""
    if match.last >= len(text.words) or text.words[match.last].kind != "word":
        return False
    form = text.words[match.last].form
    if any(not m.before for m in text.at(match.last, "function")):
        return False
    return (form.startswith("ال") and len(form) > 4) or text.lexicon.zipf(form) < COMMON_WORD


def again(text: Text, found: Sequence[Found]) -> list[Found]:
    """Other places of the text where a name that the report itself taught stands, as it was written there."""
    taught = {tuple(_forms(text, place)): place for place in found if place.match is None}
    starts = {forms[0] for forms in taught}
    written = {before + form for before in _BEFORE for form in starts}
    return [
        place
        for first, word in enumerate(text.words)
        if word.form in written
        for before in _BEFORE
        if word.form.startswith(before) and word.form[len(before) :] in starts
        for forms, known in taught.items()
        if (place := _same(text, first, len(before), forms, known))
    ]


def _forms(text: Text, place: Found) -> list[str]:
    """Folded words of a place, the first without what is written together with it."""
    words = text.words[text.word_at(place.start) : text.word_at(place.end - 1) + 1]
    cut = place.start - words[0].start
    return [words[0].form[cut:], *(word.form for word in words[1:])]


def _same(text: Text, first: int, cut: int, forms: tuple[str, ...], known: Found) -> Found | None:
    words = text.words[first : first + len(forms)]
    if [words[0].form[cut:], *(word.form for word in words[1:])] != list(forms):
        return None
    start, end = words[0].start + cut, words[-1].end
    entry = known.rule.partition("/")[0]
    return Found(first, first + len(forms), start, end, None, known.precision, f"{entry}/named-elsewhere")
