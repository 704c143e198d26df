"""What the names of an element's classes say of it (data/furniture/classes.toml)."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

from tawthiq.knowledge import DATA, toml_entries
from tawthiq.page.markup import tag_name
from tawthiq.records import BlockRole

_NAMING = re.compile(
    r"""\s(?:class|id|itemprop|property|role|rel)\s*=\s*(?:"([^"]{1,300})|'([^']{1,300})|([^\s"'>]+))""",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"""([^\s=<>"'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_REMEMBERED = 8192
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_APART = re.compile(r"[^A-Za-z]+")
# elements that say by their own name what they hold
_ELEMENTS: dict[str, BlockRole] = {
    "nav": "furniture", "footer": "furniture", "aside": "related", "figcaption": "caption",
    "figure": "caption", "label": "furniture", "fieldset": "furniture", "legend": "furniture",
    "dialog": "furniture", "menu": "furniture",
}  # fmt: skip


class Classes:
    """Names and words, each with the role it stands for; names are remembered, as a site repeats its own."""

    def __init__(self, joined: dict[str, BlockRole], words: dict[str, BlockRole]) -> None:
        self._joined = list(joined.items())
        self._words = words
        self._role = lru_cache(_REMEMBERED)(self._role_of_name)

    def role_of(self, tag: str) -> BlockRole | None:
        """What the element with this start tag is, by its names; None where they say nothing."""
        found = {self._role(name) for name in _names(tag)} - {None}
        if "body" in found:
            return "body"
        return next((role for role in _ORDER if role in found), _ELEMENTS.get(tag_name(tag)))

    def _role_of_name(self, name: str) -> BlockRole | None:
        """What one name says: `related-post-content` is of related reports, not of a body."""
        words = [word.lower() for word in _APART.split(_CAMEL.sub("-", name))]
        whole = "".join(words)
        found = {self._words.get(word) for word in words}
        found |= {role for part, role in self._joined if part in whole}
        return next((role for role in (*_ORDER, *_BODY) if role in found), None)


# where names say several things, the first counts: a list of related reports has dates of its own
_ORDER: tuple[BlockRole, ...] = (
    "comment", "related", "furniture", "tag", "caption", "byline", "date", "section", "subheading",
)  # fmt: skip
_BODY: tuple[BlockRole, ...] = ("body",)


def _names(tag: str) -> list[str]:
    return [name for groups in _NAMING.findall(tag) for value in groups for name in value.split()]


def attributes(tag: str) -> dict[str, str]:
    """The attributes of a start tag by their names in lower case, values as written."""
    return {m.group(1).lower(): m.group(m.lastindex or 1) for m in _ATTRIBUTE.finditer(tag)}


@cache
def classes(folder: Path = DATA) -> Classes:
    """The class names of a folder of knowledge. Raises KnowledgeError where the file is malformed."""
    joined: dict[str, BlockRole] = {}
    words: dict[str, BlockRole] = {}
    for entry in toml_entries(folder / "furniture" / "classes.toml"):
        joined |= dict.fromkeys(entry.data["joined"], entry.data["role"])
        words |= dict.fromkeys(entry.data["words"], entry.data["role"])
    return Classes(joined, words)
