"""Runs say the text again, whatever marks lie over it."""

from hypothesis import given
from hypothesis import strategies as st

from tawthiq.desk.highlight import Mark, Run, runs

TEXT = "قال الوزير إن الاجتماع تأجل"  # the minister said that the meeting was put off

KINDS = st.sampled_from(["person", "cue", "picked content"])
MARKS = st.lists(
    st.tuples(st.integers(-3, 40), st.integers(-3, 40), st.sampled_from(["person", "cue", "picked content"])),
    max_size=8,
)


@given(MARKS, st.integers(0, 27), st.integers(0, 27))
def test_runs_together_say_the_text(found: list[tuple[int, int, str]], one: int, other: int) -> None:
    start, end = min(one, other), max(one, other)
    marks = [Mark(min(a, b), max(a, b), kind) for a, b, kind in found]
    cut = runs(TEXT, start, end, marks)
    assert "".join(run.text for run in cut) == TEXT[start:end]
    for run in cut:
        assert run.at is None or TEXT.startswith(run.text, run.at)


def test_words_under_two_marks_carry_both() -> None:
    marks = [Mark(0, 10, "picked content", False), Mark(4, 10, "person")]
    assert runs(TEXT, 0, 10, marks) == [
        Run("قال ", ("picked", "content"), None),  # said
        Run("الوزير", ("picked", "content", "person"), 4),  # the minister
    ]
