"""Reads council action plans into structured records.

from send_extract import diff_plans, load_plan, plan_frames, read_plan, write_plan

plan = read_plan("raw/draft-1.txt")           # a draft of any format
frames = plan_frames(plan)                    # its tables as data frames
files = write_plan(plan)                      # its outputs, file name to bytes
before = load_plan("output/draft-1")          # a plan that was extracted before
diff = diff_plans(before, plan)               # what changed
"""

from __future__ import annotations

from send_extract.version import __version__

TYPE_CHECKING = False
"""As checkers of types know it; the module that has it is not imported before Ctrl-C is heard (`cli.enter`)."""

if TYPE_CHECKING:
    from typing import Any

    from send_extract.batch.plans import load_plan
    from send_extract.changes import Change, PlanDiff
    from send_extract.comparison import diff_plans
    from send_extract.errors import SendExtractError
    from send_extract.pipeline import read_plan
    from send_extract.plan import Action, Measure, Plan, Recommendation
    from send_extract.settings import Settings, parse_settings
    from send_extract.source import Source
    from send_extract.values.owner import Owner
    from send_extract.values.timing import Timing
    from send_extract.writers import write_plan
    from send_extract.writers.frames import plan_frames

__all__ = [
    "Action",
    "Change",
    "Measure",
    "Owner",
    "Plan",
    "PlanDiff",
    "Recommendation",
    "SendExtractError",
    "Settings",
    "Source",
    "Timing",
    "__version__",
    "diff_plans",
    "load_plan",
    "parse_settings",
    "plan_frames",
    "read_plan",
    "write_plan",
]

_MODULES = {
    "Action": "plan",
    "Change": "changes",
    "Measure": "plan",
    "Owner": "values.owner",
    "Plan": "plan",
    "PlanDiff": "changes",
    "Recommendation": "plan",
    "SendExtractError": "errors",
    "Settings": "settings",
    "Source": "source",
    "Timing": "values.timing",
    "diff_plans": "comparison",
    "load_plan": "batch.plans",
    "parse_settings": "settings",
    "plan_frames": "writers.frames",
    "read_plan": "pipeline",
    "write_plan": "writers",
}


def __getattr__(name: str) -> Any:
    """A public name, its module imported when it is first asked for: the package itself costs nothing."""
    if name not in _MODULES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)


def __dir__() -> list[str]:
    """The public names."""
    return sorted(__all__)
