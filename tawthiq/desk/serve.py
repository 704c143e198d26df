"""The reading room on an address, until it is told to stop."""

from __future__ import annotations

import uvicorn

from tawthiq.desk.app import create_app
from tawthiq.desk.settings import Settings
from tawthiq.ledger import Ledger


def serve(settings: Settings) -> None:
    """Serves a ledger. Raises LedgerError where there is none, OptionError for an address open to others."""
    with Ledger.open(settings.ledger) as ledger:
        app = create_app(settings, ledger)
        uvicorn.run(app, host=settings.host, port=settings.port, log_level="warning", server_header=False)
