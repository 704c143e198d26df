"""The commands: each is one call of the library, and a way to print what it gives."""

# the order in which `tawthiq --help` lists the commands
from tawthiq.cli import reading  # isort: split

from tawthiq.cli import kept  # isort: split

from tawthiq.cli import knowing  # isort: split

from tawthiq.cli.app import app, main

__all__ = ["app", "kept", "knowing", "main", "reading"]
