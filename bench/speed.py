"""Speed: reports a second for text, milliseconds a page for HTML, beside trafilatura in the same run.

    make bench            on samples/ and tests/pages
    python bench/speed.py FOLDER_OF_HTML…

Medians of several rounds in one process; absolute times depend on the machine, ratios travel better.
"""

from __future__ import annotations

import hashlib
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from tawthiq.lexicon import Lexicon, load
from tawthiq.page import read_page
from tawthiq.pipeline import read, read_text
from tawthiq.records import Capture, Report

ROOT = Path(__file__).parent.parent
ROUNDS = 7


def median_ms(work: Callable[[], object]) -> float:
    """Median milliseconds of a call, after one round to warm up."""
    work()
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        times.append(1000 * (time.perf_counter() - start))
    return statistics.median(times)


def texts() -> list[Report]:
    """The texts of the project's own gold as reports."""
    lines = (ROOT / "tests/gold/samples.jsonl").read_text(encoding="utf-8").splitlines()
    return [Report(id=g["id"], key=g["id"], text=g["text"], published=g["published"]) for g in map(json.loads, lines)]


def captures(folders: list[Path]) -> list[Capture]:
    """The HTML pages of some folders."""
    pages = (path for folder in folders for path in sorted(folder.glob("*.html")))
    return [
        Capture(hashlib.sha256(path.read_bytes()).hexdigest(), path.read_bytes(), "html", path.name) for path in pages
    ]


def text_speed(lexicon: Lexicon) -> None:
    """Reports a second, and milliseconds for 2,200 characters."""
    reports = texts()
    characters = sum(len(report.text) for report in reports)
    ms = median_ms(lambda: [read_text(report, [], lexicon) for report in reports])
    print(f"text    {1000 * len(reports) / ms:8.0f} reports/s   {2200 * ms / characters:6.2f} ms for 2,200 letters")


def page_speed(pages: list[Capture], lexicon: Lexicon) -> None:
    """Milliseconds a page: the page stage, the whole reading, trafilatura, and their ratio."""
    stage = median_ms(lambda: [read_page(page) for page in pages]) / len(pages)
    whole = median_ms(lambda: [read(page, lexicon) for page in pages]) / len(pages)
    print(f"html    {stage:8.2f} ms a page to blocks   {whole:6.2f} ms to a reading   ({len(pages)} pages)")
    try:
        from trafilatura import bare_extraction
    except ImportError:
        print("trafilatura is not installed: pip install -e '.[bench]'")
        return
    html = [page.original.decode("utf-8", "replace") for page in pages]
    peer = median_ms(lambda: [bare_extraction(page, with_metadata=True) for page in html]) / len(pages)
    print(f"peer    {peer:8.2f} ms a page, trafilatura bare_extraction   {peer / whole:6.1f} times as long")


def start_up() -> None:
    """Seconds to import, and of a first reading in a new process."""
    sample = str(ROOT / "samples/07-wire-flash.txt")
    program = "from tawthiq.cli import main; import sys; sys.argv = ['tawthiq', 'read', sys.argv[1]]; main()"
    for name, command in (("import", ["-c", "import tawthiq"]), ("read", ["-c", program, sample])):
        ms = median_ms(lambda command=command: subprocess.run([sys.executable, *command], capture_output=True))
        print(f"{name:8}{ms:8.0f} ms in a new process")


def main() -> None:
    """Print all figures."""
    lexicon = load()
    text_speed(lexicon)
    folders = [Path(argument) for argument in sys.argv[1:]] or [ROOT / "samples", ROOT / "tests/pages"]
    page_speed(captures(folders), lexicon)
    start_up()


if __name__ == "__main__":
    main()
