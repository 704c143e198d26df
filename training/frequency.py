"""Makes tawthiq/data/words/frequency.tsv: how common Arabic word forms are, from wordfreq's list.

    pip install -e '.[data]' && python training/frequency.py

One row a folded form: ten times its Zipf frequency (log10 of occurrences in a thousand million words).
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from pathlib import Path

from wordfreq import top_n_list, word_frequency

from tawthiq.fold import fold

TARGET = Path(__file__).parent.parent / "tawthiq/data/words/frequency.tsv"
WORDS = 40_000
ARABIC = re.compile(r"[ء-ي]{2,}")


def frequencies() -> dict[str, float]:
    """Occurrences per word of each folded form, its spellings added up."""
    total: defaultdict[str, float] = defaultdict(float)
    for word in top_n_list("ar", WORDS):
        form = fold(word)
        if ARABIC.fullmatch(form):
            total[form] += word_frequency(word, "ar")
    return total


def main() -> None:
    """Write the table, sorted by form."""
    rows = (f"{form}\t{round(10 * (math.log10(value) + 9))}" for form, value in sorted(frequencies().items()))
    TARGET.write_text("form\tzipf10\n" + "\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
