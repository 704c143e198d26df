"""What belongs to an office or a body behind its noun: في، ل، ب، و and what they bring."""

from __future__ import annotations

from tawthiq.statements.letters import ALL_RELATIONS, AND, BY, FOR
from tawthiq.statements.phrase import NounPhrase
from tawthiq.statements.view import QUOTES, View

STOPPERS = frozenset(
    ("complementizer", "relative", "negation", "auxiliary", "conjunction", "hypothetical", "future", "pronoun")
)
OPENING = QUOTES | {"(", "["}


def complement(phrase: NounPhrase, at: int) -> bool:
    """Whether the noun at a word can complete an office (سفير للاتحاد); occasions and listeners cannot."""
    view = phrase.view
    if not phrase.open_office or at >= phrase.limit or at in view.settings or at in view.adjuncts:
        return False
    if (view.marks[at] and view.forms[at] not in OPENING) or view.categories[at] in STOPPERS:
        return False
    head, mention = view.heads.get(at), view.named.get(at)
    if head is not None and (head.entry.data["kind"] == "media" or _listener(view, at)):
        return False
    if mention is not None and (mention.actor or "").startswith("media."):
        return False
    phrase.closed = False
    return True


def _listener(view: View, at: int) -> bool:
    """للصحفيين (to journalists): those who were told."""
    head = view.heads[at]
    return view.joined(at, FOR) and bool(head.entry.data.get("human")) and ".p" in head.part


def preposition(phrase: NounPhrase, at: int) -> int | None:
    """In, of, to: what belongs to an office (مصدر في الوزارة), not what belongs to the verb."""
    view = phrase.view
    found = view.functions.get(at)
    if found is None or found.entry.data["category"] != "preposition":
        return None
    if view.particle_before(found.last) not in ("belonging", "about", "from", "towards"):
        return 0
    if view.particle(at) == "about" and not phrase.human:
        return 0  # النائب عن المحافظة, but not: نشرت الصحيفة عن الحادث
    if view.particle(at) == "towards" and not _whither(view, found.last):
        return 0  # سارعت الوزارة إلى نفي الخبر
    return found.last - at if phrase.started and complement(phrase, found.last) else 0


def _whither(view: View, at: int) -> bool:
    """Whether a place, a body or an office stands at a word: مبعوث الأمم المتحدة إلى اليمن."""
    return at in view.named or at in view.heads or view.definite(at)


def attached(phrase: NounPhrase, at: int) -> int | None:
    """ل and ب before the noun behind an office: سفير للاتحاد، مساعد الوزير لشؤون…."""
    view = phrase.view
    if not phrase.started or not view.joined(at, FOR + BY):
        return None
    if view.forms[at][0] in phrase.stops or not complement(phrase, at):
        return 0
    phrase.closed = view.definite(at)
    return 1


def conjunction(phrase: NounPhrase, at: int) -> int | None:
    """و (and) before another source."""
    return coordinated(phrase, at) if phrase.started and phrase.view.joined(at, AND) else None


def coordinated(phrase: NounPhrase, at: int) -> int:
    """How many words و (and) joins to it: a name to a name, a head noun to a head noun."""
    view = phrase.view
    mention, head = view.named.get(at), view.heads.get(at)
    if mention is not None:
        if (mention.kind == "person") != (phrase.person is not None):
            return 0
        phrase.parts.append(mention)
        return view.covers(mention)[1] - at
    if not phrase.closed and head is None and view.forms[at].endswith(ALL_RELATIONS) and at not in view.openers:
        return 1  # مصادر طبية وأمنية
    if head is not None or (view.definite(at) and phrase.closed):
        phrase.closed = view.definite(at)
        phrase.open_office = phrase.open_office or head is not None
        return 1
    return 0
