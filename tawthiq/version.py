"""The version of the code, written into every reading."""

__version__ = "0.1.0"
