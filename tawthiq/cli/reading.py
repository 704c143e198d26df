"""Commands that read sources: read, add."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from tawthiq.capture.web.addresses import is_address
from tawthiq.capture.web.policy import Policy
from tawthiq.cli.app import (
    Columns,
    Contact,
    Delay,
    Failures,
    Jobs,
    Knowledge,
    LedgerPath,
    Outlet,
    Private,
    Published,
    Sources,
    app,
    columns,
)
from tawthiq.errors import SourceError
from tawthiq.reading import Options, Outcome, readings

if TYPE_CHECKING:  # the ledger takes long to import, and reading needs none
    from tawthiq.ledger import Ledger


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
    contact: Contact = None,
    delay: Delay = 2.0,
    allow_private: Private = False,
) -> None:
    """Read reports and print their records; nothing is kept."""
    from tawthiq import printing

    failures = Failures()
    options = Options(published, outlet, knowledge, columns(column), jobs, Policy(contact, allow_private, delay))
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
    contact: Contact = None,
    delay: Delay = 2.0,
    allow_private: Private = False,
    ledger: LedgerPath = None,
) -> None:
    """Read reports and keep them, originals and records, in the ledger; again is harmless."""
    from tawthiq import adding
    from tawthiq.ledger import Ledger

    options = Options(published, outlet, knowledge, columns(column), jobs, Policy(contact, allow_private, delay))
    batch = adding.ONE if any(map(is_address, source)) else adding.BATCH
    with Ledger.open(ledger or adding.default_ledger(), create=True) as opened:
        if keep(readings(source, options), opened, adding.bytes_of(source), batch):
            raise typer.Exit(1)


def keep(found: Iterator[Outcome | SourceError], ledger: Ledger, total: int | None, batch: int) -> bool:
    """Keeps what was found, says so of each and sums up; whether anything failed or was broken off by Ctrl-C."""
    from tawthiq import adding
    from tawthiq.ledger import Added

    counts = {"added": 0, "there before": 0, "failed": 0}
    stopped = False
    try:
        for kept in adding.add(found, ledger, total, batch):
            if isinstance(kept, Added):
                counts["added" if kept.new else "there before"] += 1
                print(f"{kept.report[:16]}  {kept.key}")
            else:
                counts["failed"] += 1
                print(f"tawthiq: {adding.reason(kept)}", file=sys.stderr)
    except KeyboardInterrupt:
        stopped = True
        print("tawthiq: stopped; what was added is kept", file=sys.stderr)
    print(", ".join(f"{number} {name}" for name, number in counts.items()), file=sys.stderr)
    return stopped or counts["failed"] > 0
