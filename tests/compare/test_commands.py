"""The commands over many reports, on the samples, and the picture that is kept between runs."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tawthiq.cli import app
from tawthiq.compare.kept import picture_of
from tawthiq.compare.picture import Picture
from tawthiq.compare.stems import Vocabulary
from tawthiq.errors import SourceError
from tawthiq.ledger import Ledger
from tawthiq.reading import Options, readings

SAMPLES = Path(__file__).parent.parent.parent / "samples"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("compared") / "ledger"
    with Ledger.open(made, create=True) as ledger:
        for item in readings([str(SAMPLES)], Options()):
            assert not isinstance(item, SourceError)
            ledger.add(item.capture, item.reading)
    return made


def ran(folder: Path, *arguments: str) -> str:
    result = CliRunner().invoke(app, [*arguments, "--ledger", str(folder)], catch_exceptions=False)
    assert result.exit_code == 0
    return result.stdout


def as_json(folder: Path, *arguments: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in ran(folder, *arguments, "--json").splitlines()]


def test_stories_and_story(folder: Path) -> None:
    (brief,) = as_json(folder, "stories")
    assert (brief["reports"], brief["tellers"]) == (6, 5)
    assert str(brief["id"]) in ran(folder, "stories")
    page = ran(folder, "story", str(brief["id"])[:8])
    for heading in ("TOLD BY (6)", "CLAIMS", "DISPUTES", "CORRECTIONS", "WORDING"):
        assert heading in page
    assert "2 independent sources, denied by 1" in page


def test_claims(folder: Path) -> None:
    found = as_json(folder, "claims")
    assert len(found[0]["affirming"]) == 2  # type: ignore[arg-type]
    single = as_json(folder, "claims", "--single-source")
    assert 0 < len(single) < len(found)
    assert "1 independent source " in ran(folder, "claims", "--single-source")


def test_disputes(folder: Path) -> None:
    assert [d["about"] for d in as_json(folder, "disputes")] == ["denial", "count dead", "count wounded"]
    assert "later corrected" in ran(folder, "disputes")


def test_wording(folder: Path) -> None:
    forms = as_json(folder, "wording", "المجلس العسكري")
    assert any(form["neutral"] for form in forms)
    assert "neutral" in ran(folder, "wording", "المجلس العسكري")
    assert ran(folder, "wording", "لا أحد بهذا الاسم") == ""


def test_compare(folder: Path) -> None:
    (found,) = as_json(folder, "compare", "02-story-reprint.txt", "01-story-wire.txt")
    assert found["pair"]["extent"] == "whole"  # type: ignore[index]
    page = ran(folder, "compare", "01-story-wire.txt", "02-story-reprint.txt")
    assert "CHANGED IN THE COPY" in page
    assert "neither is a copy" in ran(folder, "compare", "01-story-wire.txt", "15-aid-agreement.txt")


@pytest.mark.parametrize("arguments", [["story", "ffffffff"], ["compare", "nothing", "01-story-wire.txt"]])
def test_what_is_not_there_is_a_clear_error(arguments: list[str], folder: Path) -> None:
    result = CliRunner().invoke(app, [*arguments, "--ledger", str(folder)])
    assert result.exit_code == 1


def placed(picture: Picture) -> dict[str, list[str]]:
    return {id: story.reports for id, story in picture.stories.stories.items()}


def test_a_picture_is_kept_and_brought_up_to_date(folder: Path, tmp_path: Path, vocabulary: Vocabulary) -> None:
    again = tmp_path / "ledger"
    told: list[int] = []
    with Ledger.open(folder) as full, Ledger.open(again, create=True) as ledger:
        all_of_it = [(full.captures(r.report.id)[-1], r) for r in full.readings()]
        for capture, reading in all_of_it[:12]:
            ledger.add(capture, reading)
        picture_of(ledger, vocabulary, tmp_path / "cache", told.append)
        assert told[-1] == 12
        for capture, reading in all_of_it[12:]:
            ledger.add(capture, reading)
        told.clear()
        grown = picture_of(ledger, vocabulary, tmp_path / "cache", told.append)
        assert told[-1] == len(all_of_it) - 12
        told.clear()
        assert placed(picture_of(ledger, vocabulary, tmp_path / "cache", told.append)) == placed(grown)
        assert told == []


@pytest.mark.parametrize("damage", [b"", b"\x00", b"\x93\x01\x02"])
def test_a_damaged_picture_is_made_again(damage: bytes, folder: Path, tmp_path: Path, vocabulary: Vocabulary) -> None:
    with Ledger.open(folder) as ledger:
        whole = placed(picture_of(ledger, vocabulary, tmp_path))
        (place,) = tmp_path.glob("picture-*")
        place.write_bytes(damage)
        assert placed(picture_of(ledger, vocabulary, tmp_path)) == whole


def test_the_picture_of_another_ledger_in_the_same_place_is_not_taken(
    folder: Path, tmp_path: Path, vocabulary: Vocabulary
) -> None:
    here = tmp_path / "ledger"
    with Ledger.open(folder) as full:
        kept = [(full.captures(r.report.id)[-1], r) for r in full.readings()]
    for chosen in (kept[:5], kept[5:10]):
        for file in here.glob("*"):
            file.unlink()
        with Ledger.open(here, create=True) as ledger:
            for capture, reading in chosen:
                ledger.add(capture, reading)
            picture = picture_of(ledger, vocabulary, tmp_path / "cache")
            assert set(picture.stories.of_report) == {reading.report.id for _, reading in chosen}
