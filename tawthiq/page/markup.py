"""The grammar of HTML that text is found by, and what a stretch of an original says without its markup.

The promise behind every block of a report: `fold_markup(original[source_start:source_end], media)` is
its text. Tokens are those of the HTML standard (section 13.2.5) as far as text depends on them, in
linear time for any input: what is never closed reaches to the end of the input.
"""

from __future__ import annotations

import html
import json
import re

from tawthiq.capture.encoding import REPLACED

# elements whose content is no markup (script), here none that a reader sees
RAW_NAMES = ("script", "style", "textarea", "title", "iframe", "xmp", "noembed", "noframes")
# elements that do not part words or paragraphs
INLINE_NAMES = frozenset(
    "a abbr acronym b bdi bdo big blink cite code data del dfn em font i img ins kbd mark nobr q rb rp rt "
    "ruby s samp small span strike strong sub sup time tt u var wbr".split()
)

_ATTRIBUTES = r"""[^>=]*+(?:=\s*+(?:"[^"]*+"|'[^']*+')?+[^>=]*+)*+(?:>|\Z)"""


def _any_case(name: str) -> str:
    return "".join(f"[{c}{c.upper()}]" for c in name)


def _raw(name: str) -> str:
    end = rf"</{_any_case(name)}[\s/>]"
    return rf"{_any_case(name)}(?![^\s/>]){_ATTRIBUTES}[^<]*+(?:(?!{end})<[^<]*+)*+(?:</[^>]*+(?:>|\Z)|\Z)"


_COMMENT = r"!--(?:-?>|[^-]*+(?:-(?!-!?>)[^-]*+)*+(?:--!?>|\Z))"
_BOGUS = r"[!?][^>]*+(?:>|\Z)|/(?:>|[^a-zA-Z>][^>]*+(?:>|\Z))"
_RAW = "|".join(map(_raw, RAW_NAMES))
# one token of markup; its one group is the name of a tag, with the slash of an end tag
MARKUP = rf"<(?:(?=[sStTiIxXnN])(?:{_RAW})|(/?[a-zA-Z][^\s/>]*+){_ATTRIBUTES}|{_COMMENT}|{_BOGUS})"

_MARKUP = re.compile(MARKUP)
_NAME = re.compile(r"</?([a-zA-Z][^\s/>]*)")
_SURROGATE = re.compile("[\ud800-\udfff]")
_ESCAPED = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
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
        raw = _MARKUP.sub(_parting, raw)
    if "&" in raw:
        raw = html.unescape(raw)
    if "\0" in raw:
        raw = raw.replace("\0", "")
    return " ".join(raw.split())


def _parting(match: re.Match[str]) -> str:
    """A space for a tag that parts words, nothing for inline tags, comments and scripts."""
    name = tag_name(match.group())
    return " " if name and name not in INLINE_NAMES and name not in RAW_NAMES else ""


def tag_name(tag: str) -> str:
    """The name of a tag in lower case; nothing for a comment."""
    found = _NAME.match(tag)
    return found.group(1).lower() if found else ""


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
    return chr(int(mark[2:], 16)) if len(mark) > 2 else _ESCAPED.get(mark[1], mark[1])
