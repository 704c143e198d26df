"""The matcher: whole words before splits, clitics by class of word, phrases."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq import knowledge
from tawthiq.knowledge import Entry
from tawthiq.lexicon import Lexicon, Match, compile_entries, key_of, matcher
from tawthiq.words import words


def made(**layers: dict[str, dict[str, Any]]) -> Lexicon:
    """A small lexicon: layer -> id -> the keys of an entry."""
    entries = [
        Entry(layer, f"{layer}.{name}", "gloss", data)
        for layer, entries in layers.items()
        for name, data in entries.items()
    ]
    return Lexicon(compile_entries(entries, {}), "test")


LAYERS: dict[str, dict[str, Any]] = {
    "title": {
        "governor": {"noun": "والي", "plural": "ولاة"},
        "minister": {"noun": "وزير", "plural": "وزراء"},
        "team": {"noun": "فريق"},
    },
    "cue": {
        "say": {"verb": "قال", "present": "يقول"},
        "statement": {"noun": "بيان"},
        "according": {"phrase": ["بحسب", "وفقا ل"]},
    },
    "place": {
        "riyadh": {"name": "الرياض"},
        "damascus": {"name": ["دمشق", "الشام"]},
        "rif": {"name": "ريف دمشق"},
        "weak": {"name": "~يان"},
    },
    "org": {
        "un": {"name": "الأمم المتحدة"},
        "council": {"name": "مجلس الأمن"},
        "council_un": {"name": "مجلس الأمن الدولي"},
        "afp": {"name": "أ.ف.ب"},
        "p5": {"name": "مجموعة 5+1"},
        "battalion": {"noun": "كتيبة", "plural": "كتائب"},
    },
    "trigger": {"meeting": {"masdar": "لقاء"}, "meet": {"verb": "التقى"}, "raid": {"masdar": "غارة جوية"}},
}
SMALL = made(**LAYERS)


def found(text: str, among: Lexicon = SMALL) -> list[tuple[str, str]]:
    """What is found in a text: the words of each match and the id of its entry."""
    return [(text[match.start : match.end], match.entry.id) for match in among.find(words(text))]


@pytest.mark.parametrize(
    ("word", "entry"),
    [
        ("والي", "title.governor"),  # no و + الي
        ("فريق", "title.team"),  # no ف + ريق
        ("بيان", "cue.statement"),  # no ب + يان, though that is a (weak) place here
        ("لقاء", "trigger.meeting"),  # no ل + قاء
        ("كتيبة", "org.battalion"),  # no ك + تيبة
        ("وزير", "title.minister"),  # no و + زير
        ("التقى", "trigger.meet"),  # no ال + تقى
        ("وَالِـي", "title.governor"),
    ],
)
def test_a_word_that_is_known_whole_stays_whole(word: str, entry: str) -> None:
    assert found(word) == [(word, entry)]


@pytest.mark.parametrize("word", ["والي", "بيان", "فريق", "لقاء", "كتيبة"])
def test_the_lexicon_that_ships_keeps_them_whole(word: str, lexicon: Lexicon) -> None:
    matches = lexicon.find(words(word))
    assert matches
    assert {(match.start, match.before) for match in matches} == {(0, "")}


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("وقال", "قال"),  # and he said
        ("والوالي", "الوالي"),  # and the governor
        ("للوالي", "للوالي"),  # to the governor: the ل has swallowed the article
        ("بالوالي", "الوالي"),
        ("بدمشق", "دمشق"),  # in Damascus
        ("ولدمشق", "دمشق"),
        ("للرياض", "للرياض"),  # to Riyadh
        ("وللرياض", "للرياض"),
        ("بالرياض", "الرياض"),
        ("للأمم المتحدة", "للأمم المتحدة"),  # to the United Nations
        ("والأمم المتحدة", "الأمم المتحدة"),
        ("لقائهما", "لقائهما"),  # the meeting of both
        ("ووزيرهم", "وزيرهم"),
        ("وَقَال", "قَال"),
        ("وـقال", "قال"),
        ("سيقول", "يقول"),  # he will say
        ("بالغارات الجوية", "الغارات الجوية"),  # by the air raids
    ],
)
def test_spans_leave_out_what_is_attached(text: str, span: str) -> None:
    assert found(text)[0][0] == span


@pytest.mark.parametrize(
    "text",
    [
        "الدمشق",  # a name takes no article that it does not have
        "سوزير",  # "will" stands before verbs only
        "بقال",  # "in" before nouns only (a grocer)
        "دمشقها",  # a name takes no pronoun
        "القال",
        "بحسبها",
        "الأمم",  # half a name
        "المتحدة",
        "ريف",
        "وزيرستان",  # a region
        "",
        "؟!",
        "ـ",
    ],
)
def test_what_is_not_found(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("مجلس الأمن الدولي", ["org.council_un"]),  # the longest of a layer, not the shorter inside
        ("مجلس الأمن القومي", ["org.council"]),
        ("ريف دمشق", ["place.rif", "place.damascus"]),  # another name may begin at the next word
        ("غارات جوية", ["trigger.raid"]),
        ("الغارة الجوية", ["trigger.raid"]),  # the article on both words
        ("غارتين جويتين", []),  # adjectives behind do not inflect: nothing is guessed
        ("(أ.ف.ب)", ["org.afp"]),
        ("أ . ف . ب", ["org.afp"]),
        ("مجموعة 5+1", ["org.p5"]),
        ("مجموعة ٥+١", ["org.p5"]),
        ("مجلس\nالأمن", ["org.council"]),
    ],
)
def test_phrases(text: str, entries: list[str]) -> None:
    assert [entry for _, entry in found(text)] == entries


def test_one_word_may_be_of_several_layers() -> None:
    both = made(title={"a": {"noun": "شيخ"}}, name={"b": {"name": "شيخ"}})  # sheikh
    assert [entry for _, entry in found("شيخ", both)] == ["title.a", "name.b"]


def test_a_match_says_its_form_and_clitics() -> None:
    text = "وللوزراء"  # and to the ministers
    (match,) = SMALL.find(words(text))
    assert match == Match(0, 1, 1, len(text), "ولل", "", "noun.p", True, match.entry)


def test_a_span_begins_at_a_letter_whatever_marks_stand_before_it() -> None:
    text = "وَﻻية"  # and a province, with a fatha and lam-alef in one glyph: as long as when folded
    small = made(place={"province": {"noun": "لاية"}})
    assert [span for span, _ in found(text, small)] == ["ﻻية"]


@pytest.mark.parametrize(
    ("phrase", "key"),
    [
        ("الأمم المتحدة", "الامم المتحده"),  # the United Nations
        ("أ.ف.ب", "ا . ف . ب"),  # AFP
        ("فرانس24", "فرانس 24"),  # France24
        ("أوبك+", "اوبك +"),  # OPEC+
        ("  ", ""),
        ("", ""),
    ],
)
def test_a_phrase_is_cut_as_texts_are(phrase: str, key: str) -> None:
    assert key_of(phrase) == key


def test_no_shipped_form_is_cut_other_than_in_a_text() -> None:
    forms = {form.text for entry in knowledge.entries_of(knowledge.DATA) for form in knowledge.forms_of(entry)}
    assert len(forms) > 10_000
    assert [f for f in forms if key_of(f) != " ".join(word.form for word in words(f))] == []


def test_lookup_folds() -> None:
    assert [entry.id for entry, _ in SMALL.lookup("الامم المتحده")] == ["org.un"]
    assert SMALL.lookup("الأمم") == []


ALPHABET = "ابتسقولرشدمزين ء.،«»()\nَـ\u200f5+"


@given(st.text(ALPHABET, max_size=60))
def test_matches_lie_on_their_words(text: str) -> None:
    cut = words(text)
    for match in SMALL.find(cut):
        assert 0 <= match.first < match.last <= len(cut)
        assert cut[match.first].start <= match.start < match.end == cut[match.last - 1].end


# (international) security council, United Nations, rural Damascus, according to, battalions, air raid: in any order
PIECES = "مجلس الأمن الدولي والأمم المتحدة ريف دمشق وفقا ل بدمشق كتائب غارة جوية".split()


@given(st.lists(st.sampled_from(PIECES)))
def test_what_is_remembered_of_a_word_changes_no_match(texts: list[str]) -> None:
    words_of = words(" ".join(texts))
    fresh = made(**LAYERS)
    assert fresh.find(words_of) == fresh.find(words_of) == SMALL.find(words_of)


def test_little_is_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matcher, "REMEMBERED", 3)
    small = made(**LAYERS)
    text = "قال وزير في دمشق إن مجلس الأمن الدولي ذكر في بيان"  # a minister said in Damascus that … a statement
    assert found(text, small) == found(text)
    assert len(small._known) <= 3
