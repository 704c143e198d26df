"""A ledger to fill, for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tawthiq.ledger import Ledger


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """A new ledger."""
    with Ledger.open(tmp_path / "ledger", create=True) as made:
        yield made
