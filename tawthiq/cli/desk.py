"""The command of the reading room: desk."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from tawthiq.cli.app import Knowledge, LedgerPath, app


@app.command()
def desk(
    host: Annotated[str, typer.Option(help="address to listen on")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="port to listen on")] = 8000,
    knowledge: Knowledge = None,
    ledger: LedgerPath = None,
) -> None:
    """Open the ledger as a reading room in the browser."""
    from tawthiq import adding
    from tawthiq.desk import Settings, serve

    settings = Settings(ledger or adding.default_ledger(), host, port, knowledge=knowledge)
    print(f"http://{host}:{port}", file=sys.stderr)
    serve(settings)
