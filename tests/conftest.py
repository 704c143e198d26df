"""What the tests share: the lexicon that ships, loaded once."""

from pathlib import Path

import pytest

from tawthiq import knowledge
from tawthiq.lexicon import Lexicon, load

SMALL = """\
[[cue]]
id = "say"
gloss = "said"
verb = "قال"
examples = ["قال الوزير: نعم."]

[[source_head]]
id = "writer"
gloss = "writer"
noun = "كاتب"
kind = "person"

[[title]]
id = "minister"
gloss = "minister"
noun = "وزير"
kind = "office"
examples = ["زار الوزير مراد جابر المدينة."]
"""


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """The lexicon that ships."""
    return load()


@pytest.fixture
def small_data(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A few entries in place of those that ship: for tests of how knowledge is read, not of what is known."""
    folder = tmp_path_factory.mktemp("shipped")
    (folder / "tables.toml").write_bytes((knowledge.DATA / "tables.toml").read_bytes())
    (folder / "actors").mkdir()
    (folder / "actors/states.tsv").write_text("id\tname_en\tname_ar\nstate.NOW\tNowhere\tلامكان\n", encoding="utf-8")
    (folder / "small.toml").write_text(SMALL, encoding="utf-8")
    monkeypatch.setattr(knowledge, "DATA", folder)
    return folder
