"""Sources into a ledger, with a progress bar: what `tawthiq add` does."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from tawthiq.capture.web.addresses import is_address
from tawthiq.errors import SourceError
from tawthiq.ledger import Added, Ledger, Refused
from tawthiq.reading import Outcome

BATCH = 32  # reports a transaction; each is told only once it is on the disk
ONE = 1  # of slow sources: what was added is on the disk before the next is asked for


def default_ledger() -> Path:
    """Where the ledger is unless the caller says: $TAWTHIQ_LEDGER, else the user's data folder."""
    home = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local/share"
    return Path(os.environ.get("TAWTHIQ_LEDGER") or Path(home) / "tawthiq/ledger")


def bytes_of(paths: Iterable[str]) -> int | None:
    """How many bytes the sources hold together; None where one is a stream."""
    total = 0
    for source in paths:
        path = Path(source)
        if source == "-" or is_address(source):
            return None
        files = (f for f in path.rglob("*") if f.is_file()) if path.is_dir() else iter([path])
        total += sum(file.stat().st_size for file in files if file.is_file())
    return total


def progress_bar() -> Progress:
    """A bar on stderr: how far, how many reports, how long."""
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.percentage:>3.0f}%"),
               TextColumn("{task.fields[reports]} reports"), TimeElapsedColumn())  # fmt: skip
    return Progress(*columns, console=Console(stderr=True))


def add(
    found: Iterable[Outcome | SourceError], ledger: Ledger, total: int | None, batch: int = BATCH
) -> Iterator[Added | Refused | SourceError]:
    """Keeps each reading; yields it once it is on the disk, or why it could not be read or kept."""
    failed: list[SourceError] = []
    with progress_bar() as bar:
        task = bar.add_task("adding", total=total, reports=0)

        def read() -> Iterator[Outcome]:
            for item in found:
                if isinstance(item, SourceError):
                    failed.append(item)
                    continue
                bar.advance(task, len(item.capture.original))
                yield item

        for number, kept in enumerate(ledger.add_many(read(), batch=batch), 1):
            yield from (failed.pop(0) for _ in list(failed))
            bar.update(task, reports=number)
            yield kept
        bar.update(task, completed=total)
    yield from failed


def reason(failed: Refused | SourceError) -> str:
    """Why a report is not in the ledger, in one line."""
    return f"{failed.key}: {failed.reason}" if isinstance(failed, Refused) else str(failed)
