"""What the rules for events look at: the text with its phrases, clause by clause."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

from tawthiq.events.grammar import Grammar, grammar
from tawthiq.fold import unfolded_offset
from tawthiq.lexicon import Match
from tawthiq.records import DateMention, Mention, Statement
from tawthiq.text import Text
from tawthiq.text.arguments import Argument, arguments
from tawthiq.text.phrases import QUOTES, Phrase, phrase
from tawthiq.text.views import FINITE, View, Views

NAME_REACH = 9  # words of a name that triggers inside it are looked for
MAX_REACH = 20  # words that a clause may stretch before its verb
TRANSPARENT = QUOTES - {"/"} | {"(", ")"}  # marks that end no clause
BREAKS = frozenset(("complementizer", "conjunction", "verb", "relative"))
STEPPED_OVER = frozenset(("date", "auxiliary", "negation", "future", "hypothetical"))


class Scene:
    """A text, the views of its words, and what the earlier stages found in it."""

    def __init__(
        self, text: Text, mentions: Iterable[Mention], dates: list[DateMention], statements: list[Statement]
    ) -> None:
        self.text = text
        self.words = text.words
        self.dates = dates
        self.statements = statements
        self.views = Views(text, mentions, dates)
        self._arguments: dict[tuple[int, int], tuple[Argument, ...]] = {}
        self.view: Callable[[int], View] = self.views.__getitem__
        self.grammar: Grammar = grammar(text.lexicon)
        self.sentences = [text.words_of(sentence) for sentence in text.sentences]
        self._leisure = {text.sentence_of(match.start) for match in text.layer("off_topic")}

    @cached_property
    def _named_up_to(self) -> dict[int, int]:
        """For words close behind the first word of a name: where the longest such name ends."""
        ends: dict[int, int] = {}
        for first, (last, _) in self.views.names.items():
            for at in range(first, min(last, first + NAME_REACH)):
                ends[at] = max(last, ends.get(at, 0))
        return ends

    @cached_property
    def _noun_triggers(self) -> list[int]:
        """Positions of the words that may be a trigger and no verb, and that are no name."""
        found = {match.first for match in self.text.layer("trigger") if _is_noun(match)}
        return sorted(found - self.views.names.keys())

    @cached_property
    def _places(self) -> list[int]:
        return sorted(at for at, (_, mention) in self.views.names.items() if mention.kind == "place")

    def places_around(self, at: int) -> list[int]:
        """Positions of the first words of the place names in the sentence that a word stands in."""
        sentence = self.sentence(at)
        return self._places[bisect_left(self._places, sentence.start) : bisect_left(self._places, sentence.stop)]

    def arguments(self, at: int, limit: int) -> tuple[Argument, ...]:
        """What stands behind a word up to `limit`, phrase by phrase; worked out once."""
        found = self._arguments.get((at, limit))
        if found is None:
            found = self._arguments[at, limit] = tuple(arguments(self.views, at, limit))
        return found

    def sentence(self, at: int) -> range:
        """Positions of the words of the sentence that a word stands in."""
        return self.sentences[self.text.sentence_of_word[at]]

    def off_topic(self, at: int) -> bool:
        """Whether the sentence that a word stands in tells of sport or leisure."""
        return self.text.sentence_of_word[at] in self._leisure

    def breaks(self, at: int) -> bool:
        """Whether a clause ends at a word: a mark that is no quotation mark or bracket, a conjunction, a verb."""
        view = self.views[at]
        return view.kind in BREAKS or (view.kind == "mark" and self.words[at].form not in TRANSPARENT)

    def inside_name(self, first: int, last: int) -> bool:
        """Whether words[first:last] are part of a name found earlier (مركز X للإغاثة, the X relief centre)."""
        return self._named_up_to.get(first, 0) >= last

    def clause_start(self, at: int) -> int:
        """Where the clause starts that the word at a position stands in."""
        first = max(self.sentence(at).start, at - MAX_REACH)
        start = at
        while start > first and not self.breaks(start - 1) and not self._opens(start):
            start -= 1
        return start

    def _opens(self, at: int) -> bool:
        return self.views[at].kind == "verb" and self.views[at].before in ("و", "ف")  # and, so

    def phrase_before(self, at: int, through: bool = True) -> Phrase | None:
        """The phrase that opens the clause before a word, or None: the subject of a verb that follows it.

        through: where only particles stand between a comma and the word, the clause before the comma.
        """
        start = self.clause_start(at)
        while start < at and (self.views[start].kind in STEPPED_OVER or self.words[start].form in TRANSPARENT):
            start = self.views[start].last
        if start >= at:
            return self._before_comma(at) if through else None
        if self.views[start].kind not in ("name", "noun", "number") or self.views[start].before not in ("", "و", "ف"):
            return None
        found = phrase(self.views, start, at)
        return None if found and self._belongs_to_verb(found, at) else found

    def _before_comma(self, at: int) -> Phrase | None:
        """What is set between commas before a verb names its subject: نائب الرئيس، سليم قرداحي، قد استقال."""
        comma = self.clause_start(at) - 1
        apart = comma > self.sentence(at).start and self.words[comma].form == "،" and comma + 1 < at
        return self.phrase_before(comma, through=False) if apart else None

    def _belongs_to_verb(self, found: Phrase, at: int) -> bool:
        """A phrase right behind another verb is the subject of a verb only where it stands right before that."""
        before = found.first - 1
        after_verb = before >= self.sentence(at).start and self.views[before].kind == "verb"
        return after_verb and found.last < at

    def light(self, at: int) -> Match | None:
        """The light verb at a word: finite where the word is a verb, of its finite forms the singular (بدأ, began)."""
        found = self.text.at(at, "light")
        if not found:
            return None
        noun = self.views[at].kind in ("noun", "name")
        return min(found, key=lambda m: (m.part.startswith(FINITE) is noun, not m.part.endswith("s")))

    def reach(self, match: Match) -> int:
        """Up to where a trigger governs: the next trigger that is no verb, else the end of the sentence."""
        stop = self.sentence(match.first).stop
        following = bisect_left(self._noun_triggers, match.last + 1)
        return min([stop, *self._noun_triggers[following : following + 1]])

    def word_start(self, match: Match) -> int:
        """Where the word of a match starts: a leading و or ف (and, so) is left out, other clitics stay."""
        word = self.words[match.first]
        return word.start + unfolded_offset(word.text, 1) if match.before[:1] in ("و", "ف") else word.start

    def governed_from(self, match: Match) -> int:
        """Where what a trigger governs starts: a preposition that ends the trigger counts with it."""
        last = match.last - 1
        return last if last > match.first and self.views[last].kind == "preposition" else match.last

    def backwards(self, at: int, reach: int) -> Iterator[int]:
        """Positions before a word inside its sentence, nearest first."""
        first = max(self.sentence(at).start, at - reach)
        return iter(range(at - 1, first - 1, -1))


def _is_noun(match: Match) -> bool:
    return match.part.startswith(("masdar", "noun", "phrase")) and not match.after
