"""Makes docs/accuracy.md: scores by layer, and of which classes the remaining errors are.

    python bench/accuracy.py GOLD.jsonl…      (tests/gold/samples.jsonl where none is given)

Only counts are written, no words of the texts: gold may belong to newspapers.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tawthiq.evaluate import evaluate
from tawthiq.evaluate.layers import NAMES, SAME_CONTENT, by_sentence, same_event
from tawthiq.evaluate.likeness import name_key, paired, share, token_f1, words
from tawthiq.evaluate.run import gold_lines, reading_of
from tawthiq.lexicon import Lexicon, load
from tawthiq.records import Event, Mention, Reading, Statement

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "docs/accuracy.md"
HEAD = """# Accuracy

Made by `python bench/accuracy.py`; what the layers mean is in [evaluation.md](evaluation.md).
"""


def name_errors(wanted: dict[str, Any], said: list[Mention]) -> Iterator[str]:
    """Classes of wrong names in a sentence: other bounds, another kind, missed, extra."""
    for kind, layer in NAMES:
        gold = {name_key(name) for name in wanted.get(layer, [])}
        found = {name_key(m.text) for m in said if m.kind == kind}
        others = {name_key(m.text) for m in said if m.kind != kind}
        for name in gold - found:
            near = any(share(name, other) for other in found - gold)
            yield f"{layer}: " + ("other bounds" if near else "taken for another kind" if name in others else "missed")
        extra = [name for name in found - gold if not any(share(name, other) for other in gold - found)]
        yield from (f"{layer}: extra" for _ in extra)


def statement_errors(wanted: list[dict[str, Any]], said: list[Statement]) -> Iterator[str]:
    """Classes of wrong statements: missed, extra, and of those found another speaker, kind or polarity."""

    def fits(g: dict[str, Any], s: Statement) -> float:
        value = token_f1(g["content"], s.content.text)
        return value if value >= SAME_CONTENT else 0.0

    found = paired(wanted, said, fits)
    yield from ("statement: missed" for _ in range(len(wanted) - len(found)))
    yield from ("statement: extra" for _ in range(len(said) - len(found)))
    for g, s in found:
        if not (s.speaker and share(g["speaker"], s.speaker.text)):
            yield "statement: another speaker" + ("" if g["source"] else ", implicit in the sentence")
        elif g["kind"] != s.kind:
            yield f"statement: kind {g['kind']} read as {s.kind}"
        elif g["polarity"] != s.polarity:
            yield f"statement: polarity {g['polarity']} read as {s.polarity}"


def event_errors(wanted: list[dict[str, Any]], said: list[Event], line: list[str]) -> Iterator[str]:
    """Classes of wrong events: missed and extra by type, and of those found a wrong side or status."""
    found = paired(wanted, said, lambda g, s: same_event(g, s, line))
    right, hits = [g for g, _ in found], [s for _, s in found]
    yield from (f"event: missed {g['type']}" for g in wanted if not any(g is r for r in right))
    yield from (f"event: extra {s.type}" for s in said if not any(s is h for h in hits))
    for g, s in found:
        for side, sides in (("actors", s.actors), ("recipients", s.recipients)):
            names = g.get(side) or []
            if not sides and names:
                yield f"event: {side} not found"
            elif sides and not names:
                yield f"event: {side} where gold has none"
            elif names and not all(any(share(n, x.text) for x in sides) for n in names):
                yield f"event: other {side}"
        if g.get("status") != s.status:
            yield f"event: status {g.get('status')} read as {s.status}"


def errors(gold: dict[str, Any], reading: Reading) -> Iterator[str]:
    """Every class of error in one reading, once for each error."""
    bounds = gold["sents"]
    mentions = by_sentence(bounds, reading.mentions, lambda m: m.start)
    statements = by_sentence(bounds, reading.statements, lambda s: s.content.start)
    events = by_sentence(bounds, reading.events, lambda e: e.trigger.start)
    for wanted in gold["sentences"]:
        n = wanted["n"]
        line = words(gold["text"][bounds[n][0] : bounds[n][1]])
        yield from name_errors(wanted, mentions[n])
        yield from statement_errors(wanted.get("statements", []), statements[n])
        yield from event_errors(wanted.get("events", []), events[n], line)


def section(path: Path, lexicon: Lexicon) -> Iterator[str]:
    """Lines of the page for one gold file."""
    lines = list(gold_lines(path))
    yield f"\n## {path.stem}: {len(lines)} reports, {sum(len(g['sents']) for g in lines)} sentences\n"
    yield "| layer | precision | recall | F1 |\n| --- | --- | --- | --- |"
    for layer, s in evaluate(path, lexicon).items():
        yield f"| {layer} | {s.precision:.3f} | {s.recall:.3f} | {s.f1:.3f} |"
    yield "\n| remaining errors | count |\n| --- | --- |"
    found = Counter(error for gold in lines for error in errors(gold, reading_of(gold, lexicon)))
    yield from (f"| {error} | {count} |" for error, count in sorted(found.items(), key=lambda i: (-i[1], i[0])))


def main() -> None:
    """Write the page."""
    lexicon = load()
    paths = [Path(argument) for argument in sys.argv[1:]] or [ROOT / "tests/gold/samples.jsonl"]
    lines = [HEAD, *(line for path in paths for line in section(path, lexicon))]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
