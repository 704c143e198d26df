"""What a stretch of the original says once its markup is folded away: the promise behind every block.

For each block of a report, `fold_markup(original[source_start:source_end], media)` is its text.
"""

from __future__ import annotations

import html
import json
import re

from tawthiq.capture.encoding import REPLACED

# a comment, a script or style with what is in it, any other tag; each also where the stretch cuts it off
_MARKUP = re.compile(
    r"<!--(?>.*?-->|.*)|<(script|style|noscript|template|svg)\b(?>.*?</\1\s*>|.*)|<[!?/]?[a-zA-Z](?>[^>]*)>?|<[!?][^>]*>?",
    re.DOTALL | re.IGNORECASE,
)
_BREAK = re.compile(r"</?(?:br|p|div|li|td|th|tr|h[1-6])\b", re.IGNORECASE)
_SURROGATE = re.compile("[\ud800-\udfff]")
_ESCAPE = re.compile(r"\\(?:u[0-9a-fA-F]{4}|.)", re.DOTALL)


def fold_markup(raw: str, media: str) -> str:
    """The text of a stretch of a decoded original.

    html: tags and comments dropped, entities decoded, white space collapsed. json: the escapes of a
    string decoded. csv: doubled quotation marks made single. text: as it is.
    """
    if media == "html":
        return fold_html(raw)
    if media == "json":
        return fold_json(raw)
    return raw.replace('""', '"') if media == "csv" else raw


def fold_html(raw: str) -> str:
    """HTML without its markup: `<br>` and block tags part words, inline tags do not. NULs are dropped."""
    if "<" in raw:
        raw = _MARKUP.sub(_parted, raw)
    if "&" in raw:
        raw = html.unescape(raw)
    return " ".join(raw.replace("\0", "").split())


def _parted(match: re.Match[str]) -> str:
    return " " if _BREAK.match(match.group()) else ""


def fold_json(raw: str) -> str:
    """The inside of a JSON string with its escapes decoded; a surrogate without its other half is U+FFFD."""
    if "\\" in raw:
        try:
            raw = json.loads(f'"{raw}"', strict=False)
        except ValueError:  # not the inside of a string that JSON allows
            raw = _ESCAPE.sub(_unescaped, raw)
    return _SURROGATE.sub(REPLACED, raw)


def _unescaped(match: re.Match[str]) -> str:
    mark = match.group()
    return chr(int(mark[2:], 16)) if len(mark) > 2 else mark[1]
