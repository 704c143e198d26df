"""Refuses knowledge that would never match or that nobody could mend: the rules of docs/knowledge.md."""

from __future__ import annotations

import fnmatch
import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from tawthiq import knowledge
from tawthiq.errors import KnowledgeError
from tawthiq.knowledge import Entry

_ARABIC = re.compile(r"[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufefc]")
_LATIN = re.compile("[A-Za-z]")
_NEVER = (
    (re.compile(r"[\ufb50-\ufdff\ufe70-\ufefc]"), "a presentation form"),
    (re.compile("[\u06cc\u06d2]"), "a Farsi yeh"),
    (re.compile("\u06a9"), "a Persian keheh"),
    (re.compile("\u0640(?=[\u0621-\u064a])"), "a tatweel"),
    (re.compile(r"[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]"), "an invisible character"),
    (re.compile(r"\s{2,}|^\s|\s$"), "stray white space"),
)
PROSE = frozenset({"gloss", "examples", "not_examples", "note", "neutral_gloss"})
# layers whose entries make records by themselves, and so must show on examples that they do
SHOWN = frozenset({"cue", "trigger", "loaded", "place_head", "org_head", "tie", "counted", "furniture"})

# layers that are tried in the order in which they are written
POLICY = frozenset({"date", "date_shape"})


def problems(folder: Path) -> list[str]:
    """One line for each problem of a folder of knowledge, naming file and entry."""
    try:
        files = knowledge.files_of(folder)
    except KnowledgeError as error:
        return [str(error)]
    found = [problem for path in files for problem in _file_problems(path, folder)]
    return found or [*_repeated(folder), *_misfits(folder)]


def _file_problems(path: Path, folder: Path) -> Iterator[str]:
    name = path.relative_to(folder).as_posix()
    try:
        if path.suffix == ".toml":
            found = _toml_problems(list(knowledge.toml_entries(path)))
        else:
            list(knowledge.tsv_entries(path, name, knowledge.tables()))
            found = _tsv_problems(list(knowledge.rows_of(path)))
        yield from (f"{name}: {problem}" for problem in found)
    except KnowledgeError as error:
        yield str(error)


def _toml_problems(entries: list[Entry]) -> Iterator[str]:
    for layer in dict.fromkeys(entry.layer for entry in entries if entry.layer not in POLICY):
        yield from _order([entry.id for entry in entries if entry.layer == layer])
    for entry in entries:
        yield from (f"{entry.id}: {problem}" for problem in _entry_problems(entry))


def _entry_problems(entry: Entry) -> Iterator[str]:
    if not _LATIN.search(entry.gloss):
        yield "an English gloss is expected"
    if entry.layer in SHOWN and not entry.data.get("examples"):
        yield "examples are expected"
    for key, value in entry.data.items():
        if key not in PROSE:
            yield from (f"{key}: {problem}" for text in _texts(value) for problem in _writing(text))
            yield from (f"{key}: {text} stands twice" for text in _twice(value))


def _twice(values: Any) -> list[Any]:
    listed = values if isinstance(values, list) else []
    return [value for n, value in enumerate(listed) if value in listed[:n]]


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for inner in value.values() for text in _texts(inner))
    elif isinstance(value, list):
        yield from (text for inner in value for text in _texts(inner))


def _writing(text: str) -> Iterator[str]:
    if _ARABIC.search(text):
        yield from (f"{text!r} has {what}" for pattern, what in _NEVER if pattern.search(text))


def _tsv_problems(rows: list[dict[str, str]]) -> Iterator[str]:
    if rows:
        yield from _order([next(iter(row.values())) for row in rows])
    for row in rows:
        names = (name for value in row.values() for name in value.split(knowledge.MANY))
        yield from (problem for name in names for problem in _writing(name))


def _order(ids: list[str]) -> Iterator[str]:
    yield from (f"{a} stands before {b}: sort by id" for a, b in pairwise(ids) if b < a)
    yield from (f"{a} stands twice" for a, b in pairwise(ids) if b == a)


def _repeated(folder: Path) -> Iterator[str]:
    """Ids that two files of the folder give to entries of one layer."""
    entries: Iterable[Entry] = knowledge.entries_of(folder)
    seen: set[tuple[str, str]] = set()
    for entry in entries:
        if (entry.layer, entry.id) in seen:
            yield f"{entry.id} stands in two files"
        seen.add((entry.layer, entry.id))


def _misfits(folder: Path) -> Iterator[str]:
    """Entries of a user's own folder that lack what every entry of their layer has; tables read by nobody."""
    if folder.resolve() == knowledge.DATA.resolve():
        return
    needed = knowledge.needs(knowledge.entries_of(knowledge.DATA))
    yield from filter(None, (knowledge.unfit(entry, needed) for entry in knowledge.entries_of(folder)))
    for path in folder.rglob("*.tsv"):
        name = path.relative_to(folder).as_posix()
        if not any(fnmatch.fnmatch(name, table.files) for table in knowledge.tables()):
            yield f"{name}: no table of this name is known"
