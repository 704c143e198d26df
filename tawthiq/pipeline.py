"""The story, one line a stage: bytes in, Reading out; no clock, no network, no global state.

The same bytes, options and version give the same Reading to the byte.
"""

from __future__ import annotations

from msgspec.structs import replace

from tawthiq.events.find import events
from tawthiq.lexicon import Lexicon
from tawthiq.mentions.counts import counts
from tawthiq.mentions.dates import dates
from tawthiq.mentions.loaded import loaded
from tawthiq.mentions.names import names
from tawthiq.mentions.places import places, settled
from tawthiq.mentions.ties import ties
from tawthiq.page import read_page
from tawthiq.records import Block, Capture, Reading, Report, Version
from tawthiq.rules import Trace
from tawthiq.statements.attribute import statements
from tawthiq.text import analyse
from tawthiq.version import __version__


def read(capture: Capture, lexicon: Lexicon, trace: Trace | None = None) -> Reading:
    """The sourced record of one capture. Raises SourceError where it holds no report."""
    report, blocks = read_page(capture)
    return read_text(report, blocks, lexicon, trace)


def read_text(report: Report, blocks: list[Block], lexicon: Lexicon, trace: Trace | None = None) -> Reading:
    """The sourced record of a report whose page has been read."""
    text = analyse(report.text, lexicon, trace)
    named = names(text)
    mentioned = settled(named, places(text, named))
    when = dates(text, report.published)
    said = statements(text, mentioned, report.id, report.outlet)
    return Reading(
        version=Version(__version__, lexicon.version[:16]),
        report=replace(report, text=text.content),
        blocks=blocks,
        sentences=text.sentences,
        mentions=mentioned,
        dates=when,
        counts=counts(text),
        statements=said,
        events=events(text, mentioned, when, said, report.id, report.published),
        ties=ties(text, mentioned),
        loaded=loaded(text, mentioned),
    )
