"""Where in this program a breakdown happened, in a word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from types import TracebackType

_HOME = __file__.replace("\\", "/").rpartition("pool/")[0]


def find_place(error: BaseException) -> str:
    """The line of this program that was at work last, as `readers/csv.py:12`; another's where none of ours was."""
    return _name_last(
        (trace.tb_frame.f_code.co_filename, trace.tb_lineno) for trace in _walk(error.__traceback__)
    )


def find_line(complaint: str) -> str:
    """The same, from what an interpreter writes as it breaks down; nothing where it wrote nothing."""
    found = re.findall(r'File "([^"]+)", line (\d+) in', complaint)
    return _name_last((name, int(line)) for name, line in reversed(found)) if found else ""


def _name_last(places: Iterable[tuple[str, int]]) -> str:
    every = [(name.replace("\\", "/"), line) for name, line in places]
    own = [(name.removeprefix(_HOME), line) for name, line in every if name.startswith(_HOME)]
    own = [(name, line) for name, line in own if not name.startswith("pool/")]
    return "{}:{}".format(*(own or every or [("an unknown place", 0)])[-1])


def _walk(trace: TracebackType | None) -> Iterator[TracebackType]:
    while trace is not None:
        yield trace
        trace = trace.tb_next
