"""Files of knowledge: what is malformed is refused, naming the file; what is well written gives its forms."""

from pathlib import Path

import pytest

from tawthiq import knowledge
from tawthiq.errors import KnowledgeError
from tawthiq.knowledge import Entry, entries_of, fingerprint, forms_of, listed, needs, rows_of, unfit

HEAD = '[[cue]]\nid = "a"\ngloss = "said"\n'


def put(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("[[cue]\n", "Expected"),
        ('x = "\n', "Illegal character"),
        ("a = " + "[" * 5000, "recursion"),
        (b"[[cue]]\nid = \xff\xfe", "utf-8"),
        ("id\tname\n", "Expected '='"),  # a table called .toml
        ('[cue]\nid = "a"\n', r"\[\[cue\]\] is expected"),
        ("cue = [1, 2]\n", r"\[\[cue\]\] is expected"),
        ('title = "my words"\n', r"\[\[title\]\] is expected"),
        ('[[cue]]\nid = "a"\n', "lacks gloss"),
        ("[[cue]]\nverb = 'قال'\n", "lacks id and gloss"),  # said
        ('[[cue]]\nid = 3\ngloss = "said"\n', "lacks id"),
        (HEAD + "verb = 5\n", "cue.a: verb is not words"),
        (HEAD + 'verb = ""\n', "cue.a: verb is not words"),
        (HEAD + 'verb = ["قال", " "]\n', "cue.a: verb is not words"),
        (HEAD + "noun = [[]]\n", "cue.a: noun is not words"),
        (HEAD + "examples = 7\n", "cue.a: examples is not words"),
        (HEAD + "without = [1]\n", "cue.a: without is not words"),
    ],
)
def test_malformed_toml(content: str | bytes, problem: str, tmp_path: Path) -> None:
    put(tmp_path, "cues/mine.toml", content)
    with pytest.raises(KnowledgeError, match=problem) as error:
        list(entries_of(tmp_path))
    assert str(error.value).startswith("mine.toml: ")
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("id\tname_en\tname_ar\nA\tb\tc\td\n", "states.tsv:2: more cells than columns"),
        ("key\tname_en\nA\tb\n", "states.tsv: a row lacks id"),
        ("id\tname_en\nA\tb\n\tc\n", "states.tsv: a row lacks id"),
        (b"id\tname_en\n\xff\tb\n", "states.tsv: .*utf-8"),
        ("id\tname_en\nA\t" + "b" * 200_000 + "\n", "states.tsv: field larger"),
    ],
)
def test_malformed_tsv(content: str | bytes, problem: str, tmp_path: Path) -> None:
    put(tmp_path, "actors/states.tsv", content)
    with pytest.raises(KnowledgeError, match=problem):
        list(entries_of(tmp_path))


@pytest.mark.parametrize("content", ["", "\n\n", "id\tname_en\n", "\ufeffid\tname_en\n"])
def test_an_empty_table_has_no_entries(content: str, tmp_path: Path) -> None:
    put(tmp_path, "actors/states.tsv", content)
    assert list(entries_of(tmp_path)) == []


def test_a_byte_order_mark_is_no_part_of_a_name(tmp_path: Path) -> None:
    put(tmp_path, "actors/states.tsv", "\ufeffid\tname_en\tname_ar\nstate.XXX\tNowhere\tلامكان\n")
    put(tmp_path, "cues.toml", "\ufeff" + HEAD)
    assert [entry.id for entry in entries_of(tmp_path)] == ["state.XXX", "cue.a"]


def test_a_quotation_mark_in_a_table_is_a_character(tmp_path: Path) -> None:
    path = put(tmp_path, "t.tsv", 'id\tname\n1\t"نداء\n2\tتونس"\n')  # Nidaa Tounes, cut in two
    assert list(rows_of(path)) == [{"id": "1", "name": '"نداء'}, {"id": "2", "name": 'تونس"'}]


def test_a_table_that_nothing_reads_has_no_entries(tmp_path: Path) -> None:
    put(tmp_path, "notes.tsv", "id\tname_en\nA\tb\n")
    assert list(entries_of(tmp_path)) == []


@pytest.mark.parametrize("name", ["missing", "file.toml"])
def test_no_folder(name: str, tmp_path: Path) -> None:
    put(tmp_path, "file.toml", "")
    with pytest.raises(KnowledgeError, match="no such folder"):
        list(entries_of(tmp_path / name))


def test_a_folder_called_as_a_file_is_stepped_over(tmp_path: Path) -> None:
    (tmp_path / "cues.toml").mkdir()
    assert list(entries_of(tmp_path)) == []


# --- forms


def forms(**data: object) -> set[str]:
    return {form.text for form in forms_of(Entry("cue", "cue.a", "gloss", dict(data)))}


