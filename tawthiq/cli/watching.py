"""The command that follows feeds: watch."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from tawthiq.capture.web.policy import Policy
from tawthiq.cli.app import Contact, Delay, Knowledge, LedgerPath, Private, app
from tawthiq.cli.reading import keep
from tawthiq.errors import SourceError
from tawthiq.reading import Options, Outcome, outcome


@app.command()
def watch(
    feeds: Annotated[Path, typer.Argument(help="an OPML list of feeds")],
    every: Annotated[float, typer.Option(help="minutes between two polls")] = 15.0,
    once: Annotated[bool, typer.Option(help="poll once, then stop")] = False,
    knowledge: Knowledge = None,
    contact: Contact = None,
    delay: Delay = 2.0,
    allow_private: Private = False,
    ledger: LedgerPath = None,
) -> None:
    """Keep what is new in feeds, politely, until Ctrl-C; what was kept is not asked for again."""
    from tawthiq import adding
    from tawthiq.capture.web.watch import feeds_in
    from tawthiq.ledger import Ledger

    options = Options(knowledge=knowledge, policy=Policy(contact, allow_private, delay))
    addresses = feeds_in(_bytes(feeds), str(feeds))
    with Ledger.open(ledger or adding.default_ledger(), create=True) as opened:
        while True:
            stopped = keep(_new(addresses, opened.folder / "watch.json", options), opened, None, adding.ONE)
            if once or stopped:
                raise typer.Exit(1 if stopped else 0)
            try:
                time.sleep(every * 60)
            except KeyboardInterrupt:
                return


def _new(addresses: list[str], memory: Path, options: Options) -> Iterator[Outcome | SourceError]:
    """Readings of what is new in the feeds."""
    from tawthiq.capture.web.fetch import Fetcher
    from tawthiq.capture.web.watch import Watch
    from tawthiq.lexicon import load

    lexicon, following = load(options.knowledge), Watch(memory)
    with Fetcher(options.policy) as fetcher:
        for address in addresses:
            for found in following.poll(address, fetcher):
                yield outcome(found, lexicon)


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise SourceError(f"{file}: {(error.strerror or str(error)).lower()}") from None
