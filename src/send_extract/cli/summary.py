"""What a person sees of one draft: a few lines that say what was read, what was not, and where it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from send_extract.batch.sources import describe_error
from send_extract.cli.console import quote_name
from send_extract.diagnostics import Diagnostic, Severity
from send_extract.errors import InvalidSettings, UnwritableOutput, UsageError
from send_extract.plan import WordAccount
from send_extract.writers.wording import describe_location

if TYPE_CHECKING:
    from send_extract.batch.later import PlanHistory
    from send_extract.batch.outcomes import Outcome, PlanGist, ToMend
    from send_extract.cli.console import Console, Style
    from send_extract.manifest import Counts

_OUTPUT = "output"
_WORST = 3
"""Kinds of what is to be mended that a summary tells of."""
_WHOLE = {error.__name__ for error in (UnwritableOutput, UsageError, InvalidSettings)}
"""Errors whose line says all by itself."""

COLOURS: dict[Severity, Style] = {"error": "red", "warning": "yellow", "info": "cyan"}


def summarise(outcome: Outcome, output: str, console: Console) -> Iterator[str]:
    """The lines of a summary, with every diagnostic that the outcome has; `output` is where its folder is."""
    gist, counts = outcome.gist, outcome.entry.counts
    if gist is None or counts is None:
        return
    title = " · ".join(filter(None, (gist.title, gist.draft.label)))
    yield f"{console.paint(outcome.draft, 'bold')}  {title}".rstrip()
    for label, words in _find_figures(counts, console):
        yield f"  {console.paint(f'{label:<12}', 'dim')} {words}"
    yield from _list_worst(outcome.draft, gist.faults, console)
    for label, words in _find_details(gist, counts, console):
        yield f"  {console.paint(f'{label:<12}', 'dim')} {words}"
    if gist.diagnostics:
        yield from (f"    {line}" for line in describe_diagnostics(gist.diagnostics, console))
    if outcome.staged:
        written = f"{len(outcome.rewritten)} written" if outcome.rewritten else "nothing changed"
        folder = Path(output, outcome.name).as_posix()
        yield f"  {console.paint(f'{_OUTPUT:<12}', 'dim')} {folder}/ ({written})"


def describe_failure(outcome: Outcome) -> str:
    """The line for a draft that could not go on; it names the draft once, as it was asked for."""
    failure = outcome.entry.failure
    if failure is None or failure.error in _WHOLE:
        return failure.message if failure else ""
    return describe_error(failure.message, outcome.entry.name, outcome.draft)


def complain_of(outcome: Outcome, console: Console, *, with_traceback: bool) -> int:
    """Tells the fault of a draft that could not go on, where it has one; gives its exit code, else 0."""
    if outcome.entry.failure is None:
        return 0
    console.complain(describe_failure(outcome))
    for line in outcome.traceback.splitlines() if with_traceback else ():
        console.note(line)
    return outcome.entry.failure.exit_code


def describe_history(history: PlanHistory, output: str, console: Console) -> Iterator[str]:
    """What changed in a plan's last step, in sentences, and where that and the plan's history are written."""
    # One draft has no history: the sentences are imported where there are several.
    from textwrap import wrap

    old, new = history.drafts[-2:]
    yield f"{console.paint(f'{old} → {new}', 'bold')}  what changed"
    said = " ".join(f"{sentence.removesuffix('.')}." for sentence in history.said)
    yield from wrap(said, console.width, initial_indent="  ", subsequent_indent="  ")
    if history.pages:
        names = ", ".join(f"{output}/{name}" for name in history.pages)
        yield f"  {console.paint(f'{_OUTPUT:<12}', 'dim')} {names}"


def _find_figures(counts: Counts, console: Console) -> Iterator[tuple[str, str]]:
    yield (
        "plan",
        f"{_count(counts.recommendations, 'recommendation')}, {_count(counts.actions, 'action')}, "
        + (_count(counts.measures, "measure")),
    )
    yield "timings", _describe_timings(counts, console)
    yield "to mend", describe_severities(counts, console)


def _find_details(gist: PlanGist, counts: Counts, console: Console) -> Iterator[tuple[str, str]]:
    yield "owners", f"{counts.owners}{_list_few(gist.owners, console.width - 24)}"
    yield "glossary", _count(counts.glossary, "term")
    if gist.words is not None:
        yield "words", _describe_words(gist.words, console)
    if gist.events:
        yield "calendar", gist.events


def _list_worst(draft: str, faults: Sequence[ToMend], console: Console) -> Iterator[str]:
    """The kinds of what is to be mended that matter most, a line each, and how the others are seen."""
    for kind in faults[:_WORST]:
        more = f" (and {kind.count - 1} like it)" if kind.count > 1 else ""
        room = console.width - len(kind.severity) - len(more) - 7
        short = kind.message if len(kind.message) <= room else f"{kind.message[: room - 1].rstrip()}…"
        yield f"    {console.paint(f'{kind.severity}:', COLOURS[kind.severity])} {short}{more}"
    others = sum(kind.count for kind in faults[_WORST:])
    if others:
        yield f"    {console.paint(f'{others} more: send-extract check {quote_name(draft)}', 'dim')}"


def _describe_timings(counts: Counts, console: Console) -> str:
    words = [f"{counts.timings_read} read"]
    if counts.timings_unread:
        words.append(console.paint(f"{counts.timings_unread} not read", "yellow"))
    if counts.timings_missing:
        words.append(console.paint(f"{counts.timings_missing} missing", "yellow"))
    return ", ".join(words)


def _describe_words(words: WordAccount, console: Console) -> str:
    if not words.lost:
        return "every word accounted for"
    return console.paint(f"{words.lost:,} of {words.source:,} lost", "red")


def _list_few(names: Sequence[str], room: int) -> str:
    """The first of the names, as many as there is room for; of a name that is longer, its beginning."""
    said = ", ".join(names)
    few = said if len(said) <= room else said[:room].rpartition(", ")[0] or said[:room].rstrip()
    return f" ({few}{'' if few == said else ' …'})" if said else ""


def describe_severities(counts: Counts, console: Console) -> str:
    """How many diagnostics there are, by severity."""
    named: tuple[tuple[int, str, Severity], ...] = (
        (counts.errors, "error", "error"),
        (counts.warnings, "warning", "warning"),
        (counts.notes, "note", "info"),
    )
    words = [
        console.paint(_count(count, name), COLOURS[severity]) for count, name, severity in named if count
    ]
    return ", ".join(words) or console.paint("nothing", "green")


def describe_diagnostics(diagnostics: Iterable[Diagnostic], console: Console) -> Iterator[str]:
    """Each diagnostic on a line of its own."""
    return (_describe_diagnostic(diagnostic, console) for diagnostic in diagnostics)


def _describe_diagnostic(diagnostic: Diagnostic, console: Console) -> str:
    severity = console.paint(f"{diagnostic.severity}:", COLOURS[diagnostic.severity])
    place = describe_location(diagnostic.location)
    return f"{severity} {diagnostic.message}" + (f" {console.paint(f'({place})', 'dim')}" if place else "")


def _count(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
