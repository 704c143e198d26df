"""The gold records keep their promises: every string is in its sentence, every sample has its record."""

from __future__ import annotations

import csv
import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args

import pytest

from tawthiq import records

HERE = Path(__file__).parent
SAMPLES = HERE.parents[1] / "samples"
PLOVER = set(
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST "
    "ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT".split()
)
EDTF = re.compile(r"(\d{4}(-\d\d){0,2})(/(\.\.|\d{4}(-\d\d){0,2}))?")


def lines(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines()]


GOLD = lines("samples.jsonl")
BLOCKS = lines("blocks.jsonl")
BODY = ("title", "subheading", "body", "quote")


def sentences(gold: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    texts = [gold["text"][start:end] for start, end in gold["sents"]]
    return list(zip(texts, gold["sentences"], strict=True))


def strings(sentence: dict[str, Any]) -> list[str]:
    """Every string of a sentence's annotation that must stand in it; `speaker` need not."""
    names = [*sentence["persons"], *sentence["organisations"], *sentence["places"]]
    said = [s[field] for s in sentence["statements"] for field in ("cue", "source", "via", "content")]
    done = [e[field] for e in sentence["events"] for field in ("trigger", "place")]
    sides = [side for e in sentence["events"] for side in (*e["actors"], *e["recipients"])]
    dates = [d["text"] for d in sentence["dates"]]
    return [s for s in (*names, *dates, *said, *done, *sides) if s is not None]


@pytest.fixture(params=GOLD, ids=[g["id"] for g in GOLD])
def gold(request: pytest.FixtureRequest) -> dict[str, Any]:
    return dict(request.param)


def test_every_string_stands_in_its_sentence(gold: dict[str, Any]) -> None:
    missing = [(s["n"], part) for text, s in sentences(gold) for part in strings(s) if part not in text]
    assert missing == []


def test_strings_have_no_punctuation_at_their_ends(gold: dict[str, Any]) -> None:
    parts = [part for _, s in sentences(gold) for part in strings(s) if part != ":"]
    assert [p for p in parts if not p or p[0] in '«»“”",.،؛: ' or p[-1] in '«»“”",.،؛: '] == []


def test_sentences_cover_the_text(gold: dict[str, Any]) -> None:
    text, sents = gold["text"], gold["sents"]
    between = [text[a[1] : b[0]] for a, b in pairwise(sents)]
    assert (sents[0][0], sents[-1][1]) == (0, len(text))
    assert set(between) <= {" ", "\n"}
    assert [s["n"] for s in gold["sentences"]] == list(range(len(sents)))
    assert not any("\n" in t or t != t.strip() for t, _ in sentences(gold))


def test_values_are_of_the_guidelines(gold: dict[str, Any]) -> None:
    for _, s in sentences(gold):
        assert all(EDTF.fullmatch(d["value"]) for d in s["dates"])
        for said in s["statements"]:
            assert said["kind"] in get_args(records.StatementKind)
            assert said["mode"] in get_args(records.StatementMode)
            assert said["polarity"] in get_args(records.Polarity)
            assert said["speaker"]
        for event in s["events"]:
            assert event["type"] in PLOVER
            assert event["status"] in get_args(records.Status)
            assert event["place"] is None or event["place"] in s["places"]
            assert event["date"] is None or event["date"] in {d["value"] for d in s["dates"]}


def test_every_sample_has_its_record() -> None:
    files = {p.name for p in SAMPLES.iterdir() if p.suffix in (".txt", ".html")}
    rows = [json.loads(r)["key"] for p in SAMPLES.glob("*.jsonl") for r in p.read_text("utf-8").splitlines()]
    for path in SAMPLES.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as table:
            rows += [row["key"] for row in csv.DictReader(table)]
    assert sorted(g["id"] for g in GOLD) == sorted([*files, *rows])
    assert {b["id"] for b in BLOCKS} == files


@pytest.mark.parametrize("page", BLOCKS, ids=[b["id"] for b in BLOCKS])
def test_the_blocks_of_a_page_make_up_its_text(page: dict[str, Any]) -> None:
    text = "\n".join(b["text"] for b in page["blocks"] if b["role"] in BODY)
    assert text == next(g["text"] for g in GOLD if g["id"] == page["id"])
    assert {b["role"] for b in page["blocks"]} <= set(get_args(records.BlockRole))


@pytest.mark.parametrize("page", [b for b in BLOCKS if b["id"].endswith(".txt")], ids=lambda b: b["id"])
def test_the_blocks_of_a_dump_are_its_lines(page: dict[str, Any]) -> None:
    dump = (SAMPLES / page["id"]).read_text(encoding="utf-8-sig")
    assert [b["text"] for b in page["blocks"]] == [line.strip() for line in dump.splitlines() if line.strip()]


def test_all_sixteen_types_and_both_polarities_occur() -> None:
    each = [s for gold in GOLD for _, s in sentences(gold)]
    assert {e["type"] for s in each for e in s["events"]} == PLOVER
    assert {e["status"] for s in each for e in s["events"]} == set(get_args(records.Status))
    assert {x["kind"] for s in each for x in s["statements"]} == set(get_args(records.StatementKind))
    assert {x["polarity"] for s in each for x in s["statements"]} == {"affirm", "deny"}
