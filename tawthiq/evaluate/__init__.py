"""Readings against gold records, layer by layer (docs/evaluation.md)."""

from tawthiq.evaluate.layers import LAYERS as LAYERS
from tawthiq.evaluate.layers import Score as Score
from tawthiq.evaluate.layers import score as score
from tawthiq.evaluate.run import evaluate as evaluate
from tawthiq.evaluate.run import floors as floors
from tawthiq.evaluate.run import under as under
