"""Sources to readings: what the commands and callers share, one process or several."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from tawthiq.capture.files import sources
from tawthiq.capture.web.addresses import is_address
from tawthiq.capture.web.policy import Policy
from tawthiq.errors import OptionError, SourceError
from tawthiq.lexicon import Lexicon, load
from tawthiq.pipeline import read
from tawthiq.records import Capture, Reading

_DAY = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")
BATCH = 16  # reports handed to a process at a time


class Options(NamedTuple):
    """What the caller knows and wants. published: EDTF day; columns: other names of JSON and CSV columns."""

    published: str | None = None
    outlet: str | None = None
    knowledge: Path | None = None
    columns: dict[str, str] = {}  # noqa: RUF012
    jobs: int = 1
    policy: Policy = Policy()


class Outcome(NamedTuple):
    """A capture and its reading."""

    capture: Capture
    reading: Reading


def checked(options: Options) -> Options:
    """The options, or OptionError for a date that is no day or fewer than one process."""
    if options.published is not None and not _DAY.fullmatch(options.published):
        raise OptionError(f"--published {options.published}: a day is expected, as in 2019-08-23")
    if options.jobs < 1:
        raise OptionError(f"--jobs {options.jobs}: at least 1 is expected")
    return options


def readings(paths: Iterable[str], options: Options) -> Iterator[Outcome | SourceError]:
    """A reading, or the error in its place, for every report of the sources, in their order."""
    options = checked(options)
    captures = (told(item, options) for item in captured(paths, options))
    if options.jobs == 1:
        lexicon = load(options.knowledge)
        return (outcome(item, lexicon) for item in captures)
    return _in_processes(captures, options)


def captured(paths: Iterable[str], options: Options) -> Iterator[Capture | SourceError]:
    """A capture, or the error in its place, for every report of files, folders, `-` and addresses, in their order."""
    for network, group in groupby(paths, is_address):
        if not network:
            yield from sources(group, options.columns)
            continue
        from tawthiq.capture.web.fetch import Fetcher
        from tawthiq.capture.web.pages import web_captures

        with Fetcher(options.policy) as fetcher:
            for url in group:
                yield from web_captures(url, fetcher)


def told(item: Capture | SourceError, options: Options) -> Capture | SourceError:
    """The capture with what the caller knows of it, where the source itself does not say."""
    if isinstance(item, SourceError):
        return item
    known = {"published": options.published, "outlet": options.outlet}
    return replace(item, given={**{k: v for k, v in known.items() if v}, **item.given})


def outcome(item: Capture | SourceError, lexicon: Lexicon) -> Outcome | SourceError:
    """The reading of a capture, or the error in its place."""
    if isinstance(item, SourceError):
        return item
    try:
        return Outcome(item, read(item, lexicon))
    except SourceError as error:
        return error
    except Exception as fault:  # one report that shows a fault of ours does not cost the others
        return SourceError(f"{item.key}: a fault of Tawthiq while reading it: {type(fault).__name__}: {fault}")


def _in_processes(captures: Iterator[Capture | SourceError], options: Options) -> Iterator[Outcome | SourceError]:
    """Readings in the order of `captures`; at most a few batches are under way, so memory stays bounded."""
    from concurrent.futures import ProcessPoolExecutor

    window = BATCH * options.jobs * 4
    with ProcessPoolExecutor(options.jobs, initializer=_start, initargs=(options.knowledge,)) as pool:
        while items := list(islice(captures, window)):
            yield from pool.map(_work, items, chunksize=BATCH)


_process: dict[str, Lexicon] = {}  # the lexicon of a worker process, loaded once when it starts


def _start(knowledge: Path | None) -> None:
    _process["lexicon"] = load(knowledge)


def _work(item: Capture | SourceError) -> Outcome | SourceError:
    return outcome(item, _process["lexicon"])
