"""The commands: each is one call of the library, and a way to print what it gives."""

from tawthiq.cli import kept, knowing, reading
from tawthiq.cli.app import app, main

__all__ = ["app", "kept", "knowing", "main", "reading"]
