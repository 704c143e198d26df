"""data/compare: every concept joins its examples, every antonym sets its examples apart and not the others."""

import pytest

from tawthiq import knowledge
from tawthiq.compare.agreement import Judge
from tawthiq.compare.concepts import Concepts
from tawthiq.compare.terms import Terms
from tawthiq.errors import KnowledgeError
from tawthiq.knowledge import Entry
from tawthiq.lexicon import Lexicon, compile_entries
from tawthiq.text import Text

ENTRIES = list(knowledge.entries_of(knowledge.DATA / "compare"))
CONCEPTS = [entry for entry in ENTRIES if entry.layer == "concept"]
ANTONYMS = [entry for entry in ENTRIES if entry.layer == "antonym"]


@pytest.fixture(scope="module")
def judge(lexicon: Lexicon) -> Judge:
    return Judge(lexicon)


def meant(judge: Judge, text: str) -> set[str]:
    terms = Terms(Text(text, judge.lexicon), judge.concepts).items
    return {concept for term in terms for concept in term.concepts}


def opposites(judge: Judge, example: str) -> set[tuple[str, str]]:
    """Pairs of concepts, sorted, that opposite words of the two parts of an example stand in."""
    left, right = (Text(part, judge.lexicon) for part in example.split(" / "))
    alignment, found = judge.differences(left, right)
    places = [(each.at, each.to) for each in found if each.kind == "opposite"]
    return {
        (min(one, other), max(one, other))
        for at, to in places
        for one in alignment.left[at].concepts
        for other in alignment.right[to].concepts
    }


@pytest.mark.parametrize("entry", CONCEPTS, ids=lambda entry: entry.id)
def test_a_concept_is_in_both_parts_of_its_examples(judge: Judge, entry: Entry) -> None:
    name = entry.id.partition(".")[2]
    assert entry.data["examples"]
    for example in entry.data["examples"]:
        assert [name in meant(judge, part) for part in example.split(" / ")] == [True, True], example


@pytest.mark.parametrize("entry", ANTONYMS, ids=lambda entry: entry.id)
def test_an_antonym_sets_its_examples_apart(judge: Judge, entry: Entry) -> None:
    assert entry.data["examples"]
    pair = entry.data["one"], entry.data["other"]
    for example in entry.data["examples"]:
        assert pair in opposites(judge, example), example
    for example in entry.data.get("not_examples", []):
        assert opposites(judge, example) == set(), example


def test_no_concept_excludes_itself_and_no_pair_stands_twice() -> None:
    pairs = [(entry.data["one"], entry.data["other"]) for entry in ANTONYMS]
    assert all(one < other for one, other in pairs)
    assert len(set(pairs)) == len(pairs)


@pytest.mark.parametrize(("word", "concept"), [
    ("وسترتفع", "rise"), ("لارتفاعها", "rise"), ("بالمرتفعة", "rise"), ("نفت", "deny"), ("دعت", "call"),
])  # fmt: skip
def test_attached_letters_and_endings_do_not_hide_a_concept(judge: Judge, word: str, concept: str) -> None:
    assert concept in meant(judge, word)


@pytest.mark.parametrize("word", ["سلحفاة", "x", "12", "ـ", "و"])
def test_other_words_have_no_concept(judge: Judge, word: str) -> None:
    assert meant(judge, word) == set()


def test_under_before_a_number_is_no_negation(judge: Judge) -> None:
    assert "absence" not in meant(judge, "دون 70 دينارا")
    assert "absence" in meant(judge, "دون إصابات")


def test_an_antonym_of_an_unknown_concept_is_refused() -> None:
    entry = Entry("antonym", "antonym.a--b", "a / b", {"one": "a", "other": "b"})
    with pytest.raises(KnowledgeError, match="no concept a"):
        Concepts(Lexicon(compile_entries([entry], {}), "test"))
