"""The worked example of samples/: one incident told by six outlets, from the wire to its correction."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tawthiq.compare.picture import Picture
from tawthiq.compare.views import StoryView
from tawthiq.errors import SourceError
from tawthiq.reading import Options, readings
from tawthiq.records import Reading

SAMPLES = Path(__file__).parent.parent.parent / "samples"


@pytest.fixture(scope="module")
def told() -> dict[str, Reading]:
    found = [item for item in readings([str(SAMPLES)], Options()) if not isinstance(item, SourceError)]
    return {item.reading.report.key: item.reading for item in found}


@pytest.fixture(scope="module")
def view(told: dict[str, Reading], picture_from: Callable[[list[Reading]], Picture]) -> StoryView:
    (story,) = picture_from(list(told.values())).views()
    return story


def test_the_six_reports_are_one_story_the_wire_first(view: StoryView) -> None:
    assert [member.key[:2] for member in view.reports] == ["01", "02", "05", "03", "04", "06"]
    assert (view.first_day, view.last_day) == ("2018-05-11", "2018-05-15")


def test_the_reprint_goes_back_to_the_wire(view: StoryView) -> None:
    keys = {member.report: member.key for member in view.reports}
    copies = {member.key: keys[member.copy_of.original] for member in view.reports if member.copy_of}
    assert copies == {"02-story-reprint.txt": "01-story-wire.txt"}


def test_the_killing_stands_on_two_independent_sources_and_is_denied(view: StoryView) -> None:
    claim = view.claims[0]
    assert len(claim.affirming) == 2
    wire, other = claim.affirming
    assert wire.name == "الرواسي"
    assert len(wire.tellers) == 3  # the wire, its reprint, and the paper that quotes it in other words
    assert other.tellers == ("شبكة صوت التلة",)
    (denial,) = claim.denying
    assert denial.speakers == ("المجلس العسكري لوادي السرو",)


def test_the_denial_and_both_tolls_are_disputes(view: StoryView) -> None:
    about = {dispute.about: [side.value for side in dispute.sides] for dispute in view.disputes}
    assert about["denial"] == ["affirm", "deny"]
    assert {"4", "9", "2", "3"} <= set(about["count dead"])
    assert about["count wounded"] == ["11", "30–35"]


def test_the_correction_is_no_dispute_of_the_wire_with_itself(view: StoryView) -> None:
    corrected = {(c.carrier, c.earlier.words.text, c.later.words.text) for c in view.corrections}
    assert corrected == {("الرواسي", "أربعة متظاهرين", "ثلاثة قتلى")}


def test_the_wording_pairs(view: StoryView) -> None:
    pairs = {frozenset((c.first.text, c.second.text)) for c in view.wording}
    assert frozenset(("أربعة متظاهرين", "أربعة شهداء")) in pairs


def test_all_that_is_cited_stands_there(view: StoryView, told: dict[str, Reading]) -> None:
    texts = {reading.report.id: reading.report.text for reading in told.values()}
    cited = [v.words for d in view.disputes for s in d.sides for v in s.voices]
    cited += [v.words for c in view.claims for v in c.tellings]
    cited += [place for c in view.wording for place in (c.first, c.second)]
    assert len(cited) > 60
    for place in cited:
        assert texts[place.report][place.start : place.end] == place.text
