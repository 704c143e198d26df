"""Commands over what a ledger keeps: search, show, verify."""

from __future__ import annotations

import sys
from typing import Annotated, Optional

import typer

from tawthiq.cli.app import LedgerPath, Outlet, app


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
