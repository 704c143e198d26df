"""Pages that answer a question: the search, what Tawthiq knows."""

from __future__ import annotations

from litestar import get
from litestar.exceptions import NotFoundException
from litestar.response import Template

from tawthiq.desk.knowledge_page import forms, knowledge_page
from tawthiq.desk.parameters import Id, Kept, Known, Number, Word
from tawthiq.desk.rendering import Asked, page
from tawthiq.desk.search_page import asked_for, search_page


@get("/search", name="search", sync_to_thread=True)
def searching(request: Asked, ledger: Kept, number: Number = 1) -> Template:
    """One box and its filters; statements, events and reports that match."""
    return page(request, "search", view=search_page(ledger, asked_for(request.query_params), number))


@get("/knowledge", name="knowledge", sync_to_thread=True)
def knowing(request: Asked, lexicon: Known, layer: Word = "", words: Word = "") -> Template:
    """Entries of the knowledge, by layer and words."""
    return page(request, "knowledge", view=knowledge_page(lexicon, layer, words[:200]))


@get("/knowledge/{entry:str}", name="entry", sync_to_thread=True)
def known(request: Asked, ledger: Kept, lexicon: Known, entry: Id) -> Template:
    """One entry with its forms and examples."""
    found = next((one for one in lexicon.entries if one.id == entry), None)
    if found is None:
        raise NotFoundException(entry)
    return page(request, "entry", entry=found, forms=forms(found))


QUESTIONS = (searching, knowing, known)
