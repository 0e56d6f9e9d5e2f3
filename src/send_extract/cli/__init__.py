"""The command: arguments in, one call, text and an exit code out."""

from __future__ import annotations

import gc
import os
import sys

from send_extract import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NoReturn

INTERRUPTED = 130
"""What a shell gives for a program that was stopped with Ctrl-C: 128 and SIGINT's number."""


def enter() -> NoReturn:
    """The program as a process: runs the command and leaves at once with its exit code, wherever it is stopped.

    Everything is written and flushed by then; taking the interpreter apart would be a sixth of a small run.
    """
    code = INTERRUPTED
    # Records hold no cycles: looking for them takes a third of a large draft's time. A run collects between drafts.
    gc.disable()
    tell = sys.unraisablehook
    sys.unraisablehook = lambda unheard: (
        _hear_again() if unheard.exc_type is KeyboardInterrupt else tell(unheard)
    )
    try:
        # What is imported here is imported where Ctrl-C is heard. msgspec drops one that comes while it imports this,
        # and breaks down over the first date.
        __import__("datetime")
        _import_records()
        from send_extract.cli.command import run_process

        code = run_process()
    except KeyboardInterrupt:
        os.write(2, b"send-extract: Stopped.\n")
    finally:
        os._exit(code)


def _import_records() -> None:
    """Imports msgspec as if there were no typing_extensions, of which it takes what Python has itself.

    That imports `inspect`, `ast` and `tokenize`, a quarter of msgspec's own import; who imports it later has it.
    """
    from types import ModuleType

    empty = ModuleType("typing_extensions")
    found = sys.modules.setdefault(empty.__name__, empty)
    try:
        __import__("msgspec")
    finally:
        if found is empty:
            del sys.modules[empty.__name__]


def _hear_again() -> None:
    """Repeats Ctrl-C a moment later, which the interpreter has to drop in what runs when a record goes."""
    import _thread
    import time

    def repeat() -> None:
        time.sleep(0.01)
        _thread.interrupt_main()

    _thread.start_new_thread(repeat, ())


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command that `arguments` (by default the program's own) name; gives its exit code."""
    from send_extract.cli.command import run_command

    return run_command(sys.argv[1:] if arguments is None else list(arguments))
