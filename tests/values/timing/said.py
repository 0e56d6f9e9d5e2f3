"""What a reading says, on one line: its days, and what else it claims."""

import datetime as dt

from send_extract.values.timing import Timing, TimingContext, parse_timing

CONTEXT = TimingContext(year=2023, plan_date=dt.date(2023, 1, 9))


def say(text: str, context: TimingContext = CONTEXT) -> str:
    """`2023-05-01/2023-05-31 approximate FREQ=MONTHLY`; empty where the words were not read."""
    value = parse_timing(text, context).value
    return describe(value) if value else ""


def describe(timing: Timing) -> str:
    said = [f"{interval.start or ''}/{interval.end or ''}" for interval in timing.intervals]
    flags = {"by": timing.deadline, "about": timing.approximate}
    said += [name for name, is_so in flags.items() if is_so]
    said += [str(word) for word in (timing.rrule, timing.duration, timing.status) if word]
    said += [f"after {timing.contingent_on}"] if timing.contingent_on else []
    return " ".join(said)
