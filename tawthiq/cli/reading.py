"""Commands that read sources: read, add."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from tawthiq.cli.app import (
    Columns,
    Failures,
    Jobs,
    Knowledge,
    LedgerPath,
    Outlet,
    Published,
    Sources,
    app,
    columns,
)
from tawthiq.reading import Options, readings


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
    options = Options(published, outlet, knowledge, columns(column), jobs)
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

    options = Options(published, outlet, knowledge, columns(column), jobs)
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
