"""From a saved original to blocks and what the page says of itself."""

from tawthiq.records import Block, Capture, Report


def read_page(capture: Capture) -> tuple[Report, list[Block]]:
    """The report of a capture and its blocks."""
    raise NotImplementedError
