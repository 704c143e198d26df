"""What can go wrong, in a handful of types: one line for the user, one base class for callers."""


class TawthiqError(Exception):
    """Base of every error that Tawthiq raises on purpose; `str(error)` is one clear line."""


class SourceError(TawthiqError):
    """A source that cannot be read: missing, empty, binary, malformed."""


class OptionError(TawthiqError):
    """An option or argument with a value that means nothing."""


class KnowledgeError(TawthiqError):
    """An entry of data/ (or of a user's own folder) that breaks the rules of docs/knowledge.md."""


class LedgerError(TawthiqError):
    """A ledger that is missing, not a ledger, or of a newer version."""
