"""What a plan's author should know of its recommendations as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from send_extract.diagnostics import Diagnostic, diagnose

if TYPE_CHECKING:
    from send_extract.plan import Recommendation


def check_recommendations(recommendations: tuple[Recommendation, ...]) -> tuple[Diagnostic, ...]:
    """Diagnostics of numbers out of order or twice, recommendations without actions, notes of none."""
    return ()
