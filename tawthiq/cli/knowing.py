"""Commands over knowledge and its measure: evaluate, knowledge check."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Optional

import typer

from tawthiq.cli.app import Knowledge, app


@app.command()
def evaluate(
    gold: Annotated[Path, typer.Argument(help="gold records, one a line")],
    floors: Annotated[Optional[Path], typer.Option(help="a file of floors: under one is a failure")] = None,  # noqa: UP045
    name: Annotated[str, typer.Option(help="which floors of the file")] = "",
    knowledge: Knowledge = None,
) -> None:
    """Read the texts of gold records and print precision, recall and F1 a layer."""
    from tawthiq import evaluate as scoring
    from tawthiq.lexicon import load

    scores = scoring.evaluate(gold, load(knowledge))
    print(f"{'layer':14} {'precision':>9} {'recall':>7} {'F1':>6}   right / gold / said")
    for layer, s in scores.items():
        print(f"{layer:14} {s.precision:9.3f} {s.recall:7.3f} {s.f1:6.3f}   {s.right} / {s.gold} / {s.said}")
    fallen = scoring.under(scores, scoring.floors(floors, name or gold.stem)) if floors else []
    for line in fallen:
        print(f"tawthiq: {line}", file=sys.stderr)
    if fallen:
        raise typer.Exit(1)


knowledge_app = typer.Typer(help="What Tawthiq knows, and your own additions to it.", no_args_is_help=True)
app.add_typer(knowledge_app, name="knowledge")


@knowledge_app.command()
def check(folder: Annotated[Path, typer.Argument(help="a folder laid out as tawthiq/data")]) -> None:
    """Check a folder of knowledge: its writing, order and ids, and every example both ways."""
    from tawthiq import examples, knowledge, lint
    from tawthiq.lexicon import load

    found = lint.problems(folder)
    if not found:
        found = list(examples.failures(knowledge.entries_of(folder), load(folder)))
    for problem in found:
        print(f"tawthiq: {problem}", file=sys.stderr)
    if found:
        raise typer.Exit(1)
    print(f"{sum(1 for _ in knowledge.entries_of(folder))} entries, no problem found")
