"""What the tests of statements share: reports whose names are marked, <P a person>, <O a body>, <L a place>.

An actor's id may follow the letter: <O:media.cnn سي إن إن>. The marks are taken out before the text is read.
"""

import re
from collections.abc import Callable

import pytest

from tawthiq.lexicon import Lexicon
from tawthiq.records import Mention, Statement
from tawthiq.statements.attribute import statements
from tawthiq.statements.view import View
from tawthiq.text import analyse

MARKED = re.compile(r"<([POLG])(?::(\S+))? ([^>]*)>")
KINDS = {"P": "person", "O": "organisation", "L": "place", "G": "group"}

Said = Callable[..., list[Statement]]
Viewed = Callable[[str], View]


def unmarked(marked: str) -> tuple[str, list[Mention]]:
    """The text without its marks, and the mentions that they stand for."""
    text, mentions, last = "", [], 0
    for found in MARKED.finditer(marked):
        text += marked[last : found.start()]
        start, name = len(text), found.group(3)
        text += name
        mentions.append(Mention(start, len(text), name, KINDS[found.group(1)], found.group(2)))
        last = found.end()
    return text + marked[last:], mentions


@pytest.fixture(scope="session")
def said(lexicon: Lexicon) -> Said:
    """The statements of a marked report."""

    def read(marked: str, outlet: str | None = None) -> list[Statement]:
        text, mentions = unmarked(marked)
        return statements(analyse(text, lexicon), mentions, "report", outlet)

    return read


@pytest.fixture(scope="session")
def viewed(lexicon: Lexicon) -> Viewed:
    """The view of a marked report."""

    def view(marked: str) -> View:
        text, mentions = unmarked(marked)
        return View(analyse(text, lexicon), mentions)

    return view
