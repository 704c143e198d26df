"""The search of the reading room: what the form asks, and what is found a page at a time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast, get_args
from urllib.parse import urlencode

from msgspec import Struct
from msgspec.structs import asdict

from tawthiq.errors import OptionError
from tawthiq.ledger import Hit, Ledger, search
from tawthiq.ledger.search import What

PAGE = 20  # hits a page
LAST = 500  # pages that can be turned to


class Search(Struct, frozen=True):
    """The fields of the form; an empty one asks for nothing."""

    words: str = ""
    who: str = ""
    kind: str = ""
    type: str = ""
    place: str = ""
    outlet: str = ""
    since: str = ""
    until: str = ""
    what: What = "all"

    @property
    def anything(self) -> bool:
        """Whether any field but `what` is filled in."""
        return any(value for name, value in asdict(self).items() if name != "what")

    def query(self, **changes: object) -> str:
        """The address of the same search, with changes; fields without a value are left out."""
        fields = {**asdict(self), **changes}
        return urlencode({name: value for name, value in fields.items() if value and value != "all"})


class SearchPage(Struct, frozen=True):
    """What the template of the search needs. number: of the page, from 1; more: whether another follows."""

    asked: Search
    hits: list[Hit]
    number: int
    more: bool
    wrong: str | None = None


def asked_for(query: Mapping[str, str]) -> Search:
    """The search of an address; a `what` that means nothing asks for all."""
    fields = {name: query.get(name, "").strip()[:200] for name in Search.__struct_fields__ if name != "what"}
    what = query.get("what", "all")
    return Search(**fields, what=cast(What, what) if what in get_args(What) else "all")


def search_page(ledger: Ledger, asked: Search, number: int) -> SearchPage:
    """A page of hits; a field that means nothing is said to be wrong, and nothing is found."""
    number = min(max(number, 1), LAST)
    if not asked.anything and asked.what == "all":
        return SearchPage(asked, [], number, False)
    given = {name: value or None for name, value in asdict(asked).items() if name not in ("words", "what")}
    try:
        hits = search(ledger, asked.words, **given, what=asked.what, limit=PAGE + 1, offset=(number - 1) * PAGE)
    except OptionError as error:
        return SearchPage(asked, [], number, False, str(error))
    return SearchPage(asked, hits[:PAGE], number, len(hits) > PAGE)
