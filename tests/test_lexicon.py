"""The matcher: whole words before splits, clitics by class of word, phrases, a user's folder, the cache."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq import knowledge
from tawthiq import lexicon as lexicon_module
from tawthiq.errors import KnowledgeError
from tawthiq.knowledge import Entry
from tawthiq.lexicon import KEPT, Lexicon, Match, compile_entries, key_of, load
from tawthiq.words import words


def made(**layers: dict[str, dict[str, Any]]) -> Lexicon:
    """A small lexicon: layer -> id -> the keys of an entry."""
    entries = [
        Entry(layer, f"{layer}.{name}", "gloss", data)
        for layer, entries in layers.items()
        for name, data in entries.items()
    ]
    return Lexicon(compile_entries(entries, {}), "test")


SMALL = made(
    title={
        "governor": {"noun": "والي", "plural": "ولاة"},
        "minister": {"noun": "وزير", "plural": "وزراء"},
        "team": {"noun": "فريق"},
    },
    cue={
        "say": {"verb": "قال", "present": "يقول"},
        "statement": {"noun": "بيان"},
        "according": {"phrase": ["بحسب", "وفقا ل"]},
    },
    place={
        "riyadh": {"name": "الرياض"},
        "damascus": {"name": ["دمشق", "الشام"]},
        "rif": {"name": "ريف دمشق"},
        "weak": {"name": "~يان"},
    },
    org={
        "un": {"name": "الأمم المتحدة"},
        "council": {"name": "مجلس الأمن"},
        "council_un": {"name": "مجلس الأمن الدولي"},
        "afp": {"name": "أ.ف.ب"},
        "p5": {"name": "مجموعة 5+1"},
        "battalion": {"noun": "كتيبة", "plural": "كتائب"},
    },
    trigger={"meeting": {"masdar": "لقاء"}, "meet": {"verb": "التقى"}, "raid": {"masdar": "غارة جوية"}},
)


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


# --- a user's own folder and the cache; what ships is a small folder here


@pytest.fixture
def own(tmp_path: Path, small_data: Path) -> Path:
    """A user's folder with one reporting verb."""
    folder = tmp_path / "own"
    folder.mkdir()
    write(folder, "ahem", "تنحنح")  # cleared his throat
    return folder


def write(folder: Path, name: str, verb: str) -> None:
    text = f'[[cue]]\nid = "{name}"\ngloss = "said"\nverb = "{verb}"\nexamples = ["{verb} الوزير."]\n'
    (folder / "cues.toml").write_text(text, encoding="utf-8")


def ids(lexicon: Lexicon, word: str) -> set[str]:
    return {entry.id for entry, _ in lexicon.lookup(word)}


def test_a_users_folder_adds(own: Path, tmp_path: Path) -> None:
    mine = load(own, tmp_path / "cache")
    assert (ids(mine, "تنحنح"), ids(mine, "قال")) == ({"cue.ahem"}, {"cue.say"})
    assert mine.version != load(None, tmp_path / "cache").version


def test_a_users_folder_overrides_by_id(own: Path, tmp_path: Path) -> None:
    write(own, "say", "تنحنح")
    mine = load(own, tmp_path / "cache")
    assert (ids(mine, "تنحنح"), ids(mine, "قال")) == ({"cue.say"}, set())


def test_a_users_folder_beside_what_really_ships(tmp_path: Path, lexicon: Lexicon) -> None:
    write(tmp_path, "ahem", "تنحنح")
    mine = load(tmp_path, tmp_path / "cache")
    assert ids(mine, "تنحنح") == {"cue.ahem"}
    assert ids(mine, "أعلن") == ids(lexicon, "أعلن") != set()  # announced


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('[[cues]]\nid = "a"\ngloss = "said"\nverb = "همس"\n', "cues.a: there is no layer cues"),  # whispered
        ('[[title]]\nid = "a"\ngloss = "guide"\nnoun = "دليل"\n', "title.a: lacks kind"),
        ('[[cue]]\nid = "a"\ngloss = "said"\nverb = ""\n', "cue.a: verb is not words"),
    ],
)
def test_what_does_not_fit_its_layer_is_refused(text: str, problem: str, own: Path, tmp_path: Path) -> None:
    (own / "mine.toml").write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=problem):
        load(own, tmp_path / "cache")


def test_the_second_load_reads_the_cache(own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    once = load(own, tmp_path / "cache")
    monkeypatch.setattr(lexicon_module, "compile_entries", None)  # nothing is compiled any more
    again = load(own, tmp_path / "cache")
    assert again.version == once.version
    assert again.entries == once.entries
    text = "تنحنح وقال وسكت"  # he cleared his throat, said and fell silent
    assert again.find(words(text)) == once.find(words(text))


def test_a_changed_file_makes_a_new_one(own: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    before = load(own, cache)
    write(own, "ahem", "تمخط")  # blew his nose
    after = load(own, cache)
    assert len(list(cache.iterdir())) == 2
    assert before.version != after.version
    assert (ids(after, "تمخط"), ids(after, "تنحنح")) == ({"cue.ahem"}, set())


@pytest.mark.parametrize("damage", [b"", b"\xc1", b"\x80", b"\x84\xa7entries\x90", b"not a cache at all"])
def test_a_damaged_cache_is_made_again(damage: bytes, own: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    load(own, cache)
    (kept,) = cache.iterdir()
    whole = kept.read_bytes()
    kept.write_bytes(damage or whole[: len(whole) // 2])
    assert ids(load(own, cache), "تنحنح") == {"cue.ahem"}
    assert [path.read_bytes() for path in cache.iterdir()] == [whole]


def test_a_cache_that_cannot_be_written_is_no_error(own: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    assert ids(load(own, blocked / "cache"), "تنحنح") == {"cue.ahem"}


def test_nothing_half_written_is_left(own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert ids(load(own, tmp_path / "cache"), "تنحنح") == {"cue.ahem"}
    assert list((tmp_path / "cache").iterdir()) == []


def test_a_user_without_a_home_has_no_cache(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr(Path, "home", homeless)
    assert ids(load(own), "تنحنح") == {"cue.ahem"}


def test_the_cache_stays_small(own: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    cache.mkdir()
    for number in range(KEPT + 3):
        (cache / f"lexicon-{number}.msgpack").write_bytes(b"old")
    load(own, cache)
    assert len(list(cache.iterdir())) == KEPT
    assert any(path.stat().st_size > 3 for path in cache.iterdir())


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="no such folder"):
        load(tmp_path / "nowhere", tmp_path / "cache")
