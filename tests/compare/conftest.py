"""Readings made of a few words, as an outlet would have published them."""

import hashlib
from collections.abc import Callable

import pytest

from tawthiq.compare.picture import Picture, Shelf
from tawthiq.compare.stems import Vocabulary
from tawthiq.lexicon import Lexicon
from tawthiq.pipeline import read
from tawthiq.records import Capture, Reading

Make = Callable[..., Reading]


@pytest.fixture(scope="session")
def make(lexicon: Lexicon) -> Make:
    """make(text, outlet, day, title): a reading."""

    def made(text: str, outlet: str = "السنديانة", day: str | None = "2021-03-04", title: str = "") -> Reading:
        given = {"outlet": outlet, "title": title, "text": text, **({"published": day} if day else {})}
        original = repr(sorted(given.items())).encode("utf-8", "surrogatepass")
        id = hashlib.sha256(original).hexdigest()
        given["text"] = f"{title}\n{text}" if title else text
        return read(Capture(id=id, original=given["text"].encode("utf-8", "replace"), media="text", key=id[:8],
                            given={k: v for k, v in given.items() if v and k != "text"}), lexicon)  # fmt: skip

    return made


@pytest.fixture(scope="session")
def vocabulary(lexicon: Lexicon) -> Vocabulary:
    return Vocabulary(lexicon.zipf)


@pytest.fixture(scope="session")
def picture_from(vocabulary: Vocabulary) -> Callable[[list[Reading]], Picture]:
    """The picture of some readings."""

    def made(readings: list[Reading]) -> Picture:
        picture = Picture(Shelf(readings), vocabulary)
        picture.place_all(readings)
        return picture

    return made
