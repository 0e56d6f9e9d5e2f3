"""Optional parts: asked for when a source needs them, and named with the command that installs them."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from send_extract.errors import MissingExtra


def require(module: str, extra: str) -> Any:
    """The module of an optional part.

    Raises:
        MissingExtra: it is not installed.
    """
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        message = f"This needs an optional part; install it with: pip install 'send-extract[{extra}]'"
        raise MissingExtra(message) from error
