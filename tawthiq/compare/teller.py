"""Who tells a report: its outlet, else the site, else whom alone it credits, else its key."""

from __future__ import annotations

from urllib.parse import urlsplit

from tawthiq.compare.credits import credits_of
from tawthiq.records import Reading


def teller_of(reading: Reading) -> str:
    """A name to count outlets by."""
    report = reading.report
    if report.outlet:
        return report.outlet
    try:
        host = urlsplit(report.url or "").hostname
    except ValueError:
        host = None
    if host:
        return host.removeprefix("www.")
    credited = credits_of(reading)
    return credited[0] if len(credited) == 1 else report.key
