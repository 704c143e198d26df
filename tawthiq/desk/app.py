"""The reading room as an application: its pages, what they ask, what a browser may do with them."""

from __future__ import annotations

from litestar import Litestar, Response
from litestar.config.allowed_hosts import AllowedHostsConfig
from litestar.config.compression import CompressionConfig
from litestar.di import Provide
from litestar.exceptions import HTTPException
from litestar.openapi import OpenAPIConfig
from litestar.response import Template
from litestar.static_files import create_static_files_router
from litestar.template.config import TemplateConfig

from tawthiq.desk.api import ANSWERS
from tawthiq.desk.asking import QUESTIONS
from tawthiq.desk.pages import PAGES
from tawthiq.desk.rendering import STATIC, Asked, engine, page
from tawthiq.desk.settings import Settings, checked
from tawthiq.ledger import Ledger
from tawthiq.lexicon import Lexicon, load
from tawthiq.version import __version__

CONTENT_SECURITY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; "
    "frame-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def create_app(settings: Settings, ledger: Ledger) -> Litestar:
    """The application over an open ledger. Raises OptionError for settings that would leave it open to others."""
    settings = checked(settings)
    lexicon = load(settings.knowledge)
    return Litestar(
        route_handlers=[*PAGES, *QUESTIONS, *ANSWERS, create_static_files_router("/static", [STATIC])],
        dependencies={
            "ledger": Provide(lambda: ledger, sync_to_thread=False),
            "lexicon": Provide(lambda: lexicon, sync_to_thread=False),
        },
        signature_namespace={"Ledger": Ledger, "Lexicon": Lexicon},
        template_config=TemplateConfig(instance=engine()),
        allowed_hosts=AllowedHostsConfig(allowed_hosts=settings.hosts),
        compression_config=CompressionConfig(backend="gzip"),
        exception_handlers={HTTPException: _failed},
        after_request=_guarded,
        openapi_config=OpenAPIConfig(title="Tawthiq", version=__version__, path="/api"),
    )


def _guarded(response: Response[object]) -> Response[object]:
    """Adds the headers that keep a browser from running or sending anything that is not the room's own."""
    for name, value in _HEADERS.items():
        if name not in response.headers:
            response.headers[name] = value
    return response


def _failed(request: Asked, error: HTTPException) -> Template | Response[dict[str, object]]:
    """An error as a page of the room; of the API, as JSON."""
    if request.url.path.startswith("/api"):
        return Response({"status_code": error.status_code, "detail": error.detail}, status_code=error.status_code)
    return page(request, "error", error.status_code, code=error.status_code)
