"""Reads data/ and a user's own folder of the same layout: tables and entries, with every form they take.

Layout and keys are described in docs/knowledge.md. A TOML file holds arrays of tables, each named
after its layer (`[[cue]]`); a TSV file is read as `tables.toml` says.
"""

from __future__ import annotations

import csv
import fnmatch
import hashlib
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from tawthiq import inflect
from tawthiq.errors import KnowledgeError
from tawthiq.inflect import Form

DATA = Path(__file__).parent / "data"
MANY = " | "
FREQUENCIES = "words/frequency.tsv"
_OTHER_WORDS = ("plural", "without", "examples", "not_examples")  # keys of words that make no forms alone


class Entry(Struct, frozen=True):
    """One thing known: its layer (cue, trigger, actor, place…), id, English gloss and its other keys."""

    layer: str
    id: str
    gloss: str
    data: dict[str, Any]


class Table(Struct, frozen=True):
    """How a TSV file becomes entries: columns that hold names, and the part of speech of each."""

    files: str
    layer: str
    gloss: str
    parts: dict[str, str]
    id: str = "id"


def listed(value: Any) -> list[str]:
    """A key's value as a list: news spells one word in several ways."""
    return [value] if isinstance(value, str) else list(value or [])


def files_of(folder: Path) -> list[Path]:
    """The knowledge files of a folder in a fixed order. Raises KnowledgeError where there is no folder."""
    if not folder.is_dir():
        raise KnowledgeError(f"{folder}: no such folder of knowledge")
    found = (path for kind in ("*.toml", "*.tsv") for path in folder.rglob(kind))
    return sorted(path for path in found if path.name != "tables.toml" and path.is_file())


def fingerprint(folders: Iterable[Path]) -> str:
    """sha256 over names and contents of all knowledge files: the version of the data."""
    digest = hashlib.sha256()
    for folder in folders:
        for path in [folder / "tables.toml", *files_of(folder)]:
            if path.is_file():
                digest.update(str(path.relative_to(folder)).encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def tables() -> list[Table]:
    """The description of the TSV files, data/tables.toml."""
    rows = tomllib.loads((DATA / "tables.toml").read_text(encoding="utf-8"))["table"]
    return [Table(**row) for row in rows]


def toml_entries(path: Path) -> Iterator[Entry]:
    """Entries of a TOML file. Raises KnowledgeError, naming the file, where it is malformed."""
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError, OSError) as error:
        raise KnowledgeError(f"{path.name}: {error}") from error
    for layer, rows in content.items():
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            raise KnowledgeError(f"{path.name}: [[{layer}]] is expected, found something else")
        yield from (_toml_entry(path, layer, row) for row in rows)


def _toml_entry(path: Path, layer: str, row: Mapping[str, Any]) -> Entry:
    missing = [key for key in ("id", "gloss") if not isinstance(row.get(key), str)]
    if missing:
        raise KnowledgeError(f"{path.name}: a [[{layer}]] entry lacks {' and '.join(missing)}: {dict(row)}")
    for key in (*_MAKERS, *_OTHER_WORDS):
        if not all(isinstance(text, str) and text.strip() for text in _values(row.get(key))):
            raise KnowledgeError(f"{path.name}: {layer}.{row['id']}: {key} is not words, nor a list of words")
    rest = {key: value for key, value in row.items() if key not in ("id", "gloss")}
    return Entry(layer, f"{layer}.{row['id']}", row["gloss"], rest)


