"""A run: many drafts, one outcome each, and the record of them."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import IO

import msgspec
from msgspec.structs import replace

from send_extract.batch import disk
from send_extract.batch.drafts import Handled, answer_draft, pack_outcome
from send_extract.batch.files import discard_files, open_workplace
from send_extract.batch.journal import Workplace
from send_extract.batch.later import PlanHistory
from send_extract.batch.orders import Job, Order, choose_for, order_extraction
from send_extract.batch.outcomes import Outcome, tell_failure
from send_extract.batch.record import complete_run
from send_extract.batch.register import Register
from send_extract.batch.sources import STDIN, find_settings, open_draft, output_name, refuse_clashes
from send_extract.confinement import blame, find_limits, is_harmless
from send_extract.errors import SendExtractError, UnwritableOutput, UsageError
from send_extract.pipeline import spell_name
from send_extract.pool import Answer, Task, run_tasks
from send_extract.settings import DEFAULTS, Settings
from send_extract.source import Source
from send_extract.writers.outputs import is_missing, is_own

__all__ = ["STDIN", "Order", "Outcome", "extract_drafts", "order_extraction", "print_plan"]

Run = Generator["Outcome | PlanHistory", None, None]


def extract_drafts(order: Order, output: Path | None) -> Run:
    """The outcome of each draft, its files written below `output` (nowhere where that is None).

    One draft's fault never stops the others. After the last, what changed between drafts of one plan is
    written and given, and the manifest of the run is written. Close it where it is left before its end.

    Raises:
        UsageError: two drafts would be written to one folder.
        UnwritableOutput: these cannot be written.
    """
    if output is None:
        with closing(_handle_drafts(order, None)) as drafts:
            yield from map(_open_outcome, drafts)
        return
    refuse_clashes(order.drafts)
    with open_workplace(output) as workplace, _open_register(order, workplace) as file:
        register = Register(file)
        with closing(_handle_drafts(order, workplace)) as drafts:
            for handled in drafts:
                register.add(handled)
                yield _open_outcome(handled)
        try:
            yield from complete_run(register, workplace, 0 if len(register) == 1 else _count_jobs(order))
        except UnwritableOutput:
            if not all(_is_unwritable(outcome) for outcome in register.outcomes()):
                raise  # else each draft had to tell of it: it is not told twice


def print_plan(order: Order, write: Callable[[bytes], None]) -> Outcome:
    """The outcome of an order's one draft, whose `plan.json` is given to `write` in parts.

    It goes through a file: that of a large draft is many times as large as the draft.
    """
    from tempfile import TemporaryDirectory

    order = replace(order, only=("json",), also=(), details=("json",))
    with TemporaryDirectory() as folder, open_workplace(Path(folder)) as workplace:
        with closing(_handle_drafts(order, workplace)) as drafts:
            outcome = _open_outcome(next(drafts))
        for staged in outcome.staged:
            for part in disk.read_parts(workplace.made / staged.file.path):
                write(part)
    return outcome


def _handle_drafts(order: Order, workplace: Workplace | None) -> Generator[Handled, None, None]:
    """Each draft as it comes back; a small one that is alone is handled in this process."""
    asked: Iterator[Task | Answer] = (_ask(order, draft, workplace)[0] for draft in order.drafts)
    jobs = _count_jobs(order)
    if len(order.drafts) == 1:
        task, is_small = _ask(order, order.drafts[0], workplace)
        asked, jobs = iter([task]), 0 if is_small else 1
    with closing(run_tasks(asked, jobs)) as answers:
        for draft, answer in zip(order.drafts, answers, strict=True):
            yield _take(order, draft, answer, workplace)


def _count_jobs(order: Order) -> int:
    """How many processes are at work at once: as many as cores that this one may use, where nothing else is asked."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(order.jobs or cores, len(order.drafts))


def _ask(order: Order, draft: str, workplace: Workplace | None) -> tuple[Task | Answer, bool]:
    """What is to be done over a draft, or its outcome where that is known; and whether a lone one can be done here."""
    source = None
    try:
        if workplace is not None and "json" not in order.details:
            _refuse_name(draft)
        source = open_draft(draft)
        job = _make_job(order, draft, source, workplace)
        function = f"{answer_draft.__module__}:{answer_draft.__name__}"
        limits = find_limits(source.data, job.settings.limits)
        is_small = job.is_alone and is_harmless(source.data)
        return Task(function, msgspec.msgpack.encode(job), limits), is_small
    except Exception as fault:  # noqa: BLE001 - whatever a draft brings about is its outcome, never the run's end
        failed = pack_outcome(tell_failure(draft, fault, source, _list_outputs(order, DEFAULTS)[0]))
        return Answer("done", msgspec.msgpack.encode(failed)), True


def _refuse_name(draft: str) -> None:
    if is_own(name := output_name(draft)):
        message = f"{spell_name(draft)} would be written to {name}/, and {name} is a file of the run. Rename the draft."
        raise UsageError(message)


def _make_job(order: Order, draft: str, source: Source, workplace: Workplace | None) -> Job:
    settings = find_settings(draft) if order.settings is None else order.settings
    outputs, missing = _list_outputs(order, settings) if workplace is not None else ((), ())
    return Job(
        draft=spell_name(draft),
        name=output_name(draft),
        source=source,
        settings=settings,
        format=order.format,
        formatting=order.formatting,
        day=order.day or settings.plan.date,
        details=order.details,
        is_alone=len(order.drafts) == 1,
        outputs=outputs,
        missing=missing,
        root=None if workplace is None else os.fspath(workplace.root),
        run="" if workplace is None else workplace.run,
    )


def _list_outputs(order: Order, settings: Settings) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names of the outputs to make, and of those that need a part which is not installed."""
    asked = choose_for(order, settings)
    missing = tuple(spec.name for spec in asked if is_missing(spec))
    return tuple(spec.name for spec in asked if spec.name not in missing), missing


def _take(order: Order, draft: str, answer: Answer, workplace: Workplace | None) -> Handled:
    """A draft as it comes back; where its worker could not do it, what it left is taken away, and that is told."""
    if answer.fate == "done":
        return msgspec.msgpack.decode(answer.data, type=Handled)
    source = None
    with suppress(SendExtractError):  # its digest alone is wanted
        source = None if draft == STDIN else open_draft(draft)
    if workplace is not None:
        discard_files(workplace, output_name(draft))
    outputs, _ = _list_outputs(order, DEFAULTS)
    return pack_outcome(tell_failure(draft, blame(spell_name(draft), answer), source, outputs))


def _open_outcome(handled: Handled) -> Outcome:
    return msgspec.json.decode(handled.outcome, type=Outcome)


def _is_unwritable(outcome: Outcome) -> bool:
    failure = outcome.entry.failure
    return failure is not None and failure.error == UnwritableOutput.__name__


def _open_register(order: Order, workplace: Workplace) -> IO[bytes]:
    """What the register of a run is kept in: a file that nobody sees, memory for a single draft."""
    if len(order.drafts) == 1:
        return io.BytesIO()
    return disk.open_unnamed(workplace.folder / f"{workplace.run}.register")
