"""What a kept record is known by: canonical JSON, sha256, and digests that name a changed field.

A reading's id is the sha256 of its JSON, which tells that something changed, not what. So beside each
reading stand digests of its parts, by row and by column: of a layer (a list of records) one for each
record and one for each field over all records. One changed value shows in one row and one column.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec
from msgspec import Struct

from tawthiq.errors import LedgerError
from tawthiq.records import Capture, Reading


class Digests(Struct, frozen=True):
    """CRC-32s. fields: of `version` and `report`; rows, columns: of each layer."""

    fields: dict[str, dict[str, int]]
    rows: dict[str, list[int]]
    columns: dict[str, dict[str, int]]


def sha256(data: bytes) -> str:
    """sha256 in hex."""
    return hashlib.sha256(data).hexdigest()


def canonical(record: object) -> str:
    """JSON of a record, the same for the same record. Raises LedgerError for half surrogate pairs."""
    try:
        return msgspec.json.encode(record, order="deterministic").decode()
    except UnicodeEncodeError as error:
        raise LedgerError(f"it holds half a surrogate pair ({error.reason}), which cannot be kept") from error


def reading_id(json: str) -> str:
    """The id of a reading: sha256 of its canonical JSON."""
    return sha256(json.encode())


def capture_id(original: str, row: Mapping[str, str | None]) -> str:
    """The id of a capture: sha256 over the id of its original and what was noted when it was got."""
    noted = [row[name] for name in ("key", "url", "retrieved", "media", "encoding", "given")]
    came = [row["exchanges"]] if row["exchanges"] else []  # captures of version 1 have none, and keep their ids
    return sha256(canonical([original, *noted, *came]).encode())


def capture_row(capture: Capture) -> dict[str, str | None]:
    """A capture as it is kept, without its bytes."""
    row = {
        "key": capture.key, "url": capture.url, "retrieved": capture.retrieved, "media": capture.media,
        "encoding": capture.encoding, "given": canonical(dict(sorted(capture.given.items()))),
        "exchanges": canonical(capture.exchanges) if capture.exchanges else "",
    }  # fmt: skip
    return {"id": capture_id(capture.id, row), "original": capture.id, **row}


def chained(before: str, capture: str, reading: str) -> str:
    """The chain after one more reading: it holds all that was added before, in its order."""
    return sha256(f"{before}{capture}{reading}".encode())


def digests(content: Mapping[str, Any]) -> Digests:
    """The digests of a reading, given as what its JSON holds."""
    layers = {name: value for name, value in content.items() if isinstance(value, list)}
    return Digests(
        fields={name: _each(value) for name, value in content.items() if isinstance(value, dict)},
        rows={name: [_crc(item) for item in layer] for name, layer in layers.items()},
        columns={name: _each(_columns(layer)) for name, layer in layers.items()},
    )


def _crc(value: object) -> int:
    return zlib.crc32(msgspec.json.encode(value, order="deterministic"))


def _each(values: Mapping[str, Any]) -> dict[str, int]:
    return {name: _crc(value) for name, value in values.items()}


def _columns(layer: list[Any]) -> dict[str, list[Any]]:
    rows = [item if isinstance(item, dict) else {"": item} for item in layer]
    names = dict.fromkeys(name for row in rows for name in row)
    return {name: [row.get(name) for row in rows] for name in names}


def changed(content: Mapping[str, Any], kept: Digests) -> Iterator[str]:
    """Paths of what differs from the kept digests: `report.outlet`, `statements[3].polarity`."""
    now = digests(content)
    for name in dict.fromkeys([*kept.fields, *now.fields]):
        for field in _differing(kept.fields.get(name, {}), now.fields.get(name, {})):
            yield f"{name}.{field}"
    for name in dict.fromkeys([*kept.rows, *now.rows]):
        before, after = kept.rows.get(name), now.rows.get(name)
        if before is None or after is None or len(before) != len(after):
            yield name
            continue
        columns = _differing(kept.columns.get(name, {}), now.columns.get(name, {}))
        rows = [number for number, pair in enumerate(zip(before, after, strict=True)) if pair[0] != pair[1]]
        yield from (f"{name}[{row}].{column}" for row in rows for column in columns)


def _differing(before: Mapping[str, int], after: Mapping[str, int]) -> Iterable[str]:
    return [name for name in dict.fromkeys([*before, *after]) if before.get(name) != after.get(name)]


def decoded(json: str | bytes) -> Reading:
    """A kept reading. Raises LedgerError where it is none any more."""
    try:
        return msgspec.json.decode(json, type=Reading)
    except (msgspec.MsgspecError, RecursionError) as error:
        raise LedgerError(f"is no longer a record: {error}") from error
