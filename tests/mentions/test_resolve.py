"""Short forms stand for the full name; claims that meet are settled."""

from tawthiq.lexicon import Lexicon
from tawthiq.mentions.claims import Claim, clear_of, settled
from tawthiq.mentions.names import names
from tawthiq.mentions.resolve import full_name
from tawthiq.text import analyse


def claim(first: int, last: int) -> Claim:
    return Claim(first, last, first, last, "person", None, f"rule:{first}-{last}")


def test_the_full_name_of_a_short_form(lexicon: Lexicon) -> None:
    text = "زار الوزير فادي زهران السوق. وقال زهران إنها كبيرة. وغاب نبيل قدسي."
    persons = [m for m in names(analyse(text, lexicon)) if m.kind == "person"]
    assert [full_name(m, persons).text for m in persons] == ["فادي زهران", "فادي زهران", "نبيل قدسي"]


def test_a_body_has_no_fuller_name(lexicon: Lexicon) -> None:
    found = names(analyse("أقر البرلمان البلجيكي الموازنة.", lexicon))
    body = next(m for m in found if m.kind == "organisation")
    assert full_name(body, found) == body


def test_the_longer_of_two_claims_wins() -> None:
    assert settled([claim(1, 2), claim(0, 3), claim(3, 4)]) == [claim(0, 3), claim(3, 4)]


def test_of_one_length_the_first_named_wins() -> None:
    assert settled([claim(1, 3), claim(2, 4)]) == [claim(1, 3)]


def test_nothing_claimed_nothing_settled() -> None:
    assert settled([]) == [] == clear_of([claim(0, 3)], [claim(2, 5)])
