"""What the handlers of the reading room ask for: the ledger, the knowledge, parts of the address."""

from __future__ import annotations

from typing import Annotated

from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery, QueryParameter

from tawthiq.ledger import Ledger
from tawthiq.lexicon import Lexicon

Kept = NamedDependency[Ledger]
Known = NamedDependency[Lexicon]
Id = FromPath[str]
Word = FromQuery[str]
Number = Annotated[int, QueryParameter(name="page", ge=1, le=500, description="page, from 1")]
Offset = Annotated[int | None, QueryParameter(ge=0, description="code point of the report's text")]
