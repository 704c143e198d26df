"""Objects of a JSON file, wherever chunks cut them."""

import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawthiq.capture import objects
from tawthiq.capture.lines import Carrier
from tawthiq.capture.objects import json_objects

UTF8 = Carrier("utf-8", "surrogateescape")
VALUE = st.recursive(
    st.text(alphabet=st.sampled_from('a"\\{}[]\n ,:ق'), max_size=8) | st.integers() | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)
OBJECTS = st.lists(st.dictionaries(st.text(max_size=4), VALUE, max_size=4), max_size=6)


def read(text: str) -> list[tuple[int, str | None, str]]:
    return [tuple(row) for row in json_objects(io.BytesIO(text.encode("utf-8", "surrogatepass")), UTF8)]


@settings(max_examples=60)
@given(OBJECTS, st.booleans(), st.sampled_from([None, 1]), st.integers(1, 40))
def test_objects_are_found_whatever_the_chunks(
    found: list[dict[str, object]], in_array: bool, indent: int | None, chunk: int
) -> None:
    texts = [json.dumps(one, ensure_ascii=False, indent=indent) for one in found]
    text = "[" + ",\n".join(texts) + "]" if in_array else "\n".join(texts)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(objects, "_CHUNK", chunk)
        assert [json.loads(raw or "") for _, raw, _ in read(text)] == found


def test_rows_know_their_lines() -> None:
    assert read('[\n{"a": 1},\n\n{"b":\n2}]') == [(2, '{"a": 1}', ""), (4, '{"b":\n2}', "")]


def test_object_that_the_file_cuts_off() -> None:
    assert read('[{"a": 1}, {"b": "no end') == [
        (1, '{"a": 1}', ""),
        (1, None, "the file ends inside the object that begins here"),
    ]


def test_brackets_without_objects() -> None:
    assert read("]]}}" * 100 + "[1, 2, [3]]") == []
