"""A reading room over the project's samples, asked as a browser would."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from tawthiq.desk import Settings, create_app
from tawthiq.errors import SourceError
from tawthiq.ledger import Ledger
from tawthiq.reading import Options, readings

SAMPLES = Path(__file__).parent.parent.parent / "samples"
HOSTILE = (
    "<script>alert(1)</script> اجتماع في المدينة\n"  # a meeting in the city
    'قال الوزير "><img src=x onerror=alert(2)> إن الاجتماع تأجل.\n'  # the minister said the meeting was put off
)


@pytest.fixture(scope="session")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """The samples, and a report that would be markup if it were let."""
    folder = tmp_path_factory.mktemp("desk")
    hostile = folder / "hostile.txt"
    hostile.write_text(HOSTILE, encoding="utf-8")
    with Ledger.open(folder / "ledger", create=True) as made:
        for found in readings([str(SAMPLES), str(hostile)], Options()):
            assert not isinstance(found, SourceError)
            made.add(found.capture, found.reading)
        yield made


@pytest.fixture(scope="session")
def app(ledger: Ledger) -> Litestar:
    return create_app(Settings(ledger.folder, port=80), ledger)


@pytest.fixture()
def client(app: Litestar) -> Iterator[TestClient[Litestar]]:
    with TestClient(app, base_url="http://127.0.0.1") as client:
        yield client
