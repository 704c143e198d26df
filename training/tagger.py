"""Trains the tagger of names on NewsFANE: python training/tagger.py newsfane_train.tsv [--score]

Data: NewsFANE, Fine-grained Arabic Named Entities in newswire (F. Alotaibi and M. Lee, 2012-2014),
CC BY-SA 3.0. Its fine classes are joined to person, organisation, place and group; the conjunctions,
prepositions and pronouns that it writes as words of their own are put back to their words.
The same data, lexicon and library give the same model. With --score the last of five blocks of
sentences is kept aside, and precision, recall and F1 on it are printed instead.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import pycrfsuite

from tawthiq.lexicon import Lexicon, load
from tawthiq.mentions.features import EDGE, Seen, beside, between, codes_of, own, seen
from tawthiq.mentions.tagger import LABELS, MODEL, Tagger, Weights
from tawthiq.text import Text

KINDS = {
    "person": "Politician Athlete Other_PER Artist Religious_PER Scientist Businessperson Police Lawyer Engineer",
    "organisation": "Non-Governmental Sports Media Government Commercial Educational Medical-Science "
    "Religious_ORG Entertainment",
    "place": "Nation Population-Center State-or-Province Building-Grounds GPE-Cluster Continent Water-Body Land "
    "County-or-District Path Land-Region-Natural Airport Subarea-Facility",
}
KIND_OF = {fine: kind for kind, names in KINDS.items() for fine in names.split()}
PROCLITICS = {"و", "ف", "ب", "ل", "ك", "س"}  # and, so, in, to, like, will
ENCLITICS = {"ه", "ها", "هم", "هما", "هن", "كم", "نا", "ني"}  # his, her, their, their (dual), … my
PARAMETERS = {"c1": 0.15, "c2": 0.02, "max_iterations": 150, "feature.possible_transitions": True}
BLOCK = 100  # sentences that stay together when some are kept aside, so that no document is on both sides


class Item(NamedTuple):
    """What the tagger sees of a sentence's words, and their labels."""

    words: list[Seen]
    labels: list[str]


class Sentence(NamedTuple):
    """Its text and the label of each character."""

    text: str
    labels: list[str]


def sentences(path: Path) -> Iterator[Sentence]:
    """The sentences of the file."""
    rows: list[tuple[str, str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        token, _, label = line.strip(" ").partition("\t")
        if token.strip():
            rows.append((token.strip(), label.strip() or "O"))
        elif rows:
            yield _sentence(rows)
            rows = []
    if rows:
        yield _sentence(rows)


def _sentence(rows: list[tuple[str, str]]) -> Sentence:
    text, labels, joined = "", [], True
    for token, label in rows:
        token = "لل" + token[3:] if token.startswith("لال") else token  # to the: ل and ال run together
        if text and not joined and not (token in ENCLITICS and labels[-1] == "outside"):
            text, labels = text + " ", [*labels, "outside"]
        text, labels = text + token, labels + [_kind(label)] * len(token)
        joined = token in PROCLITICS and label == "O"
    return Sentence(text, labels)


def _kind(label: str) -> str:
    return KIND_OF.get(label[2:], "outside")


def items(sentence: Sentence, lexicon: Lexicon) -> Item:
    """Words and labels of a sentence."""
    text = Text(sentence.text, lexicon)
    labels = [sentence.labels[word.end - 1] for word in text.words]
    return Item(list(seen(text, codes_of(text))), labels)


def features(words: list[Seen]) -> list[list[str]]:
    """The features of each word, its own and those that the words around it give it."""
    row = [EDGE, EDGE, *words, EDGE, EDGE]
    return [
        [*own(row[at]), *(part for offset in (-1, 1, -2, 2) for part in beside(row[at + offset], offset)),
         between(row[at - 1].codes, row[at].codes)[1], between(row[at].codes, row[at + 1].codes)[0]]
        for at in range(2, len(row) - 2)
    ]  # fmt: skip


def train(data: list[Item]) -> Weights:
    """The weights of the model."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(PARAMETERS)
    for item in data:
        trainer.append(features(item.words), item.labels)
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "model")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        return weights(tagger.info())


def weights(model: Any) -> Weights:
    """The model as Tawthiq keeps it, weights in thousandths."""
    rows: dict[str, list[int]] = {}
    for (name, label), weight in sorted(model.state_features.items()):
        rows.setdefault(name, [0] * len(LABELS))[LABELS.index(label)] = round(weight * 1000)
    kept = {name: tuple(row) for name, row in rows.items() if any(row)}
    into = [tuple(round(1000 * model.transitions.get((a, b), 0.0)) for a in LABELS) for b in LABELS]
    return Weights(into, kept)  # type: ignore[arg-type]


def spans(labels: list[str]) -> set[tuple[int, int, str]]:
    """The runs of words of one label, "outside" left out."""
    ends = [at for at in range(1, len(labels) + 1) if at == len(labels) or labels[at] != labels[at - 1]]
    runs = zip([0, *ends], ends, strict=False)
    return {(start, end, labels[start]) for start, end in runs if labels[start] != "outside"}


def score(tagger: Tagger, data: list[Item]) -> None:
    """Prints precision, recall and F1 of each kind."""
    right, gold, said = Counter[str](), Counter[str](), Counter[str]()
    for item in data:
        likely = [
            LABELS[max(range(4), key=row.__getitem__)]
            for row in tagger.probabilities([tagger.block(word) for word in item.words])
        ]
        wanted, found = spans(item.labels), spans(likely)
        for tally, chosen in ((right, wanted & found), (gold, wanted), (said, found)):
            tally.update(kind for _, _, kind in chosen)
    for kind in KINDS:
        p, r = right[kind] / max(1, said[kind]), right[kind] / max(1, gold[kind])
        print(f"{kind:13} precision {p:.3f} recall {r:.3f} F1 {2 * p * r / max(1e-9, p + r):.3f} of {gold[kind]}")


def main() -> None:
    """Trains on all of the data, or with --score on four fifths of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--score", action="store_true")
    options = parser.parse_args()
    lexicon = load()
    data = [items(sentence, lexicon) for sentence in sentences(options.data)]
    if options.score:
        aside = [at // BLOCK % 5 == 4 for at in range(len(data))]
        model = train([item for item, out in zip(data, aside, strict=True) if not out])
        score(Tagger(model), [item for item, out in zip(data, aside, strict=True) if out])
        return
    MODEL.parent.mkdir(parents=True, exist_ok=True)
    MODEL.write_bytes(msgspec.msgpack.encode(train(data)))


if __name__ == "__main__":
    main()
