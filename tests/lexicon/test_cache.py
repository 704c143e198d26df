"""A user's own folder and the cache; what ships is a small folder here."""

from pathlib import Path

import pytest

from tawthiq.errors import KnowledgeError
from tawthiq.lexicon import Lexicon, load
from tawthiq.lexicon import cache as cache_module
from tawthiq.words import words


@pytest.fixture
def own(tmp_path: Path, small_data: Path) -> Path:
    """A user's folder with one reporting verb."""
    folder = tmp_path / "own"
    folder.mkdir()
    write(folder, "ahem", "تنحنح")  # cleared his throat
    return folder


def write(folder: Path, name: str, verb: str) -> None:
    text = f'[[cue]]\nid = "{name}"\ngloss = "said"\nverb = "{verb}"\nexamples = ["{verb} الوزير."]\n'
    (folder / "cues.toml").write_text(text, encoding="utf-8")


def ids(lexicon: Lexicon, word: str) -> set[str]:
    return {entry.id for entry, _ in lexicon.lookup(word)}


def test_a_users_folder_adds(own: Path, tmp_path: Path) -> None:
    mine = load(own, tmp_path / "cache")
    assert (ids(mine, "تنحنح"), ids(mine, "قال")) == ({"cue.ahem"}, {"cue.say"})
    assert mine.version != load(None, tmp_path / "cache").version


def test_a_users_folder_overrides_by_id(own: Path, tmp_path: Path) -> None:
    write(own, "say", "تنحنح")
    mine = load(own, tmp_path / "cache")
    assert (ids(mine, "تنحنح"), ids(mine, "قال")) == ({"cue.say"}, set())


def test_a_users_folder_beside_what_really_ships(tmp_path: Path, lexicon: Lexicon) -> None:
    write(tmp_path, "ahem", "تنحنح")
    mine = load(tmp_path, tmp_path / "cache")
    assert ids(mine, "تنحنح") == {"cue.ahem"}
    assert ids(mine, "أعلن") == ids(lexicon, "أعلن") != set()  # announced


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('[[cues]]\nid = "a"\ngloss = "said"\nverb = "همس"\n', "cues.a: there is no layer cues"),  # whispered
        ('[[title]]\nid = "a"\ngloss = "guide"\nnoun = "دليل"\n', "title.a: lacks kind"),
        ('[[cue]]\nid = "a"\ngloss = "said"\nverb = ""\n', "cue.a: verb is not words"),
    ],
)
def test_what_does_not_fit_its_layer_is_refused(text: str, problem: str, own: Path, tmp_path: Path) -> None:
    (own / "mine.toml").write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=problem):
        load(own, tmp_path / "cache")


def test_the_second_load_reads_the_cache(own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    once = load(own, tmp_path / "cache")
    monkeypatch.setattr(cache_module, "compile_entries", None)  # nothing is compiled any more
    again = load(own, tmp_path / "cache")
    assert again.version == once.version
    assert again.entries == once.entries
    text = "تنحنح وقال وسكت"  # he cleared his throat, said and fell silent
    assert again.find(words(text)) == once.find(words(text))


def test_a_changed_file_makes_a_new_one(own: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    before = load(own, cache)
    write(own, "ahem", "تمخط")  # blew his nose
    after = load(own, cache)
    assert len(list(cache.iterdir())) == 2
    assert before.version != after.version
    assert (ids(after, "تمخط"), ids(after, "تنحنح")) == ({"cue.ahem"}, set())


@pytest.mark.parametrize("damage", [b"", b"\xc1", b"\x80", b"\x84\xa7entries\x90", b"not a cache at all"])
def test_a_damaged_cache_is_made_again(damage: bytes, own: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    load(own, cache)
    (kept,) = cache.iterdir()
    whole = kept.read_bytes()
    kept.write_bytes(damage or whole[: len(whole) // 2])
    assert ids(load(own, cache), "تنحنح") == {"cue.ahem"}
    assert [path.read_bytes() for path in cache.iterdir()] == [whole]


def test_a_cache_that_cannot_be_written_is_no_error(own: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    assert ids(load(own, blocked / "cache"), "تنحنح") == {"cue.ahem"}


def test_nothing_half_written_is_left(own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert ids(load(own, tmp_path / "cache"), "تنحنح") == {"cue.ahem"}
    assert list((tmp_path / "cache").iterdir()) == []


def test_a_user_without_a_home_has_no_cache(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr(Path, "home", homeless)
    assert ids(load(own), "تنحنح") == {"cue.ahem"}


def test_the_cache_stays_small(own: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    cache.mkdir()
    for number in range(cache_module.KEPT + 3):
        (cache / f"lexicon-{number}.msgpack").write_bytes(b"old")
    load(own, cache)
    assert len(list(cache.iterdir())) == cache_module.KEPT
    assert any(path.stat().st_size > 3 for path in cache.iterdir())


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="no such folder"):
        load(tmp_path / "nowhere", tmp_path / "cache")
