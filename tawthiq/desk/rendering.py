"""A page of the reading room from its template: the language, the switch, the words for values."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from litestar import Request
from litestar.contrib.jinja import JinjaTemplateEngine
from litestar.datastructures import Cookie
from litestar.response import Template

from tawthiq.desk.language import CODES, Language, language

LANGUAGE_COOKIE = "lang"
YEAR = 365 * 24 * 3600  # seconds
Asked = Request[Any, Any, Any]


def engine() -> JinjaTemplateEngine:
    """The templates of the package; whatever a report says is text in them, never markup."""
    made = Environment(
        loader=PackageLoader("tawthiq.desk"),
        autoescape=select_autoescape(default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return JinjaTemplateEngine.from_environment(made)


def spoken(request: Asked) -> Language:
    """The language that a request asks for, by its address (`lang=en`) or as chosen before."""
    return language(request.query_params.get("lang") or request.cookies.get(LANGUAGE_COOKIE) or CODES[0])


def page(request: Asked, name: str, status: int = 200, **context: object) -> Template:
    """The page of a template, in the language of the request; a language asked for by the address is kept."""
    chosen = spoken(request)
    context = {"t": chosen, "path": request.url.path, "switch": _switch(request, chosen), **context}
    asked = request.query_params.get("lang") in CODES
    cookie = Cookie(LANGUAGE_COOKIE, value=chosen.code, max_age=YEAR, httponly=True, samesite="lax")
    return Template(f"{name}.html", context=context, status_code=status, cookies=[cookie] if asked else [])


def _switch(request: Asked, chosen: Language) -> str:
    """The same address in the other language."""
    other = next(code for code in CODES if code != chosen.code)
    kept = [(name, value) for name, value in request.query_params.multi_items() if name != "lang"]
    return f"{request.url.path}?{urlencode([*kept, ('lang', other)])}"


STATIC = Path(__file__).parent / "static"
