"""Reads council action plans into structured records.

from send_extract import read_plan, plan_frames

plan = read_plan("raw/draft-1.txt")
frames = plan_frames(plan)
"""

from typing import TYPE_CHECKING, Any

from send_extract.version import __version__

if TYPE_CHECKING:
    from send_extract.errors import SendExtractError
    from send_extract.pipeline import read_plan
    from send_extract.plan import Plan
    from send_extract.settings import Settings, parse_settings
    from send_extract.source import Source
    from send_extract.writers.frames import plan_frames

__all__ = [
    "Plan",
    "SendExtractError",
    "Settings",
    "Source",
    "__version__",
    "parse_settings",
    "plan_frames",
    "read_plan",
]

_MODULES = {
    "Plan": "plan",
    "SendExtractError": "errors",
    "Settings": "settings",
    "Source": "source",
    "parse_settings": "settings",
    "plan_frames": "writers.frames",
    "read_plan": "pipeline",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a module's attributes are of every type
    """A public name, its module imported when it is first asked for: the package itself costs nothing."""
    if name not in _MODULES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    from importlib import import_module  # noqa: PLC0415 - what this function is for

    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)


def __dir__() -> list[str]:
    """The public names."""
    return sorted(__all__)
