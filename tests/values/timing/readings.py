"""The readings of the conventions as plain lines: a wording, and all that its reading says."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import msgspec

from send_extract.values.timing import Timing, TimingContext, TimingReading, parse_timing, word_timing
from tests.values.timing.conventions import CONVENTIONS

GOLDEN = Path(__file__).parents[2] / "golden" / "timings" / "readings.jsonl"
PAGE = Path(__file__).parents[3] / "docs" / "timings.md"
CONTEXT = TimingContext(year=2022, plan_date=dt.date(2022, 1, 13))
_DEFAULTS = msgspec.to_builtins(Timing())


def describe_reading(wording: str) -> dict[str, Any]:
    """What a reading says, without the fields that say nothing."""
    reading = parse_timing(wording, CONTEXT)
    described: dict[str, Any] = {"text": wording, "value": _describe(reading.value)}
    if reading.alternatives:
        described["alternatives"] = [_describe(other) for other in reading.alternatives]
    if reading.rule:
        described["rule"] = reading.rule
    if reading.findings:
        described["findings"] = [finding.code for finding in reading.findings]
    return described


def _describe(timing: Timing | None) -> dict[str, Any] | None:
    if timing is None:
        return None
    fields = json.loads(msgspec.json.encode(timing))
    return {name: value for name, value in fields.items() if value != _DEFAULTS[name] and value != []}


def write_golden() -> str:
    lines = [
        json.dumps(describe_reading(wording), ensure_ascii=False)
        for convention in CONVENTIONS
        for wording in convention.wordings
    ]
    return "\n".join(lines) + "\n"


def write_page() -> str:
    """`docs/timings.md`: every convention with its examples, as an officer would read them."""
    parts = [_INTRODUCTION]
    for convention in CONVENTIONS:
        rows = "\n".join(_write_row(wording) for wording in convention.wordings)
        parts.append(f"## {convention.name}\n\n{convention.rule}\n\n{_HEAD}\n{rows}")
    return "\n\n".join(parts) + "\n"


_INTRODUCTION = """# How timings are read

Every wording below is read by a test, for a plan headed *When (2022)* and dated 13 January 2022; so a date without a
year is in 2022, and `within` counts from that day. After *or* stands the other reading of an ambiguous wording, which
is kept under `alternatives`. The last column names the rules of the grammar that read the words, as `rule` does in
`plan.json` and `send-extract check --verbose`. A wording that is not here is read by the same grammar: put it in a
draft, and see what `send-extract check` says.

`make golden` writes this page."""
_HEAD = "| Words | Reading | EDTF | RRULE | Read by |\n| --- | --- | --- | --- | --- |"


def _write_row(wording: str) -> str:
    reading = parse_timing(wording, CONTEXT)
    value = reading.value
    cells = [f"`{wording}`", _write_reading(reading), _code(value.edtf if value else None)]
    return f"| {' | '.join([*cells, _code(value.rrule if value else None), reading.rule or ''])} |"


def _write_reading(reading: TimingReading) -> str:
    if reading.value is None:
        return "*not read*"
    words = word_timing(reading.value)
    if reading.alternatives:
        words += f" \u2014 or {word_timing(reading.alternatives[0])}"
    left = [
        dict(finding.words)["rest"] for finding in reading.findings if finding.code == "timing-partly-read"
    ]
    return f"{words}; left over: *{left[0]}*" if left else words


def _code(text: str | None) -> str:
    return f"`{text}`" if text else ""


def main() -> None:
    GOLDEN.write_text(write_golden(), encoding="utf-8", newline="\n")
    PAGE.write_text(write_page(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
