"""Commands over many reports: stories, story, claims, disputes, wording, compare."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from tawthiq.cli.app import LedgerPath, app

if TYPE_CHECKING:  # comparison takes long to import, and most commands need none
    from tawthiq.compare.picture import Picture
    from tawthiq.compare.stems import Vocabulary
    from tawthiq.compare.views import StoryView

BAR = 200  # readings from which a bar is shown
Json = Annotated[bool, typer.Option("--json", help="one a line, as JSON")]
Limit = Annotated[int, typer.Option(help="how many at the most")]
Least = Annotated[int, typer.Option(help="reports that a story must have")]
InStory = Annotated[Optional[str], typer.Option("--story", help="only of the story of this id")]  # noqa: UP045


@app.command()
def stories(least: Least = 2, limit: Limit = 20, as_json: Json = False, ledger: LedgerPath = None) -> None:
    """Stories that several reports tell: how many outlets, how many carried it first, disputes."""
    from tawthiq import comparisons
    from tawthiq.compare.views import brief_of

    with _picture(ledger) as picture:
        for _, view in zip(range(limit), picture.views(least), strict=False):
            _out(brief_of(view), [comparisons.story_line(brief_of(view))], as_json)


@app.command()
def story(
    id: Annotated[str, typer.Argument(help="id, or how it begins, of a story or of one of its reports")],
    as_json: Json = False,
    ledger: LedgerPath = None,
) -> None:
    """A story: who tells it, who copies whom, its claims and their independent sources, disputes, wording."""
    from tawthiq import comparisons

    with _picture(ledger) as picture:
        view = picture.story(id)
        _out(view, comparisons.story_lines(view), as_json)


@app.command()
def claims(
    story: InStory = None,
    single: Annotated[bool, typer.Option("--single-source", help="only those of one independent source")] = False,
    limit: Limit = 20,
    as_json: Json = False,
    ledger: LedgerPath = None,
) -> None:
    """Claims that several outlets tell, and on how many independent sources each stands."""
    from tawthiq import comparisons

    with _picture(ledger) as picture:
        found = (c for view in _views(picture, story) for c in view.claims if len(c.tellers) > 1)
        chosen = (c for c in found if not single or len(c.affirming) == 1)
        for _, claim in zip(range(limit), chosen, strict=False):
            _out(claim, [*comparisons.claim_lines(claim), ""], as_json)


@app.command()
def disputes(story: InStory = None, limit: Limit = 20, as_json: Json = False, ledger: LedgerPath = None) -> None:
    """What is affirmed and denied, or told otherwise: how many, by whom, where, when; each side in its words."""
    from tawthiq import comparisons

    with _picture(ledger) as picture:
        found = ((view, dispute) for view in _views(picture, story) for dispute in view.disputes)
        for _, (view, dispute) in zip(range(limit), found, strict=False):
            _out(dispute, comparisons.dispute_in_story(dispute, view), as_json)


@app.command()
def wording(
    actor: Annotated[str, typer.Argument(help="a name, or an id of data/actors")],
    as_json: Json = False,
    ledger: LedgerPath = None,
) -> None:
    """How outlets name somebody: every wording with its count by outlet and month."""
    from tawthiq import adding, comparisons
    from tawthiq.compare.wording import wordings
    from tawthiq.ledger import Ledger

    with Ledger.open(ledger or adding.default_ledger()) as opened:
        for worded in wordings(opened.readings(), actor):
            _out(worded, comparisons.worded_lines(worded), as_json)


@app.command()
def compare(
    first: Annotated[str, typer.Argument(help="id, or how it begins, or key of a report")],
    second: Annotated[str, typer.Argument(help="another one")],
    as_json: Json = False,
    ledger: LedgerPath = None,
) -> None:
    """Two reports: is one a copy, what did it change, what do both tell, where do they differ."""
    from tawthiq import adding, comparisons
    from tawthiq.compare.two import compared
    from tawthiq.ledger import Ledger, show

    with Ledger.open(ledger or adding.default_ledger()) as opened:
        a, b = (show(opened, id).readings[0] for id in (first, second))
        found = compared(a, b, _vocabulary())
    _out(found, comparisons.two_lines(found), as_json)


def _vocabulary() -> Vocabulary:
    from tawthiq.compare.stems import Vocabulary
    from tawthiq.lexicon import load

    return Vocabulary(load().zipf)


@contextmanager
def _picture(ledger: LedgerPath) -> Iterator[Picture]:
    """The picture of a ledger, with a bar while readings are placed."""
    from tawthiq import adding
    from tawthiq.compare.kept import picture_of
    from tawthiq.ledger import Ledger

    with Ledger.open(ledger or adding.default_ledger()) as opened:
        with adding.progress_bar() as bar:
            task = bar.add_task("comparing", total=len(opened), reports=0, visible=False)
            picture = picture_of(
                opened, _vocabulary(), told=lambda n: bar.update(task, completed=n, reports=n, visible=n > BAR)
            )
        yield picture


def _views(picture: Picture, story: str | None) -> Iterator[StoryView]:
    return iter([picture.story(story)]) if story else picture.views()


def _out(record: object, lines: Iterator[str] | list[str], as_json: bool) -> None:
    """A record as one line of JSON, or as lines for people."""
    import msgspec

    if as_json:
        sys.stdout.buffer.write(msgspec.json.encode(record) + b"\n")
    else:
        print("\n".join(lines))
