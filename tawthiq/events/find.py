"""Who did what to whom (PLOVER manual of 2024-02): triggers, roles, one event for one act, status and setting."""

from __future__ import annotations

from tawthiq.events.merge import merged
from tawthiq.events.needs import Candidate
from tawthiq.events.scene import Scene
from tawthiq.events.setting import date_of, place_of, statement_of
from tawthiq.events.sides import side_of
from tawthiq.events.status import status_of
from tawthiq.events.triggers import by_sentence, candidates
from tawthiq.identity import record_id
from tawthiq.records import DateMention, Event, Mention, Statement
from tawthiq.text import Text


def events(
    text: Text, mentions: list[Mention], dates: list[DateMention], statements: list[Statement], report: str,
    published: str | None,
) -> list[Event]:  # fmt: skip
    """The events of a report in reading order; `report` is its id, for theirs."""
    scene = Scene(text, mentions, dates, statements)
    found = [c for group in by_sentence(scene, candidates(scene)) for c in merged(scene, group)]
    return [_event(scene, candidate, report, published) for candidate in found]


def _event(scene: Scene, candidate: Candidate, report: str, published: str | None) -> Event:
    match, trigger, roles = candidate.match, candidate.trigger, candidate.roles
    date = date_of(scene, candidate)
    told = statement_of(scene, match.start)
    start = scene.word_start(match)
    return Event(
        id=record_id(report, "event", start, match.end),
        type=trigger.type,
        mode=trigger.mode,
        trigger=scene.text.span(start, match.end),
        actors=[side_of(scene, side) for side in roles.actors],
        recipients=[side_of(scene, side) for side in roles.recipients],
        place=place_of(scene, candidate),
        date=date,
        status=status_of(scene, candidate, date, published),
        statement=told.id if told else None,
        rule=f"{trigger.id}/{roles.rule}",
    )
