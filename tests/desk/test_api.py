"""The same views as JSON: described, tagged, read-only."""

import msgspec
from litestar.testing import TestClient

from tawthiq.ledger import Ledger, search
from tawthiq.records import Reading


def test_a_report_is_the_reading_that_is_kept(client: TestClient, ledger: Ledger) -> None:
    hit = search(ledger, what="reports", limit=1)[0]
    answer = client.get(f"/api/reports/{hit.report}")
    assert msgspec.json.decode(answer.content, type=Reading) == ledger.current([hit.report])[0]


def test_an_answer_that_the_caller_has_is_not_sent_again(client: TestClient) -> None:
    first = client.get("/api/reports")
    again = client.get("/api/reports", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]


def test_the_description_is_openapi_3_1(client: TestClient) -> None:
    described = client.get("/api/openapi.json").json()
    assert described["openapi"].startswith("3.1")
    assert {"/api/reports", "/api/search", "/api/actors/{actor}"} <= described["paths"].keys()
    assert {method for path in described["paths"].values() for method in path} == {"get"}


def test_errors_are_json(client: TestClient) -> None:
    answer = client.get("/api/reports/none")
    assert answer.status_code == 404 and answer.json()["status_code"] == 404
    assert client.get("/api/search?page=0").status_code == 400


def test_nothing_can_be_written(client: TestClient) -> None:
    for method in ("post", "put", "delete", "patch"):
        assert getattr(client, method)("/api/reports").status_code == 405
