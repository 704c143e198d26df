"""Inflection: paradigm tables, one class of word a block, and what must not be made."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.inflect import Form, adjective, dual, masdar, noun, past, present

LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءأؤئىة"


def by_part(forms: list[Form]) -> dict[str, set[str]]:
    """Forms as a paradigm: for each part the spellings it has."""
    return {part: {form.text for form in forms if form.part == part} for part in {form.part for form in forms}}


PAST = {
    # sound: participated
    "شارك": {"3ms": "شارك", "3fs": "شاركت", "3mp": "شاركوا", "3md": "شاركا", "3fd": "شاركتا", "1p": "شاركنا",
             "3fp": "شاركن"},
    # doubled: launched (a raid)
    "شن": {"3fs": "شنت", "3mp": "شنوا", "3md": "شنا", "3fd": "شنتا", "1p": "شننا"},
    # hollow: said, sold, resumed
    "قال": {"3fs": "قالت", "3mp": "قالوا", "3md": "قالا", "3fd": "قالتا", "1p": "قلنا", "3fp": "قلن"},
    "باع": {"3fs": "باعت", "1p": "بعنا"},
    "استعاد": {"3fs": "استعادت", "3mp": "استعادوا", "1p": "استعدنا"},
    # a consonant before the last letter, no long vowel: tried, backed, cooperated
    "حاول": {"1p": "حاولنا", "3fp": "حاولن"},
    "أيد": {"1p": "أيدنا"},
    "تعاون": {"1p": "تعاوننا"},
    # defective with alef, with alef maqsura, with yeh: called for, denied, met
    "دعا": {"3fs": "دعت", "3mp": "دعوا", "3md": "دعوا", "3fd": "دعتا", "1p": "دعونا", "3fp": "دعون"},
    "نفى": {"3fs": "نفت", "3mp": "نفوا", "3md": "نفيا", "3fd": "نفتا", "1p": "نفينا", "3fp": "نفين"},
    "لقي": {"3fs": "لقيت", "3mp": "لقوا", "3md": "لقيا", "3fd": "لقيتا", "1p": "لقينا"},
    # hamza at the end: began, came
    "بدأ": {"3fs": "بدأت", "3mp": "بدأوا بدؤوا", "3md": "بدآ", "3fd": "بدأتا", "1p": "بدأنا"},
    "جاء": {"3fs": "جاءت", "3mp": "جاءوا جاؤوا", "3md": "جاءا", "1p": "جئنا", "3fp": "جئن"},
}  # fmt: skip


@pytest.mark.parametrize("verb", PAST)
def test_the_past(verb: str) -> None:
    made = by_part(list(past(verb)))
    assert {person: made[f"past.{person}"] for person in PAST[verb]} == {
        person: set(forms.split()) for person, forms in PAST[verb].items()
    }
    assert made["past.3ms"] == {verb}


PRESENT = {
    # sound: participates
    "يشارك": {"3ms": "يشارك", "3fs": "تشارك", "1p": "نشارك", "1s": "أشارك", "3mp": "يشاركون يشاركوا",
              "3md": "يشاركان يشاركا", "3fd": "تشاركان"},
    # hollow: says, returns, fears
    "يقول": {"3fs": "تقول", "3mp": "يقولون يقولوا", "jussive.3ms": "يقل", "jussive.3fs": "تقل"},
    "يعيد": {"jussive.3ms": "يعد"},
    "يخاف": {"jussive.3ms": "يخف"},
    "يجيء": {"jussive.3ms": "يجئ"},
    # defective: calls for, denies, adopts
    "يدعو": {"3mp": "يدعون يدعوا", "3md": "يدعوان يدعوا", "jussive.3ms": "يدع"},
    "ينفي": {"3mp": "ينفون ينفوا", "3md": "ينفيان ينفيا", "jussive.3ms": "ينف", "jussive.3fs": "تنف"},
    "يتبنى": {"3mp": "يتبنون يتبنوا", "3md": "يتبنيان يتبنيا", "3fd": "تتبنيان", "jussive.3ms": "يتبن"},
    # doubled: launches
    "يشن": {"3mp": "يشنون يشنوا", "3md": "يشنان يشنا"},
    # hamza at the end: begins
    "يبدأ": {"3mp": "يبدأون يبدأوا يبدؤون يبدؤوا", "3md": "يبدآن يبدآ", "3fd": "تبدآن"},
}  # fmt: skip


@pytest.mark.parametrize("verb", PRESENT)
def test_the_present(verb: str) -> None:
    made = by_part(list(present(verb)))
    wanted = {part if "." in part else f"present.{part}": forms for part, forms in PRESENT[verb].items()}
    assert {part: made[part] for part in wanted} == {part: set(forms.split()) for part, forms in wanted.items()}


@pytest.mark.parametrize(
    ("verb", "hollow"),
    [
        ("يحاول", True),  # tries: يحل would be "solves"
        ("يتعاون", True),  # cooperates
        ("يقاوم", True),  # resists: يقم would be "rises"
        ("يصوت", False),  # votes
        ("يؤيد", False),  # backs: يؤد would be "leads to"
        ("يشارك", True),
        ("يشن", True),
    ],
)
def test_no_jussive_where_no_long_vowel_is_dropped(verb: str, hollow: bool) -> None:
    assert [form for form in present(verb, hollow) if form.part.startswith("jussive")] == []


NOUNS = [
    # minister, with its broken plural
    ("وزير", ["وزراء"], {"s": "وزير وزيرا", "d": "وزيران وزيرين وزيرا وزيري", "p": "وزراء"}),
    # state: no tanwin on ta marbuta
    ("دولة", ["دول"], {"s": "دولة", "d": "دولتان دولتين دولتا دولتي", "p": "دول دولا"}),
    # official: a sound plural in all its cases
    ("مسؤول", ["مسؤولون"], {"s": "مسؤول مسؤولا", "p": "مسؤولون مسؤولين مسؤولو مسؤولي"}),
    # meeting: no tanwin behind a hamza on a long vowel
    ("لقاء", ["لقاءات"], {"s": "لقاء", "p": "لقاءات"}),
    # hospital: none on alef maqsura
    ("مستشفى", [], {"s": "مستشفى"}),
]  # fmt: skip


@pytest.mark.parametrize(("word", "plurals", "wanted"), NOUNS)
def test_nouns(word: str, plurals: list[str], wanted: dict[str, str]) -> None:
    made = by_part(list(noun(word, plurals)))
    assert {number: made[f"noun.{number}"] for number in wanted} == {
        number: set(forms.split()) for number, forms in wanted.items()
    }


@pytest.mark.parametrize(
    ("word", "plural"),
    [("اتهام", "اتهامات"), ("مطالبة", "مطالبات"), ("لقاء", "لقاءات")],  # accusation, demand, meeting
)
def test_a_masdar_always_has_its_sound_plural(word: str, plural: str) -> None:
    made = by_part(list(masdar(word)))
    assert plural in made["masdar.p"]
    assert word in made["masdar.s"]
    assert set(made) == {"masdar.s", "masdar.d", "masdar.p"}


def test_adjectives() -> None:
    made = by_part(list(adjective("روسي", ["روس"])))  # Russian
    assert made == {
        "adjective.ms": {"روسي", "روسيا"},
        "adjective.fs": {"روسية"},
        "adjective.mp": {"روسيون", "روسيين", "روسيو", "روسيي", "روس"},
        "adjective.md": {"روسيان"},
        "adjective.fp": {"روسيات"},
        "adjective.fd": {"روسيتان", "روسيتين"},
    }


def test_the_part_of_speech_is_the_callers() -> None:
    assert {form.part.split(".")[0] for form in adjective("مطالب", part="participle")} == {"participle"}
    assert {form.part for form in dual("غارة", "masdar")} == {"masdar.d"}  # raid


@given(st.text(LETTERS, min_size=2, max_size=8))
def test_no_word_of_letters_breaks_the_rules(word: str) -> None:
    for make in (past, present, noun, masdar, adjective):
        forms = list(make(word))
        assert forms[0].text == word or make is present
        assert all(form.text and form.part for form in forms)
