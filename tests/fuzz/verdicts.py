"""What the program makes of a mutant: it reads it with all its words, or refuses it in one line, and in time."""

import signal
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NamedTuple

from send_extract.batch.plans import _decode_plan
from send_extract.errors import SendExtractError
from send_extract.pipeline import make_plan
from send_extract.settings import DEFAULTS, parse_settings
from send_extract.source import Source
from send_extract.writers import write_plan
from tests.fuzz.mutants import Mutant

PATIENCE = 20
"""Seconds of computing for a mutant of some kilobytes."""
FAULTS = ("crash", "slow", "lost")
"""The fates that are the program's fault."""


class Verdict(NamedTuple):
    """What became of a mutant: `read`, `refused`, or a fault: `crash`, `slow`, `lost`; and what says so."""

    fate: str
    words: str = ""


class _Overdue(BaseException):
    """The time is over; no reader takes it for a fault of its parser."""


def judge(mutant: Mutant, reader: str | None = None) -> Verdict:
    """The verdict on a mutant, read in this process, by `reader` or by the one that its bytes ask for."""
    try:
        with _keep_time():
            return _judge(mutant, reader)
    except _Overdue:
        return Verdict("slow", f"over {PATIENCE} s")
    except SendExtractError as error:
        return (
            Verdict("crash", f"a refusal of several lines: {error}")
            if "\n" in str(error)
            else Verdict("refused", str(error))
        )
    except Exception as error:  # noqa: BLE001 - any other is the program's fault
        frame = traceback.extract_tb(error.__traceback__)[-1]
        return Verdict("crash", f"{type(error).__name__}: {error} ({frame.filename}:{frame.lineno})"[-300:])


def _judge(mutant: Mutant, reader: str | None) -> Verdict:
    if mutant.seed.kind == "settings":
        parse_settings(mutant.data.decode("utf-8", "replace"))
        return Verdict("read")
    if mutant.seed.kind == "json":
        plan = _decode_plan(Source(mutant.seed.name, mutant.data), mutant.seed.name)
        write_plan(plan)
        return Verdict("read")
    plan = make_plan(Source(mutant.seed.name, mutant.data), DEFAULTS, reader)
    if lost := [each.message for each in plan.diagnostics if each.code == "words-lost"]:
        return Verdict("lost", lost[0])
    files = dict(write_plan(plan))
    again = make_plan(Source("plan.md", files["plan.md"]), DEFAULTS)
    if lost := [each.message for each in again.diagnostics if each.code == "words-lost"]:
        return Verdict("lost", f"by its plan.md: {lost[0]}")
    return Verdict("read")


@contextmanager
def _keep_time() -> Iterator[None]:
    def stop(_: int, __: FrameType | None) -> None:
        raise _Overdue

    signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, PATIENCE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
