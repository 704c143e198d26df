"""A body as it was before it was packed for the wire: gzip, deflate, brotli, never more than a limit."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator

import brotli

from tawthiq.errors import SourceError

_PIECE = 1 << 16
Unpack = Callable[[bytes], Iterator[bytes]]


def unpacked(body: bytes, encodings: str, limit: int) -> bytes:
    """The body without its content codings (RFC 9110, 8.4), the outermost last in the header.

    Raises SourceError for one that is unknown, damaged, cut short or larger than `limit` bytes.
    """
    for name in reversed([part.strip().lower() for part in encodings.split(",") if part.strip()]):
        if name != "identity":
            body = _limited(_unpack(name)(body), limit)
    return body


def _unpack(name: str) -> Unpack:
    known: dict[str, Unpack] = {"gzip": _gzip, "x-gzip": _gzip, "deflate": _deflate, "br": _brotli}
    if name not in known:
        raise SourceError(f"content coding {name[:40]!a} is not known")
    return known[name]


def _limited(pieces: Iterator[bytes], limit: int) -> bytes:
    whole = bytearray()
    for piece in pieces:
        whole += piece
        if len(whole) > limit:
            raise SourceError(f"larger than {limit >> 20} MB once unpacked")
    return bytes(whole)


def _inflate(body: bytes, window: int) -> Iterator[bytes]:
    while body:
        machine = zlib.decompressobj(window)
        try:
            while body and not machine.eof:
                yield machine.decompress(body, _PIECE)
                body = machine.unconsumed_tail
            yield machine.flush()
        except zlib.error as error:
            raise SourceError(f"damaged while packed ({error})") from None
        if not machine.eof:
            raise SourceError("cut short while packed")
        body = machine.unused_data.lstrip(b"\x00")  # another member, or padding


def _gzip(body: bytes) -> Iterator[bytes]:
    return _inflate(body, 16 + zlib.MAX_WBITS)


def _deflate(body: bytes) -> Iterator[bytes]:
    """Zlib's format as it should be, or the bare one that some servers send."""
    zlibbed = body[:1] and body[0] & 15 == 8 and int.from_bytes(body[:2], "big") % 31 == 0
    return _inflate(body, zlib.MAX_WBITS if zlibbed else -zlib.MAX_WBITS)


def _brotli(body: bytes) -> Iterator[bytes]:
    machine = brotli.Decompressor()
    try:
        piece = machine.process(body, output_buffer_limit=_PIECE)
        while piece:
            yield piece
            piece = b"" if machine.is_finished() else machine.process(b"", output_buffer_limit=_PIECE)
    except brotli.error as error:
        raise SourceError(f"damaged while packed ({error})") from None
    if not machine.is_finished():
        raise SourceError("cut short while packed")
