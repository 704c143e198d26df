"""Ordered, named rules: the first that fires decides, and the trace tells which were tried."""

import pytest

from tawthiq.rules import Step, Trace, explain, first, name_of


def _even(number: int) -> str | None:
    return "even" if number % 2 == 0 else None


def by_three(number: int) -> str | None:
    return "three" if number % 3 == 0 else None


def zero_is_a_result(number: int) -> int | None:
    return 0 if number == 7 else None


RULES = (_even, by_three)


@pytest.mark.parametrize(
    ("number", "fired"),
    [(4, ("even", "even")), (6, ("even", "even")), (9, ("by-three", "three")), (5, (None, None))],
)
def test_the_first_rule_that_fires_decides(number: int, fired: tuple[str | None, str | None]) -> None:
    assert first(RULES, number) == fired


def test_the_order_is_the_policy() -> None:
    assert first(RULES[::-1], 6) == ("by-three", "three")


def test_only_none_means_that_a_rule_did_not_fire() -> None:
    assert first([zero_is_a_result, by_three], 7) == ("zero-is-a-result", 0)


def test_without_rules_nothing_fires() -> None:
    assert first([], 1) == (None, None)


@pytest.mark.parametrize(
    ("rule", "name"), [(_even, "even"), (by_three, "by-three"), (zero_is_a_result, "zero-is-a-result")]
)
def test_the_name_of_a_rule_is_that_of_its_function(rule: object, name: str) -> None:
    assert callable(rule)
    assert name_of(rule) == name


def test_the_trace_tells_what_was_tried_and_stops_where_one_fired() -> None:
    trace = Trace()
    assert explain(RULES, trace, "numbers", "9", 9) == ("by-three", "three")
    assert explain(RULES, trace, "numbers", "4", 4) == ("even", "even")
    assert trace.steps == [
        Step("numbers", "9", "even", "did not fire"),
        Step("numbers", "9", "by-three", "fired"),
        Step("numbers", "4", "even", "fired"),
    ]


@pytest.mark.parametrize("number", range(12))
def test_explaining_changes_no_outcome(number: int) -> None:
    assert explain(RULES, Trace(), "", "", number) == first(RULES, number)
