"""Words, sentences and quotations of a report's text, each at its place."""

from tawthiq.text.model import Text as Text
from tawthiq.text.model import analyse as analyse
