"""The lint of knowledge: each rule refuses what it should and passes what it should."""

from pathlib import Path

import pytest

from tawthiq.lint import problems

pytestmark = pytest.mark.usefixtures("small_data")
CUE = '[[cue]]\nid = "{id}"\ngloss = "{gloss}"\nverb = "{verb}"\nexamples = ["قال الوزير: نعم."]\n'


def cue(id: str = "a", gloss: str = "said", verb: str = "قال") -> str:
    return CUE.format(id=id, gloss=gloss, verb=verb)


def put(folder: Path, name: str, content: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    "content",
    [
        "",
        cue(),
        cue("a") + cue("b", verb="صرح"),
        cue(verb="نوّه"),  # diacritics are folded away
        cue(verb="قالـ"),  # tatweel at the end of a word is how some write "ل" before a quotation
        cue().replace('verb = "قال"', 'phrase = ["بحسب", "وفقا ل"]'),
        cue() + 'note = "کتب"\n',  # prose may hold anything
        cue().replace("نعم", "نعم  ﻻ"),  # so may examples, which are tests of hostile writing too
        '[[source_head]]\nid = "a"\ngloss = "x"\nnoun = "كاتب"\nkind = "person"\n',  # makes no records alone
    ],
)
def test_what_is_well_written_passes(content: str, tmp_path: Path) -> None:
    assert problems(put(tmp_path, "mine.toml", content)) == []


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (cue(verb="ﻗﺎﻝ"), "mine.toml: cue.a: verb: 'ﻗﺎﻝ' has a presentation form"),
        (cue(verb="یقول"), "has a Farsi yeh"),
        (cue(verb="ے قال"), "has a Farsi yeh"),
        (cue(verb="کتب"), "has a Persian keheh"),
        (cue(verb="قـال"), "has a tatweel"),
        (cue(verb="قال\u200f"), "has an invisible character"),
        (cue(verb="\ufeffقال"), "has an invisible character"),
        (cue(verb="قال  عن"), "has stray white space"),
        (cue(verb="قال "), "has stray white space"),
        (cue(gloss="قال"), "cue.a: an English gloss is expected"),
        (cue(gloss=""), "cue.a: an English gloss is expected"),
        (cue().replace("examples", "note"), "cue.a: examples are expected"),
        (cue("b") + cue("a"), "mine.toml: cue.b stands before cue.a: sort by id"),
        (cue("a") + cue("a"), "mine.toml: cue.a stands twice"),
        (cue().replace('"قال"', '["قال", "صرح", "قال"]'), "verb: قال stands twice"),
        (cue() + "[[cue]]\n", "mine.toml: a [[cue]] entry lacks id and gloss"),
        ("[[cue]\n", "mine.toml: Expected"),
        (cue().replace("[[cue]]", "[[cues]]"), "cues.a: there is no layer cues"),
        ('[[title]]\nid = "a"\ngloss = "x"\nnoun = "كاتب"\nexamples = ["x"]\n', "title.a: lacks kind"),
    ],
)
def test_what_is_not_is_named(content: str, problem: str, tmp_path: Path) -> None:
    found = problems(put(tmp_path, "mine.toml", content))
    assert len(found) == 1
    assert problem in found[0]


HEAD = "id\tname_en\tname_ar\taliases_ar\tkind\n"


@pytest.mark.parametrize(
    ("rows", "problem"),
    [
        ("", None),
        ("state.A\tA\tألف\tباء | تاء\tstate\nstate.B\tB\tجيم\t\tstate\n", None),
        ("state.B\tB\tألف\t\tstate\nstate.A\tA\tباء\t\tstate\n", "state.B stands before state.A"),
        ("state.A\tA\tألف\t\tstate\nstate.A\tA\tباء\t\tstate\n", "state.A stands twice"),
        ("state.A\tA\tألف\tباء | تـاء\tstate\n", "'تـاء' has a tatweel"),
        ("state.A\tA\tألف \t\tstate\n", "stray white space"),
        ("state.A\tA\tألف\t\tstate\tmore\n", "states.tsv:2: more cells"),
        ("\tA\tألف\t\tstate\n", "a row lacks id"),
    ],
)
def test_tables(rows: str, problem: str | None, tmp_path: Path) -> None:
    found = problems(put(tmp_path, "actors/states.tsv", HEAD + rows))
    assert len(found) == (problem is not None)
    assert problem is None or problem in found[0]


def test_a_table_that_nothing_reads_is_named(tmp_path: Path) -> None:
    assert problems(put(tmp_path, "states.tsv", HEAD)) == ["states.tsv: no table of this name is known"]


def test_one_id_in_two_files(tmp_path: Path) -> None:
    put(tmp_path, "one.toml", cue())
    assert problems(put(tmp_path, "two.toml", cue())) == ["cue.a stands in two files"]


def test_every_file_is_looked_at(tmp_path: Path) -> None:
    put(tmp_path, "one.toml", cue(gloss=""))
    put(tmp_path, "two.toml", "[[")
    put(tmp_path, "actors/states.tsv", HEAD + "a\tb\tc\td\te\tf\n")
    found = problems(tmp_path)
    assert sorted(line.partition(":")[0] for line in found) == ["one.toml", "states.tsv", "two.toml"]


def test_a_missing_folder_is_one_problem(tmp_path: Path) -> None:
    assert len(problems(tmp_path / "nowhere")) == 1


def test_what_ships_is_its_own_measure(small_data: Path) -> None:
    put(small_data, "words/list.tsv", "word\tgloss\n")  # read by code, not by the lexicon
    assert problems(small_data) == []
