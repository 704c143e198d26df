"""Real servers on loopback that do what servers on the network do, and what they should not."""

import contextlib
import gzip
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple

import brotli
import pytest

from tawthiq.capture.web.fetch import Fetcher
from tawthiq.capture.web.policy import Policy

PAGE = (
    '<!doctype html><html lang="ar"><head><meta charset="utf-8"><title>افتتاح جسر جديد</title></head>'  # a new bridge
    "<body><article><h1>افتتاح جسر جديد</h1><p>افتتح وزير النقل سامر الحلو جسرا جديدا في مدينة الناصرية.</p>"
    "<p>وقال الوزير إن الجسر سيخفف الازدحام في وسط المدينة.</p></article></body></html>"
).encode()  # the minister of transport opened a bridge; it will ease the traffic, he said
FAST = Policy(contact="desk@example.org", allow_private=True, delay=0.0, timeout=1.0, deadline=2.0, backoff=0.05)


class Reply(NamedTuple):
    """What a server says to one address."""

    status: int = 200
    headers: dict[str, str] = {}  # noqa: RUF012
    body: bytes = b""
    length: int | None = None  # the length it claims, where it is not that of the body
    pause: float = 0.0  # seconds before the body
    close: bool = False  # breaks off without an answer


class Site:
    """A server, what it answers by path, and what it was asked."""

    def __init__(self) -> None:
        self.replies: dict[str, Reply | Callable[[], Reply]] = {}
        self.asked: list[tuple[str, dict[str, str], float]] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                site.asked.append((self.path, dict(self.headers.items()), time.monotonic()))
                reply = site.replies.get(self.path, Reply(404))
                _send(self, reply() if callable(reply) else reply)

            def log_message(self, *args: object) -> None:
                """Silent."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    def url(self, path: str = "/") -> str:
        """The address of a path."""
        return f"http://127.0.0.1:{self.server.server_port}{path}"

    def paths(self) -> list[str]:
        """The paths that were asked, in order."""
        return [path for path, _, _ in self.asked]

    def page(self, path: str, body: bytes = PAGE, **headers: str) -> None:
        """Sets a page of HTML at a path."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.replies[path] = Reply(headers={"Content-Type": "text/html; charset=utf-8", **named}, body=body)


def _send(handler: BaseHTTPRequestHandler, reply: Reply) -> None:
    if reply.close:
        handler.close_connection = True
        return
    handler.send_response(reply.status)
    for name, value in reply.headers.items():
        handler.send_header(name, value)
    handler.send_header("Content-Length", str(len(reply.body) if reply.length is None else reply.length))
    handler.end_headers()
    time.sleep(reply.pause)
    with contextlib.suppress(OSError):
        handler.wfile.write(reply.body)
    handler.close_connection = reply.length is not None


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site()
    yield made
    made.server.shutdown()
    made.server.server_close()


@pytest.fixture
def fetcher() -> Iterator[Fetcher]:
    with Fetcher(FAST) as made:
        yield made


def packed(body: bytes, coding: str) -> bytes:
    """A body in a content coding."""
    if coding == "br":
        return bytes(brotli.compress(body))
    if coding == "raw deflate":
        machine = zlib.compressobj(wbits=-zlib.MAX_WBITS)
        return machine.compress(body) + machine.flush()
    return gzip.compress(body, mtime=0) if coding == "gzip" else zlib.compress(body)


@pytest.fixture
def pack() -> Callable[[bytes, str], bytes]:
    return packed


@pytest.fixture
def reply() -> type[Reply]:
    return Reply
