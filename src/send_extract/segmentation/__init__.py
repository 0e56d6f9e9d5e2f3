"""One When (or Who) cell to one mention an action."""

from __future__ import annotations

from typing import NamedTuple

from send_extract.diagnostics import Finding


class Segments(NamedTuple):
    """A cell divided among its actions: one part an action, "" where which one is not certain."""

    parts: tuple[str, ...]
    findings: tuple[Finding, ...] = ()
