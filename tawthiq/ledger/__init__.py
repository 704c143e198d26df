"""The ledger: what is kept of every report, append-only, searched, shown and verified."""

from tawthiq.ledger.hits import Hit as Hit
from tawthiq.ledger.search import search as search
from tawthiq.ledger.show import Shown as Shown
from tawthiq.ledger.show import show as show
from tawthiq.ledger.store import Added as Added
from tawthiq.ledger.store import Ledger as Ledger
from tawthiq.ledger.store import Refused as Refused
from tawthiq.ledger.verify import Problem as Problem
from tawthiq.ledger.verify import verify as verify
