"""The command line itself: its options, its errors, and the sources that could not be read."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Optional

import typer

from tawthiq.errors import OptionError, SourceError, TawthiqError
from tawthiq.reading import Outcome

app = typer.Typer(
    help="Sourced records from Arabic news: who said what, who did what to whom, where it is written.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

Sources = Annotated[list[str], typer.Argument(help="files, folders, addresses of pages or feeds, - for stdin")]
Published = Annotated[Optional[str], typer.Option(help="day the report was published, as 2019-08-23")]  # noqa: UP045
Outlet = Annotated[Optional[str], typer.Option(help="name of the outlet")]  # noqa: UP045
Knowledge = Annotated[Optional[Path], typer.Option(help="your own folder of knowledge")]  # noqa: UP045
Jobs = Annotated[int, typer.Option(help="processes to read with")]
Columns = Annotated[Optional[list[str]], typer.Option("--column", help="another column, as text=content")]  # noqa: UP045

Contact = Annotated[Optional[str], typer.Option(help="where sites can reach you; sent with every request")]  # noqa: UP045
Delay = Annotated[float, typer.Option(help="seconds between two requests to one host")]
Private = Annotated[bool, typer.Option("--allow-private", help="ask addresses of this machine and network too")]

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


def columns(given: list[str] | None) -> dict[str, str]:
    """What `--column name=other` says: the caller's name of each column. Raises OptionError where it says nothing."""
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