def _values(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def rows_of(path: Path) -> Iterator[dict[str, str]]:
    """Rows of a TSV file, empty cells left out. Raises KnowledgeError, naming the file, if malformed."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            for number, row in enumerate(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE), 2):
                if None in row:
                    raise KnowledgeError(f"{path.name}:{number}: more cells than columns")
                yield {key: value for key, value in row.items() if value}
    except (csv.Error, UnicodeDecodeError, OSError) as error:
        raise KnowledgeError(f"{path.name}: {error}") from error


def tsv_entries(path: Path, name: str, known: list[Table]) -> Iterator[Entry]:
    """Entries of a TSV file called `name` inside its folder; none for a table that names no layer."""
    for table in known:
        if fnmatch.fnmatch(name, table.files):
            for row in rows_of(path):
                if table.id not in row:
                    raise KnowledgeError(f"{path.name}: a row lacks {table.id}: {row}")
                yield Entry(table.layer, row[table.id], row.get(table.gloss, ""), {**row, "_parts": table.parts})
            return


def frequencies(folder: Path) -> dict[str, int]:
    """Ten times the Zipf frequency of folded word forms, words/frequency.tsv; empty where there is none."""
    path = folder / FREQUENCIES
    return {row["form"]: int(row["zipf10"]) for row in rows_of(path)} if path.is_file() else {}


def entries_of(folder: Path) -> Iterator[Entry]:
    """All entries of a folder, file by file."""
    known = tables()
    for path in files_of(folder):
        if path.suffix == ".toml":
            yield from toml_entries(path)
        else:
            yield from tsv_entries(path, path.relative_to(folder).as_posix(), known)


def needs(entries: Iterable[Entry]) -> dict[str, dict[str, set[type]]]:
    """For each layer the keys that all its entries have, forms aside, with the types of their values."""
    found: dict[str, dict[str, set[type]]] = {}
    for entry in entries:
        keys = {key: type(value) for key, value in entry.data.items() if key not in _MAKERS}
        common = found.setdefault(entry.layer, {key: set() for key in keys})
        for key in common.keys() - keys.keys():
            del common[key]
        for key in common:
            common[key].add(keys[key])
    return found


def unfit(entry: Entry, needed: Mapping[str, Mapping[str, set[type]]]) -> str | None:
    """What an entry lacks to stand beside those that ship, in one line; None where it fits."""
    if entry.layer not in needed:
        return f"{entry.id}: there is no layer {entry.layer}"
    lacking = [k for k, types in needed[entry.layer].items() if type(entry.data.get(k)) not in types]
    wanted = [key for key in lacking if key not in _OTHER_WORDS]
    return f"{entry.id}: lacks {' and '.join(wanted)}, or has another kind of value there" if wanted else None


def forms_of(entry: Entry) -> Iterator[Form]:
    """Every written form of an entry, each with its part of speech; those in `without` left out."""
    left_out = set(listed(entry.data.get("without")))
    for form in _all_forms(entry):
        if form.text not in left_out:
            yield form


def _all_forms(entry: Entry) -> Iterator[Form]:
    data = entry.data
    if "_parts" in data:
        for column, part in data["_parts"].items():
            for text in data.get(column, "").split(MANY):
                yield from _column_forms(text.strip(), part)
        return
    for key, make in _MAKERS.items():
        for text in listed(data.get(key)):
            yield from make(text, data)


def _column_forms(text: str, part: str) -> Iterator[Form]:
    if not text:
        return
    if part == "adjective":
        yield from inflect.adjective(text)
    elif part == "noun":
        yield from (Form(text, "noun.p"), Form(text + "ا", "noun.p"))
    else:
        yield Form(text.removeprefix("~"), "weak_name" if text.startswith("~") else part)


def _phrase_forms(text: str, rest: list[str], inflected: Iterable[Form]) -> Iterator[Form]:
    """Forms of a phrase whose first word inflects; the words behind it with and without the article."""
    plain = "".join(" " + word for word in rest)
    definite = "".join(" " + (word if word.startswith("ال") else "ال" + word) for word in rest)
    for form in inflected:
        yield Form(form.text + plain, form.part)
        if rest and rest[0] not in ("في", "من", "على", "إلى", "عن", "ب"):  # in, of, on, to, about, by
            yield Form(form.text + definite, form.part)


def _noun_forms(text: str, data: Mapping[str, Any], part: str = "noun") -> Iterator[Form]:
    head, *rest = text.split()
    plurals = listed(data.get("plural")) if not rest else []
    make = inflect.masdar(head, plurals) if part == "masdar" else inflect.noun(head, plurals, part)
    yield from _phrase_forms(text, rest, make)
    if rest:
        yield from (Form(plural, f"{part}.p") for plural in listed(data.get("plural")))


def _verb_forms(text: str, make: Iterable[Form]) -> Iterator[Form]:
    """A verb, or a verb with fixed words behind it (شن هجوما: launched an attack)."""
    rest = "".join(" " + word for word in text.split()[1:])
    yield from (Form(form.text + rest, form.part) for form in make)


def _is_hollow(data: Mapping[str, Any]) -> bool:
    """Whether a past of the entry has ا before its last letter (قال, said); True where it has no past."""
    pasts = [text.split()[0] for text in listed(data.get("verb"))]
    return not pasts or any(past[-2:-1] == "ا" for past in pasts)


_MAKERS: dict[str, Callable[[str, Mapping[str, Any]], Iterable[Form]]] = {
    "verb": lambda text, data: _verb_forms(text, inflect.past(text.split()[0])),
    "present": lambda text, data: _verb_forms(text, inflect.present(text.split()[0], _is_hollow(data))),
    "passive": lambda text, data: [Form(text, "passive.3")],
    "masdar": lambda text, data: _noun_forms(text, data, "masdar"),
    "participle": lambda text, data: inflect.adjective(text, part="participle"),
    "passive_participle": lambda text, data: inflect.adjective(text, part="passive_participle"),
    "noun": lambda text, data: _noun_forms(text, data),
    "feminine": lambda text, data: _noun_forms(text, {}, "noun"),
    "adjective": lambda text, data: inflect.adjective(text, listed(data.get("plural"))),
    "phrase": lambda text, data: [Form(text, "phrase")],
    "name": lambda text, data: [Form(text.removeprefix("~"), "weak_name" if text[0] == "~" else "name")],
}