@pytest.mark.parametrize(
    ("data", "some", "none"),
    [
        ({"verb": "قال"}, "قال قالت قالوا قلنا", "يقول"),  # said
        ({"verb": ["قال", "صرح"]}, "قالت صرحت", ""),
        ({"verb": "صوت", "present": "يصوت"}, "يصوت تصوت", "يصت"),  # voted: no hollow jussive
        ({"verb": "قال", "present": "يقول"}, "يقل", ""),
        ({"present": "يقول"}, "يقل", ""),
        ({"passive": "قيل"}, "قيل", "قيلت"),  # was said: as written
        ({"participle": "متحدث"}, "متحدث متحدثة متحدثون", ""),  # speaking
        ({"noun": "وزير", "plural": "وزراء", "feminine": "وزيرة"}, "وزير وزراء وزيرة وزيرتان", "وزيرات"),
        ({"noun": "بيان", "without": ["بيانا"]}, "بيان بيانان", "بيانا"),  # statement
        ({"adjective": "روسي", "plural": "روس"}, "روسي روسية روس", ""),  # Russian
        ({"phrase": "بحسب"}, "بحسب", "بحسبا"),  # according to
        ({"name": "~الوطن"}, "الوطن", "~الوطن"),  # a paper, and "the homeland"
        ({"other": "قال"}, "", "قال"),
    ],
)
def test_forms_of_an_entry(data: dict[str, object], some: str, none: str) -> None:
    made = forms(**data)
    assert set(some.split()) <= made
    assert not set(none.split()) & made


@pytest.mark.parametrize(
    ("data", "some"),
    [
        ({"verb": "شن هجوما"}, ["شنت هجوما", "شنوا هجوما"]),  # launched an attack
        ({"masdar": "غارة جوية"}, ["غارة جوية", "غارات جوية", "غارات الجوية"]),  # air raid
        ({"noun": "وزير خارجية"}, ["وزير خارجية", "وزير الخارجية"]),  # foreign minister
        ({"masdar": "هجوم في البحر"}, ["هجوم في البحر"]),  # attack at sea
    ],
)
def test_forms_of_a_phrase(data: dict[str, object], some: list[str]) -> None:
    assert set(some) <= forms(**data)


def test_no_article_is_put_before_a_preposition() -> None:
    assert not [form for form in forms(masdar="هجوم في البحر") if "الفي" in form]  # attack at sea


def test_columns_of_a_table(tmp_path: Path) -> None:
    head = "id\tname_en\tname_ar\taliases_ar\tdemonym_ar\tcapital_ar\n"
    row = "state.XXX\tNowhere\tلامكان\tبلاد لامكان | ~لام\tلامكاني\tحاضرة\n"
    put(tmp_path, "actors/states.tsv", head + row)
    (entry,) = entries_of(tmp_path)
    parts = {form.text: form.part for form in forms_of(entry)}
    assert parts["لامكان"] == parts["بلاد لامكان"] == "name"
    assert parts["لام"] == "weak_name"
    assert parts["لامكانية"] == "adjective.fs"
    assert parts["حاضرة"] == "capital"
    assert entry.gloss == "Nowhere"


# --- what a layer needs


def entry(**data: object) -> Entry:
    return Entry("title", "title.a", "gloss", dict(data))


SHIPPED = [entry(noun="وزير", kind="office", official=True), entry(noun="شيخ", kind="rank")]


@pytest.mark.parametrize(
    ("own", "fits"),
    [
        (entry(noun="والي", kind="office"), True),
        (entry(name="والي", kind="office"), True),  # forms are the writer's choice
        (entry(noun="والي", kind="office", note="more"), True),
        (entry(noun="والي"), False),
        (entry(noun="والي", kind=3), False),
        (entry(noun="والي", kind=["office"]), False),
        (Entry("titles", "titles.a", "gloss", {"kind": "office"}), False),
    ],
)
def test_an_entry_needs_what_all_of_its_layer_have(own: Entry, fits: bool) -> None:
    problem = unfit(own, needs(SHIPPED))
    assert (problem is None) == fits
    assert fits or str(problem).startswith(own.id)


@pytest.mark.parametrize(("value", "values"), [(None, []), ("", []), ("a", ["a"]), (["a", "b"], ["a", "b"])])
def test_one_value_or_many(value: object, values: list[str]) -> None:
    assert listed(value) == (values or ([""] if value == "" else []))


# --- the version of the data


def test_the_fingerprint_is_that_of_names_and_contents(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    put(one, "a.toml", HEAD)
    put(two, "a.toml", HEAD)
    (one / "notes.md").write_text("not knowledge")
    assert fingerprint([one]) == fingerprint([two])
    put(two, "b.toml", "")
    assert fingerprint([one]) != fingerprint([two])
    put(one, "a.toml", HEAD + " ")
    put(two, "a.toml", HEAD)
    (two / "b.toml").unlink()
    assert fingerprint([one]) != fingerprint([two])


def test_names_and_contents_cannot_be_taken_for_each_other(tmp_path: Path) -> None:
    put(tmp_path / "one", "a.toml", "b")
    put(tmp_path / "two", "a.tomlb", "")
    put(tmp_path / "two", "a.toml", "")
    assert fingerprint([tmp_path / "one"]) != fingerprint([tmp_path / "two"])


def test_what_ships_can_be_read() -> None:
    assert len(list(entries_of(knowledge.DATA))) > 1000
