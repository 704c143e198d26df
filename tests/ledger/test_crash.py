"""A kill at any moment loses nothing that was reported as added; writers and readers do not hinder each other."""

import os
import random
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import BinaryIO

import pytest
from made import visit

from tawthiq.ledger import Added, Ledger, search, verify

KILLS = 24
pytestmark = pytest.mark.skipif(os.name != "posix", reason="forks processes and kills them by signal")


def add_and_tell(folder: Path, first: int, last: int, batch: int, told: int) -> None:
    """Adds reports and writes the ids of each to the file `told` as soon as it is reported as added."""
    with Ledger.open(folder, create=True, wait=20) as ledger:
        os.write(told, b"open\n")
        for added in ledger.add_many((visit(number) for number in range(first, last)), batch):
            if isinstance(added, Added):
                os.write(told, f"{added.report} {added.reading}\n".encode())


@contextmanager
def adding(folder: Path, first: int, last: int, batch: int) -> Iterator[tuple[BaseProcess, BinaryIO]]:
    """A process that adds reports, and what it says of them."""
    source, told = os.pipe()
    process = get_context("fork").Process(target=add_and_tell, args=(folder, first, last, batch, told))
    process.start()
    os.close(told)
    with os.fdopen(source, "rb", buffering=0) as lines:
        yield process, lines  # type: ignore[misc]
    process.join()


def reported(lines: BinaryIO) -> set[tuple[str, str]]:
    """Report and reading of every whole line that a process has said."""
    whole = lines.read().decode().split("\n")[:-1]
    return {(line.split()[0], line.split()[1]) for line in whole if line != "open"}


def kept(ledger: Ledger) -> set[tuple[str, str]]:
    with ledger.reading_from() as connection:
        return {(report, id) for report, id in connection.exec_driver_sql("SELECT report, id FROM readings")}


def test_nothing_that_was_reported_is_lost_by_a_kill(tmp_path: Path) -> None:
    chance = random.Random(20190823)
    told: set[tuple[str, str]] = set()
    for kill in range(KILLS):
        with adding(tmp_path, kill * 1000, kill * 1000 + 1000, chance.choice([1, 3, 20])) as (process, lines):
            if kill % 4:  # every fourth is killed while it makes or opens the ledger
                assert lines.readline() == b"open\n"
            time.sleep(chance.uniform(0, 0.15))
            assert process.pid is not None
            os.kill(process.pid, signal.SIGKILL)
            told |= reported(lines)
        assert process.exitcode == -signal.SIGKILL
        if kill % 12 == 11:
            with Ledger.open(tmp_path) as ledger:
                assert told <= kept(ledger)
                assert list(verify(ledger)) == []
    assert len(told) > KILLS
    with Ledger.open(tmp_path) as ledger:
        before = len(ledger)
        assert ledger.add(*visit(999_999)).new
        assert len(ledger) == before + 1
        assert told <= kept(ledger) and list(verify(ledger)) == []


def test_two_writers_and_a_reader_at_once(tmp_path: Path) -> None:
    with adding(tmp_path, 0, 60, 4) as (one, of_one), adding(tmp_path, 40, 100, 4) as (other, of_other):
        seen = []
        with Ledger.open(tmp_path, create=True) as ledger:
            while one.is_alive() or other.is_alive():
                seen.append(len(search(ledger, "الميناء", what="reports", limit=1000)))
                assert len(list(ledger.readings())) >= seen[-1]
        told = [reported(of_one), reported(of_other)]
    assert [one.exitcode, other.exitcode] == [0, 0]
    assert seen == sorted(seen)
    assert [len(reports) for reports in told] == [60, 60]
    with Ledger.open(tmp_path) as ledger:
        assert len(ledger) == 100
        assert kept(ledger) == told[0] | told[1]
        assert list(verify(ledger)) == []


def test_threads_share_a_ledger(ledger: Ledger) -> None:
    failures: list[BaseException] = []

    def add(first: int) -> None:
        try:
            list(ledger.add_many((visit(number) for number in range(first, first + 20)), batch=5))
            assert search(ledger, "درويش")
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=add, args=(number * 10,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert len(ledger) == 50 and list(verify(ledger)) == []
