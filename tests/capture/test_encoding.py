"""Bytes to text: which encoding is taken, what is noted, what is repaired."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.capture.encoding import decode

# "the minister said in the capital that the port is open" and "in a small café"
ARABIC = "قال الوزير في العاصمة إن الميناء مفتوح من الغد، وإن العمل على الأرصفة مستمر."
FRENCH = "Le ministre a déclaré à la presse que le café est fermé."


@pytest.mark.parametrize(
    ("original", "hint", "encoding", "text"),
    [
        (ARABIC.encode(), None, "utf-8", ARABIC),
        (codecs.BOM_UTF8 + ARABIC.encode(), None, "utf-8", ARABIC),
        (codecs.BOM_UTF16_LE + ARABIC.encode("utf-16-le"), None, "utf-16-le", ARABIC),
        (codecs.BOM_UTF16_BE + ARABIC.encode("utf-16-be"), None, "utf-16-be", ARABIC),
        (ARABIC.encode("utf-16-le"), None, "utf-16-le", ARABIC),
        (ARABIC.encode("utf-16-be"), None, "utf-16-be", ARABIC),
        (ARABIC.encode("cp1256"), None, "windows-1256", ARABIC),
        (ARABIC.encode("cp1256"), "utf-8", "windows-1256", ARABIC),
        (ARABIC.encode("cp1256"), "iso-8859-1", "windows-1256", ARABIC),
        (ARABIC.encode("iso8859-6"), None, "iso8859-6", ARABIC),
        (ARABIC.encode(), "windows-1256", "utf-8", ARABIC),
        (FRENCH.encode("cp1252"), None, "windows-1252", FRENCH),
        (b"plain ASCII", "windows-1256", "utf-8", "plain ASCII"),
        (b"", None, "utf-8", ""),
    ],
)
def test_encoding_is_found(original: bytes, hint: str | None, encoding: str, text: str) -> None:
    decoded = decode(original, hint)
    assert (decoded.encoding, decoded.text) == (encoding, text)


def test_declaration_of_a_page_is_no_more_than_a_hint() -> None:
    page = f'<meta charset="windows-1256"><p>{ARABIC}</p>'.encode()
    assert decode(page).text.endswith(f"<p>{ARABIC}</p>")
    assert decode(page).notes == ("encoding: says cp1256, read as utf-8",)


def test_unknown_and_malicious_hints_change_nothing() -> None:
    for hint in ("x-nonsense", "zlib", "base64", "rot13", "idna", "\0", ""):
        assert decode(ARABIC.encode("cp1256"), hint).text == ARABIC


def test_utf8_cut_inside_a_letter_stays_utf8() -> None:
    decoded = decode(ARABIC.encode()[:-2])
    assert decoded.encoding == "utf-8"
    assert decoded.text == ARABIC[:-2] + "\ufffd"
    assert decoded.notes == ("encoding: 1 unreadable characters",)


@pytest.mark.parametrize("wrong", ["latin-1", "cp1256"])
def test_misread_utf8_is_repaired_and_noted(wrong: str) -> None:
    decoded = decode(ARABIC.encode().decode(wrong).encode())
    assert decoded.text == ARABIC
    assert decoded.notes == ("encoding: misread UTF-8 was repaired",)


def test_misread_utf8_as_windows_1252_is_repaired() -> None:
    kept = {0x81: "\x81", 0x8D: "\x8d", 0x8F: "\x8f", 0x90: "\x90", 0x9D: "\x9d"}
    misread = "".join(kept.get(b) or bytes([b]).decode("cp1252") for b in ARABIC.encode())
    assert decode(misread.encode()).text == ARABIC


def test_one_misread_line_among_sound_ones_is_repaired_alone() -> None:
    text = f"{ARABIC}\n{ARABIC.encode().decode('latin-1')}\n{ARABIC}"
    assert decode(text.encode()).text == f"{ARABIC}\n{ARABIC}\n{ARABIC}"


@pytest.mark.parametrize("sound", [ARABIC, "فقط، ظ„ ط§ حروف متفرقة", "Øl og smørrebrød Ù„", "Ø§"])
def test_sound_text_is_left_alone(sound: str) -> None:
    assert decode(sound.encode()).text == sound


@given(st.binary(max_size=300), st.sampled_from([None, "utf-8", "utf-16-le", "windows-1256", "utf-7", "hz"]))
def test_any_bytes_give_text_that_can_be_written(original: bytes, hint: str | None) -> None:
    first, second = decode(original, hint), decode(original, hint)
    assert first == second
    first.text.encode("utf-8")
