"""The commands: each is one call of the library, and a way to print what it gives."""

# imported in the order in which `tawthiq --help` lists them
from tawthiq.cli.reading import add, read  # isort: split

from tawthiq.cli.watching import watch  # isort: split

from tawthiq.cli.kept import search, show, verify  # isort: split

from tawthiq.cli.comparing import claims, compare, disputes, stories, story, wording  # isort: split

from tawthiq.cli.knowing import check, evaluate  # isort: split

from tawthiq.cli.desk import desk  # isort: split

from tawthiq.cli.app import app, main

__all__ = [
    "add", "app", "check", "claims", "compare", "desk", "disputes", "evaluate", "main", "read", "search", "show",
    "stories", "story", "verify", "watch", "wording",
]  # fmt: skip
