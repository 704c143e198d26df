"""Tawthiq: sourced records from Arabic news."""

from tawthiq.version import __version__ as __version__
