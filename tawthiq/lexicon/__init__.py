"""What Tawthiq knows, compiled into one matcher over folded words.

Compiled once (compiled.py), cached by content hash (cache.py), and found in a text word by word (matcher.py).
"""

from tawthiq.lexicon.cache import load
from tawthiq.lexicon.compiled import Compiled, compile_entries, key_of
from tawthiq.lexicon.matcher import Lexicon, Match

__all__ = ["Compiled", "Lexicon", "Match", "compile_entries", "key_of", "load"]
