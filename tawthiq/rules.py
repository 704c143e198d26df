"""Ordered, named rules, and a trace of which one fired.

A rule is a small function that looks at its subject and returns what it makes of it, or None.
The order of a list of rules is its policy; the name of the rule that fired goes into the record.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, TypeVar

Result = TypeVar("Result")


class Step(NamedTuple):
    """One line of a trace: at `stage`, for the words `at`, `rule` gave `outcome`."""

    stage: str
    at: str
    rule: str
    outcome: str


class Trace:
    """What happened while a report was read, for `tawthiq read --explain`; off costs nothing."""

    def __init__(self) -> None:
        self.steps: list[Step] = []

    def note(self, stage: str, at: str, rule: str, outcome: str) -> None:
        """Add one step."""
        self.steps.append(Step(stage, at, rule, outcome))


def name_of(rule: Callable[..., object]) -> str:
    """The name under which a rule stands in records and traces: `verb_subject` is `verb-subject`."""
    return rule.__name__.strip("_").replace("_", "-")


def first(rules: Iterable[Callable[..., Result | None]], *subject: object) -> tuple[str, Result] | tuple[None, None]:
    """The name and the result of the first rule that fires on `subject`; (None, None) where none does."""
    for rule in rules:
        result = rule(*subject)
        if result is not None:
            return name_of(rule), result
    return None, None


def explain(
    rules: Sequence[Callable[..., Result | None]], trace: Trace, stage: str, at: str, *subject: object
) -> tuple[str, Result] | tuple[None, None]:
    """Like `first`, noting in `trace` every rule that was tried."""
    for rule in rules:
        result = rule(*subject)
        trace.note(stage, at, name_of(rule), "did not fire" if result is None else "fired")
        if result is not None:
            return name_of(rule), result
    return None, None
