"""Comparisons as lines for the terminal: stories, claims, disputes, wording, two reports side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tawthiq.compare.changes import Change
from tawthiq.compare.disputes import Correction, Dispute, Voice
from tawthiq.compare.origins import Origin
from tawthiq.compare.spans import Cited
from tawthiq.compare.two import Comparison
from tawthiq.compare.views import ClaimView, Member, StoryBrief, StoryView
from tawthiq.compare.wording import Contrast, Worded
from tawthiq.terminal import rtl

SHORT = 160  # code points of a quotation that a line shows
CLAIMS = 12  # claims of a story that are shown
WORDINGS = 20  # contrasts of a story that are shown
FIELDS = {"count": "how many", "actor": "by whom", "place": "where", "date": "when"}


def story_line(brief: StoryBrief) -> str:
    """A story in two lines."""
    counts = f"{brief.reports} reports, {brief.tellers} outlets, {brief.carriers} carried it first"
    found = f"{brief.claims} claims in several reports, {brief.disputes} disputes"
    return f"{brief.id}  {rtl(brief.title)}\n  {_days(brief.first_day, brief.last_day)}  {counts}; {found}"


def story_lines(view: StoryView) -> Iterator[str]:
    """A story whole: its reports, its claims with their independent sources, disputes, wording."""
    yield rtl(view.title)
    yield f"story {view.id}  {_days(view.first_day, view.last_day)}"
    yield from _section("told by", (_member(view, member) for member in view.reports))
    yield from _section("carried first by", (f"{rtl(name)}: {_names(t)}" for name, t in view.carriers.items()))
    shared = [claim for claim in view.claims if len(claim.tellings) > 1] or list(view.claims)
    yield from _section("claims", ("\n".join(claim_lines(claim)) for claim in shared[:CLAIMS]))
    yield from _section("disputes", ("\n".join(dispute_lines(dispute)) for dispute in view.disputes))
    yield from _section("corrections", (correction_line(c) for c in view.corrections))
    yield from _section("wording", (contrast_line(c) for c in view.wording[:WORDINGS]))


def claim_lines(claim: ClaimView) -> Iterator[str]:
    """A claim: its words, on how many sources it stands, each source with those who tell it."""
    reports = len({voice.words.report for voice in claim.tellings})
    sources = f"{len(claim.affirming)} independent source{'' if len(claim.affirming) == 1 else 's'}"
    denied = f", denied by {len(claim.denying)}" if claim.denying else ""
    yield f"«{_short(claim.content)}»"
    counts = f"{len(claim.tellers)} outlets, {reports} reports, {sources}{denied}"
    yield f"  claim {claim.id}  {counts}  ({_sourcing(claim)})"
    yield from (f"  {_origin(origin)}" for origin in claim.affirming)
    yield from (f"  denies: {_origin(origin)}" for origin in claim.denying)


def dispute_in_story(dispute: Dispute, view: StoryView) -> Iterator[str]:
    """A dispute under the name of its story."""
    yield f"{rtl(view.title)}  story {view.id}"
    yield from dispute_lines(dispute)
    yield ""


def dispute_lines(dispute: Dispute) -> Iterator[str]:
    """A dispute: each side with those who tell it and in which words."""
    kind, _, of = dispute.about.partition(" ")
    yield f"{FIELDS.get(kind, kind)}  {of}".rstrip() + f"  dispute {dispute.id}"
    for side in dispute.sides:
        yield f"  {rtl(side.value)}"
        yield from (f"    {_voice(voice)}" for voice in side.voices)


def correction_line(correction: Correction) -> str:
    """What a carrier later told otherwise."""
    earlier, later = correction.earlier.words, correction.later.words
    return (
        f"{rtl(correction.carrier)}: {rtl(earlier.text)}  →  {rtl(later.text)}  ({correction.later.published or '?'})"
    )


def contrast_line(contrast: Contrast) -> str:
    """Two wordings of one thing."""
    first, second = (rtl(teller) for teller in contrast.tellers)
    return f"{rtl(contrast.first.text)} ({first})  |  {rtl(contrast.second.text)} ({second})"


def worded_lines(worded: Worded) -> Iterator[str]:
    """A way to name somebody, how often, by whom, when."""
    neutral = f"  neutral: {rtl(worded.neutral)} ({worded.connotation})" if worded.neutral else ""
    yield f"{rtl(worded.form)}  {sum(worded.by_teller.values())}{neutral}"
    yield "  " + "  ".join(f"{rtl(name)} {count}" for name, count in worded.by_teller.items())
    yield "  " + "  ".join(f"{month or '?'}: {count}" for month, count in worded.by_month.items())
    yield from (f"  {_place(cited)}" for cited in worded.cited[:1])


def two_lines(found: Comparison) -> Iterator[str]:
    """Two reports compared."""
    if found.pair:
        share = f"{found.pair.similarity:.0%} of the shorter one's own words"
        yield f"{found.pair.copy[:16]} is a copy of {found.pair.original[:16]} ({found.pair.extent}): {share} in common"
    else:
        yield "neither is a copy of the other"
    yield from _section("changed in the copy", (_change(change) for change in found.changes))
    yield from _section("told in both", ("\n".join(claim_lines(claim)) for claim in found.shared))
    yield from _section("disputes", ("\n".join(dispute_lines(dispute)) for dispute in found.disputes))
    yield from _section("corrections", (correction_line(c) for c in found.corrections))
    yield from _section("wording", (contrast_line(c) for c in found.wording))


def _section(name: str, entries: Iterable[str]) -> Iterator[str]:
    listed = list(entries)
    if listed:
        yield ""
        yield f"{name.upper()} ({len(listed)})"
        for entry in listed:
            yield from (f"  {line}" for line in entry.split("\n"))


def _member(view: StoryView, member: Member) -> str:
    tellers = {other.report: other.teller for other in view.reports}
    line = f"{(member.published or '?')[:16]:16}  {rtl(member.teller)}  {rtl(member.title)}  {member.report[:16]}"
    pair = member.copy_of
    if pair is None:
        return line
    whom = tellers.get(pair.original, pair.original[:16])
    return f"{line}\n  copy of {rtl(whom)}, {pair.extent}, {pair.similarity:.0%} alike"


def _origin(origin: Origin) -> str:
    whose = f" on the word of {_names(origin.speakers)}" if origin.speakers else ""
    return f"{rtl(origin.name)}{whose}; told by {_names(origin.tellers)}"


def _voice(voice: Voice) -> str:
    speaker = f" ({rtl(voice.speaker)})" if voice.speaker else ""
    carrier = f", from {rtl(voice.carrier)}" if voice.carrier != voice.teller else ""
    later = "  later corrected" if voice.corrected else ""
    return f"{rtl(voice.teller)}{speaker}{carrier}: «{_short(voice.words)}»{later}  {_place(voice.words)}"


def _change(change: Change) -> str:
    earlier, later = (f"«{_short(cited)}»" if cited else "—" for cited in (change.earlier, change.later))
    return f"{change.kind} ({change.of}): {earlier}  →  {later}"


def _sourcing(claim: ClaimView) -> str:
    return ", ".join(f"{kind} {count}" for kind, count in claim.sourcing.items())


def _short(cited: Cited) -> str:
    text = cited.text if len(cited.text) <= SHORT else cited.text[:SHORT].rsplit(" ", 1)[0] + " …"
    return rtl(text)


def _place(cited: Cited) -> str:
    return f"{cited.report[:16]}, {cited.start}–{cited.end}"


def _names(names: Iterable[str]) -> str:
    return "، ".join(rtl(name) for name in names)


def _days(first: str | None, last: str | None) -> str:
    return first or "date not known" if first == last else f"{first}–{last}"
