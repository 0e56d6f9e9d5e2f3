"""`completion`: what makes a shell complete this program's commands and options."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import TYPE_CHECKING, NamedTuple

from send_extract.errors import UsageError

if TYPE_CHECKING:
    from send_extract.cli.console import Console

EXAMPLES = """\
examples:
  send-extract completion bash > ~/.local/share/bash-completion/completions/send-extract
  send-extract completion zsh > ~/.zfunc/_send-extract
"""
_SHELLS = ("bash", "zsh", "tcsh")


class CompletionOptions(NamedTuple):
    """What `completion` was asked."""

    shell: str


OPTIONS = CompletionOptions
"""What this command is asked, by the name under which every command has it."""


def add_arguments(parser: ArgumentParser) -> None:
    """Adds what `completion` can be asked to its parser."""
    parser.add_argument("shell", choices=_SHELLS, metavar="SHELL", help=", ".join(_SHELLS))


def run(options: CompletionOptions, console: Console) -> int:
    """Prints the script of a shell.

    Raises:
        UsageError: the optional part that writes it is not installed.
    """
    try:
        import shtab
    except ImportError as error:
        message = (
            "Completion needs an optional part that is not installed. "
            "Install it with: pip install 'send-extract[completion]'"
        )
        raise UsageError(message) from error
    from send_extract.cli.command import make_full_parser

    console.write_data(f"{shtab.complete(make_full_parser(), options.shell)}\n".encode())
    return 0
