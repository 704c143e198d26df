"""Headlines: «فلان: …» names who speaks, a headline repeated in the text says it again."""

from __future__ import annotations

from collections.abc import Iterator

from tawthiq.fold import fold
from tawthiq.statements.drafts import Draft
from tawthiq.statements.letters import FOR
from tawthiq.statements.openings import Opening, after_complementizer, past_marks
from tawthiq.statements.phrase import NounPhrase
from tawthiq.statements.phrases import noun_phrase
from tawthiq.statements.sources import kind_of
from tawthiq.statements.view import QUOTES, View

QUOTED = 6  # words of a name in quotation marks, with the marks
NAME = 9  # words before the colon at most
SHORT = 25  # words; a longer line is no headline
BARS = frozenset("|/")  # set a section apart from the headline (عاجل | …)
RULE = "rule:headline-colon"


def headline(view: View, start: int, limit: int) -> Draft | None:
    """«فلان: …» in the title or in a short line without a full stop."""
    colon = next((at for at in range(start, min(start + NAME, limit)) if view.forms[at] == ":"), None)
    if colon is None or not _is_headline(view, start, limit):
        return None
    begin = max((at + 1 for at in range(start, colon) if view.forms[at] in BARS), default=start)
    source = noun_phrase(view, begin, colon)
    if source is None or _past_told(view, source.last, colon) != colon or not _speaks(view, source, colon, limit):
        return None
    first = after_complementizer(view, colon + 1, limit)
    if limit - first < 2:
        return None
    return Draft(RULE, colon, colon + 1, Opening("direct", first), limit, source)


def _is_headline(view: View, start: int, limit: int) -> bool:
    if start == 0:
        return True
    line_start = view.text.content[: view.words[start].start].rstrip(" \t").endswith("\n")
    line_end = limit >= view.size or "\n" in view.text.content[view.words[limit - 1].end : view.words[limit].start]
    return line_start and line_end and limit - start <= SHORT and view.forms[limit - 1] != "."


def _speaks(view: View, source: NounPhrase, colon: int, limit: int) -> bool:
    """Whether the name can be a speaker; a state may be the place of the news as well."""
    kind = kind_of(view, source)
    if kind is None:
        return _quoted_name(view, source) or _surname(view, source)
    if _is_state(view, source):
        return _spoken_for(view, source, limit)
    return True


def _past_told(view: View, at: int, colon: int) -> int:
    """The word behind the outlet that was told (خبير لـ«الصحيفة»: …)."""
    at = past_marks(view, at, colon)
    if view.forms[at] == FOR or view.joined(at, FOR):
        told = noun_phrase(view, at + (view.forms[at] == FOR), colon)
        at = told.last if told else at
    return past_marks(view, at, colon)


def _quoted_name(view: View, source: NounPhrase) -> bool:
    """«الصحة»: a short name in quotation marks is how a paper's headlines name a body."""
    return view.forms[source.first] in QUOTES and source.last - source.first <= QUOTED


def _surname(view: View, source: NounPhrase) -> bool:
    """A single name that a fuller name in the report contains."""
    words = {view.forms[at] for at in range(source.first, source.last) if not view.marks[at]}
    names = (set(fold(m.text).split()) for m in view.mentions if m.kind == "person")
    return any(words <= name for name in names)


def _is_state(view: View, source: NounPhrase) -> bool:
    mention = view.named.get(source.head)
    if mention is not None:
        return mention.kind == "place"
    return any(m.entry.id.startswith("state.") for m in view.text.at(source.head, "actor"))


def _spoken_for(view: View, source: NounPhrase, limit: int) -> bool:
    """Whether the first source in the text is that state or one of its officials."""
    states = {m.entry.id for m in view.text.at(source.head, "actor")}
    for at in range(limit, min(view.size, limit + 80)):
        verb = view.finite(at)
        if verb is None:
            continue
        speaker = noun_phrase(view, verb.last, view.size)
        kind = kind_of(view, speaker) if speaker else None
        if speaker is None or kind not in ("institution", "official", "person"):
            return False
        inside = [m for n in range(speaker.first, speaker.last) for m in view.text.at(n, "actor")]
        own = kind != "institution" or any(part.kind == "place" for part in speaker.parts)
        return own and any(m.entry.id in states for m in inside)
    return False


def repeated(view: View, found: list[Draft]) -> Iterator[Draft]:
    """The headline's statement once more where the text repeats the headline (a link to the page)."""
    if not found or not found[0].rule.endswith("headline-colon") or found[0].cue_first > NAME:
        return
    title = view.text.sentences[0]
    words = view.text.words_of(title)
    where = view.text.content.find(view.text.content[title.start : title.end], title.end)
    if where < 0 or not found[0].source:
        return
    shift = view.text.word_at(where) - words.start
    source = noun_phrase(view, found[0].source.first + shift, found[0].cue_first + shift)
    yield Draft("rule:headline-repeated", found[0].cue_first + shift, found[0].cue_last + shift,
                Opening("direct", found[0].first + shift), found[0].last + shift, source)  # fmt: skip
