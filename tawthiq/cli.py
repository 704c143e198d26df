"""The commands: each is one call of the library, and a way to print what it gives."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Optional

import typer

from tawthiq.errors import OptionError, SourceError, TawthiqError
from tawthiq.reading import Options, Outcome, readings

app = typer.Typer(
    help="Sourced records from Arabic news: who said what, who did what to whom, where it is written.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

Sources = Annotated[list[str], typer.Argument(help="files, folders or - for standard input")]
Published = Annotated[Optional[str], typer.Option(help="day the report was published, as 2019-08-23")]  # noqa: UP045
Outlet = Annotated[Optional[str], typer.Option(help="name of the outlet")]  # noqa: UP045
Knowledge = Annotated[Optional[Path], typer.Option(help="your own folder of knowledge")]  # noqa: UP045
Jobs = Annotated[int, typer.Option(help="processes to read with")]
Columns = Annotated[Optional[list[str]], typer.Option("--column", help="another column, as text=content")]  # noqa: UP045

LedgerPath = Annotated[Optional[Path], typer.Option("--ledger", help="where the ledger is")]  # noqa: UP045


def main() -> None:
    """Run the command line; every error that Tawthiq raises on purpose is one line and exit code 1."""
    try:
        app()
    except TawthiqError as error:
        print(f"tawthiq: {error}", file=sys.stderr)
        raise SystemExit(1) from None
    except BrokenPipeError:
        sys.stderr.close()
        raise SystemExit(141) from None


def _columns(given: list[str] | None) -> dict[str, str]:
    pairs = [item.partition("=") for item in given or []]
    for name, mark, other in pairs:
        if not (name and mark and other):
            raise OptionError(f"--column {name}: a name and a column are expected, as in text=content")
    return {name: other for name, _, other in pairs}


class Failures:
    """Counts the sources that could not be read, saying so of each in one line."""

    def __init__(self) -> None:
        self.count = 0

    def sift(self, found: Iterator[Outcome | SourceError]) -> Iterator[Outcome]:
        """What could be read; the rest is told on stderr."""
        for item in found:
            if isinstance(item, SourceError):
                self.count += 1
                print(f"tawthiq: {item}", file=sys.stderr)
            else:
                yield item

    def exit(self) -> None:
        """Leave with exit code 1 where anything failed."""
        if self.count:
            raise typer.Exit(1)


@app.command()
def read(
    source: Sources,
    as_json: Annotated[bool, typer.Option("--json", help="the readings as one JSON array")] = False,
    as_jsonl: Annotated[bool, typer.Option("--jsonl", help="one reading a line")] = False,
    explain: Annotated[bool, typer.Option(help="which entry or rule made each record")] = False,
    published: Published = None,
    outlet: Outlet = None,
    knowledge: Knowledge = None,
    column: Columns = None,
    jobs: Jobs = 1,
) -> None:
    """Read reports and print their records; nothing is kept."""
    from tawthiq import printing

    failures = Failures()
    options = Options(published, outlet, knowledge, _columns(column), jobs)
    found = failures.sift(readings(source, options))
    if as_jsonl:
        printing.jsonl(found)
    elif as_json:
        printing.json_array(found)
    else:
        printing.pages(found, options if explain else None)
    failures.exit()


@app.command()
def add(
    source: Sources,
    published: Published = None,
    outlet: Outlet = None,
    knowledge: Knowledge = None,
    column: Columns = None,
    jobs: Jobs = 1,
    ledger: LedgerPath = None,
) -> None:
    """Read reports and keep them, originals and records, in the ledger; again is harmless."""
    from tawthiq import adding
    from tawthiq.ledger import Added, Ledger

    options = Options(published, outlet, knowledge, _columns(column), jobs)
    counts = {"added": 0, "there before": 0, "failed": 0}
    with Ledger.open(ledger or adding.default_ledger(), create=True) as opened:
        for kept in adding.add(readings(source, options), opened, adding.bytes_of(source)):
            if isinstance(kept, Added):
                counts["added" if kept.new else "there before"] += 1
                print(f"{kept.report[:16]}  {kept.key}")
            else:
                counts["failed"] += 1
                print(f"tawthiq: {adding.reason(kept)}", file=sys.stderr)
    print(", ".join(f"{number} {name}" for name, number in counts.items()), file=sys.stderr)
    if counts["failed"]:
        raise typer.Exit(1)


@app.command()
def search(
    words: Annotated[str, typer.Argument(help='words, or "a phrase"; may be left out')] = "",
    who: Annotated[Optional[str], typer.Option(help="speaker, actor or recipient, by name or id")] = None,  # noqa: UP045
    kind: Annotated[Optional[str], typer.Option(help="kind of source: person, official…")] = None,  # noqa: UP045
    type: Annotated[Optional[str], typer.Option(help="PLOVER type of an event: ASSAULT, AID…")] = None,  # noqa: UP045
    place: Annotated[Optional[str], typer.Option(help="name of a place")] = None,  # noqa: UP045
    outlet: Outlet = None,
    since: Annotated[Optional[str], typer.Option("--from", help="first day, as 2019-08-23")] = None,  # noqa: UP045
    until: Annotated[Optional[str], typer.Option("--to", help="last day")] = None,  # noqa: UP045
    what: Annotated[str, typer.Option(help="all, statements, events or reports")] = "all",
    limit: Annotated[int, typer.Option(help="how many at the most")] = 20,
    as_json: Annotated[bool, typer.Option("--json", help="one hit a line, as JSON")] = False,
    ledger: LedgerPath = None,
) -> None:
    """Search statements, events and reports; spelling and attached letters do not hide a hit."""
    from tawthiq import adding, listing
    from tawthiq.ledger import Ledger
    from tawthiq.ledger import search as find

    with Ledger.open(ledger or adding.default_ledger()) as opened:
        hits = find(opened, words, who=who, kind=kind, type=type, place=place, outlet=outlet, since=since,
                    until=until, what=listing.what(what), limit=limit)  # fmt: skip
    for line in listing.as_json(hits) if as_json else listing.listing(hits, sys.stdout.isatty()):
        print(line)


@app.command()
def show(
    id: Annotated[str, typer.Argument(help="id, or how it begins, of a report, statement or event; a key")],
    as_json: Annotated[bool, typer.Option("--json", help="as JSON")] = False,
    ledger: LedgerPath = None,
) -> None:
    """Show one report, statement or event of the ledger, with its places in the original."""
    from tawthiq import adding, printing
    from tawthiq.ledger import Ledger
    from tawthiq.ledger import show as find

    with Ledger.open(ledger or adding.default_ledger()) as opened:
        found = find(opened, id)
        capture = opened.captures(found.readings[0].report.id)[-1]
    if as_json:
        printing.json(found.record or found.readings[0])
    else:
        printing.shown(found, capture)


@app.command()
def verify(ledger: LedgerPath = None) -> None:
    """Check every record of the ledger against the saved bytes; name what does not hold."""
    from tawthiq import adding
    from tawthiq.ledger import Ledger
    from tawthiq.ledger import verify as problems

    with Ledger.open(ledger or adding.default_ledger()) as opened:
        reports = len(opened)
        sound = True
        for problem in problems(opened):
            sound = False
            print(f"tawthiq: {problem}", file=sys.stderr)
    if not sound:
        raise typer.Exit(1)
    print(f"{reports} reports verified against their saved bytes")


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
