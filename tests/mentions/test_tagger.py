"""The tagger: probabilities are probabilities, and it does without a model."""

import pytest

from tawthiq.lexicon import Lexicon
from tawthiq.mentions.features import EDGE, Seen, beside, codes_of, look, own, seen
from tawthiq.mentions.tagger import LABELS, Likelihoods, Tagger, Weights, load
from tawthiq.text import Text

TEXT = "قال وزير الزراعة فادي زهران في دمشق إن حزب العمال رفض العرض"
# no move between labels is likelier than another, and one feature says "person"
WEIGHTS = Weights([(0, 0, 0, 0)] * 4, {"w=زهران": (4000, 0, 0, 0), "w+1=زهران": (0, 0, 0, 0)})


def test_probabilities_sum_to_one(lexicon: Lexicon) -> None:
    text = Text(TEXT, lexicon)
    likely = Likelihoods(text, load())
    for at in range(len(text.words)):
        assert sum(likely.of(at, label) for label in LABELS) == pytest.approx(1.0)


def test_a_feature_that_says_person_makes_one(lexicon: Lexicon) -> None:
    text = Text("فادي زهران", lexicon)
    likely = Likelihoods(text, Tagger(WEIGHTS))
    assert [tagged[:3] for tagged in likely.tagged("person")] == [(1, 2, "person")]


def test_a_long_sentence_of_names_stays_finite(lexicon: Lexicon) -> None:
    text = Text("زهران " * 3000, lexicon)
    likely = Likelihoods(text, Tagger(WEIGHTS))
    assert all(0.9 < likely.of(at, "person") <= 1.0 for at in range(len(text.words)))


def test_without_a_model_nothing_is_likely(lexicon: Lexicon) -> None:
    likely = Likelihoods(Text(TEXT, lexicon), None)
    assert likely.of(0, "outside") == 1.0 and list(likely.tagged("person")) == []


def test_outside_the_text_nothing_is_likely(lexicon: Lexicon) -> None:
    likely = Likelihoods(Text("", lexicon), load())
    assert likely.of(0, "person") == likely.of(-1, "outside") == 0.0


def test_a_conjunction_is_seen_apart_from_its_word(lexicon: Lexicon) -> None:
    text = Text("وقال ولي وسوريا", lexicon)
    words = {word.stem: word.joined for word in seen(text, codes_of(text))}
    assert words == {"قال": True, "ولي": False, "سوريا": True}


def test_the_article_swallowed_by_a_preposition_is_restored(lexicon: Lexicon) -> None:
    assert look("للعراق", "", lexicon).stem == "العراق"


def test_features_of_words_and_marks() -> None:
    assert {"w=فاديا", "z=0", "p2=فا", "s3=ديا", "c=given"} <= set(own(Seen("فاديا", 0, "given")))
    assert own(Seen("،", 0, "")) == ("w=،", "z=0") and own(Seen("12", 0, "")) == ("digits", "z=0")
    assert beside(EDGE, -2) == ("w-2=-", "k-2=-")
