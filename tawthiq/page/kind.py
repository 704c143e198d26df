"""Whether a page is a report, or what else it is: home, section, video, live, paywall or error page."""

from __future__ import annotations

from tawthiq.page.html import Html


def kind_of(page: Html) -> str:
    """report, or what the page is instead."""
    return "report"
