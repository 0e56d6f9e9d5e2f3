"""What a person sees of one draft: a few lines that say what was read, what was not, and where it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from send_extract.batch.sources import describe_error
from send_extract.diagnostics import Diagnostic, Severity
from send_extract.errors import Crash, InvalidSettings, UnwritableOutput, UsageError
from send_extract.plan import Plan, WordAccount
from send_extract.writers.wording import describe_location

if TYPE_CHECKING:
    from send_extract.batch.histories import PlanHistory
    from send_extract.batch.run import Outcome
    from send_extract.cli.console import Console, Style
    from send_extract.manifest import Counts

_OUTPUT = "output"
_WORST = 3
"""Kinds of what is to be mended that a summary tells of."""

COLOURS: dict[Severity, Style] = {"error": "red", "warning": "yellow", "info": "cyan"}


def summarise(outcome: Outcome, console: Console, *, with_diagnostics: bool = False) -> Iterator[str]:
    """The lines of a summary; `with_diagnostics` adds every diagnostic."""
    plan, counts = outcome.plan, outcome.entry.counts
    if plan is None or counts is None:
        return
    title = " · ".join(filter(None, (plan.title, plan.draft.label)))
    yield f"{console.paint(outcome.draft, 'bold')}  {title}".rstrip()
    for label, words in _find_figures(counts, console):
        yield f"  {console.paint(f'{label:<12}', 'dim')} {words}"
    if not with_diagnostics:
        yield from _list_worst(outcome.draft, plan, console)
    for label, words in _find_details(plan, counts, console):
        yield f"  {console.paint(f'{label:<12}', 'dim')} {words}"
    if any(output.name == "ics" for output in outcome.outputs):
        from send_extract.writers.calendars.events import describe_events

        yield f"  {console.paint('calendar    ', 'dim')} {describe_events(plan)}"
    if with_diagnostics:
        yield from (f"    {line}" for line in describe_diagnostics(plan, console))
    if outcome.folder is not None:
        written = f"{len(outcome.rewritten)} written" if outcome.rewritten else "nothing changed"
        yield f"  {console.paint(f'{_OUTPUT:<12}', 'dim')} {outcome.folder.as_posix()}/ ({written})"


def describe_failure(outcome: Outcome) -> str:
    """The line for a draft that could not go on; it names the draft once, as it was asked for."""
    error = outcome.error
    if error is None or isinstance(error, UnwritableOutput | UsageError | InvalidSettings):
        return str(error)
    return describe_error(error, outcome.entry.name, outcome.draft)


def complain_of(outcome: Outcome, console: Console, *, with_traceback: bool) -> int:
    """Tells the fault of a draft that could not go on, where it has one; gives its exit code, else 0."""
    if outcome.error is None:
        return 0
    console.complain(describe_failure(outcome))
    if with_traceback and isinstance(outcome.error, Crash):
        for line in outcome.error.traceback.rstrip().splitlines():
            console.note(line)
    return outcome.error.exit_code


def describe_history(history: PlanHistory, output: str, console: Console) -> Iterator[str]:
    """What changed in a plan's last step, in sentences, and where that and the plan's history are written."""
    # One draft has no history: the sentences are imported where there are several.
    from textwrap import wrap

    from send_extract.writers.diff.summary import summarise_diff

    old, new = history.drafts[-2:]
    yield f"{console.paint(f'{old} → {new}', 'bold')}  what changed"
    said = " ".join(f"{sentence.rstrip('.?')}." for sentence in summarise_diff(history.steps[-1]))
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


def _find_details(plan: Plan, counts: Counts, console: Console) -> Iterator[tuple[str, str]]:
    yield "owners", f"{counts.owners}{_list_few([owner.code or owner.name or '' for owner in plan.owners])}"
    yield "glossary", _count(counts.glossary, "term")
    if plan.words is not None:
        yield "words", _describe_words(plan.words, console)


def _list_worst(draft: str, plan: Plan, console: Console) -> Iterator[str]:
    """The kinds of what is to be mended that matter most, a line each, and how the others are seen."""
    if not plan.diagnostics:
        return
    from send_extract.writers.mending import list_mendings

    mendings = list_mendings(plan)
    for mending in mendings[:_WORST]:
        count, message = len(mending.faults), mending.faults[0].message
        more = f" (and {count - 1} like it)" if count > 1 else ""
        room = console.width - len(mending.severity) - len(more) - 7
        short = message if len(message) <= room else f"{message[: room - 1].rstrip()}…"
        yield f"    {console.paint(f'{mending.severity}:', COLOURS[mending.severity])} {short}{more}"
    others = sum(len(mending.faults) for mending in mendings[_WORST:])
    if others:
        yield f"    {console.paint(f'{others} more: send-extract check {draft}', 'dim')}"


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


def _list_few(names: list[str]) -> str:
    few = ", ".join(names[:12]) + (" …" if len(names) > 12 else "")
    return f" ({few})" if few else ""


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


def describe_diagnostics(plan: Plan, console: Console) -> Iterator[str]:
    """Each diagnostic of a plan on a line of its own."""
    return (_describe_diagnostic(diagnostic, console) for diagnostic in plan.diagnostics)


def _describe_diagnostic(diagnostic: Diagnostic, console: Console) -> str:
    severity = console.paint(f"{diagnostic.severity}:", COLOURS[diagnostic.severity])
    place = describe_location(diagnostic.location)
    return f"{severity} {diagnostic.message}" + (f" {console.paint(f'({place})', 'dim')}" if place else "")


def _count(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
