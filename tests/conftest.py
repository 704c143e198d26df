"""What the tests share: the lexicon that ships, loaded once."""

import pytest

from tawthiq.lexicon import Lexicon, load


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """The lexicon that ships."""
    return load()
