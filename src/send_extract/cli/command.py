"""What the program is asked: the command that its arguments name, run, and its faults told."""

from __future__ import annotations

import os
import re
import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from contextlib import suppress
from functools import partial
from importlib import import_module
from types import ModuleType
from typing import NoReturn

from send_extract.cli import INTERRUPTED
from send_extract.cli.console import Console, describe_os_error, open_console, quote_name
from send_extract.errors import Crash, SendExtractError, UnwritableOutput, UsageError
from send_extract.notation.unseen import show
from send_extract.version import __version__

COMMANDS = {
    "extract": "read drafts and write their plans as a page, JSON, CSV and Markdown",
    "batch": "read many drafts, here or on a cluster, into one dataset",
    "check": "say what is to be mended in drafts",
    "diff": "say what changed from one draft to the next",
    "show": "list the actions of a draft: an owner's, a month's, those without a date",
    "due": "list what is due from a day on",
    "ask": "answer a question in SQL from the dataset of many plans",
    "explain": "say how a wording is read, by which rule, and what else it could mean",
    "schema": "print the JSON Schema of an output",
    "completion": "print what makes a shell complete commands and options",
}
"""Each command and its line of help. `send_extract.cli.<command>` has its arguments, examples, `OPTIONS` and `run`."""

EXAMPLES = """\
examples:
  send-extract extract raw                    every draft in raw/, to output/
  send-extract extract draft.txt -o plans     one draft, to plans/draft/
  send-extract batch plans -o dataset         thousands of drafts, to one dataset
  send-extract check draft.txt --strict       what is to be mended; exit 1 if anything is
  send-extract diff draft-1.txt draft-2.txt   what changed
  send-extract show draft.txt --owner GB      what GB has to do
  send-extract due raw --as-of 2022-03-01     what is due in the next three months
  send-extract ask plans "FROM slips"         what slipped, in a dataset of many councils' plans
  send-extract explain "From Oct onwards"     how a wording is read
  send-extract schema plan                    the JSON Schema of plan.json
"""


_UNUSED = ("soupsieve", "cchardet")
"""What BeautifulSoup imports and nothing here uses: selectors of CSS, a guess of encodings (the first of three that are
there). The two take a third of the time of a small page; in a process that is this program's own, nothing is found."""


def run_process() -> int:
    """Runs the command that the process was started with, and sends on all that it says; gives its exit code."""
    for name in _UNUSED:
        sys.modules.setdefault(name, ModuleType(name))
    try:
        code = run_command(sys.argv[1:])
    except SystemExit as left:
        code = left.code if isinstance(left.code, int) else 0
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        pass
    except OSError:
        code = code or UnwritableOutput.exit_code
    with suppress(OSError):
        sys.stderr.flush()
    return code


def run_command(arguments: list[str]) -> int:
    """Runs the command that `arguments` name; gives its exit code."""
    console, code = open_console(), 0
    try:
        code = _run(arguments, console)
        console.flush()
    except SendExtractError as error:
        console.complain(str(error))
        code = error.exit_code
    except BrokenPipeError:
        _silence_stdout()
    except OSError as error:
        console.complain(
            f"The run cannot go on: {describe_os_error(error)}. Check the disk and its permissions."
        )
        code = UnwritableOutput.exit_code
    except KeyboardInterrupt:
        console.complain("Stopped.")
        code = INTERRUPTED
    except Exception as fault:  # noqa: BLE001 - a traceback is nothing for a person; `--verbose` asks for it
        code = _own_up(fault, console, with_traceback=bool({"-v", "--verbose"} & {*arguments}))
    return code


def _own_up(fault: Exception, console: Console, *, with_traceback: bool) -> int:
    """Tells of a breakdown of the program itself; gives its exit code."""
    from send_extract.confinement import word_crash
    from send_extract.pool.worker import tell_exception

    answer = tell_exception(fault)
    console.complain(word_crash("This program broke down", answer, "what it was given"))
    if with_traceback:
        console.note(answer.traceback.rstrip())
    return Crash.exit_code


def _run(arguments: list[str], console: Console) -> int:
    parser = _make_parser(arguments, partial(RawDescriptionHelpFormatter, width=console.width))
    if not arguments:
        parser.print_help()
        return 0
    options = vars(parser.parse_args(arguments))
    _check_given(options)
    module = import_module(f"{__package__}.{options.pop('command')}")
    code: int = module.run(module.OPTIONS(**options), console)
    return code


_FOLDER_MAKERS = frozenset({"batch", "schema"})
"""Commands whose output is a folder, and nothing that could be printed."""


def _check_given(options: dict[str, object]) -> None:
    """Raises UsageError: something is given as nothing, as by a script whose variable is not set, or no folder is."""
    if options["command"] in _FOLDER_MAKERS and options["output"] == "-":
        message = f"{options['command']} writes a folder, and prints none. Name it after -o."
        raise UsageError(message)
    for name, value in options.items():
        if name != "words" and (value == "" or (isinstance(value, list) and "" in value)):
            message = f"What is given for {name} is empty. Name it, or leave it out."
            raise UsageError(message)


def make_full_parser() -> ArgumentParser:
    """The parser of every command with all its options."""
    return _make_parser(["", *COMMANDS], partial(RawDescriptionHelpFormatter))


class _Parser(ArgumentParser):
    """A parser whose faults are this program's: one clear line, exit code 2."""

    command: ArgumentParser | None = None
    """The parser of the command that was asked for, whose options the parser of all commands refuses in its name."""

    def error(self, message: str) -> NoReturn:
        """Leaves with the fault in one line, and the word that was probably meant."""
        said = show(
            f"send-extract: {message}.{self._suggest(message)} See {(self.command or self).prog} --help."
        )
        self.exit(2, f"{said}\n")

    def _suggest(self, message: str) -> str:
        from difflib import get_close_matches

        chosen = re.search(r"invalid choice: '([^']*)' \(choose from (.*)\)", message)
        unknown = re.search(r"unrecognized arguments: (--[^\s=]+)", message)
        word = chosen[1] if chosen else unknown[1] if unknown else ""
        usage = self.command.format_usage() if self.command else ""
        known = re.findall(r"'([^']*)'", chosen[2]) if chosen else re.findall(r"--[a-z-]+", usage)
        close = get_close_matches(word.lower(), known, n=1) if word else []
        if chosen and not close and os.access(word, os.F_OK):
            return f" To read it: send-extract extract {quote_name(word)}."
        return f" Did you mean {close[0]}?" if close else ""


def _make_parser(arguments: list[str], formatter: partial[RawDescriptionHelpFormatter]) -> ArgumentParser:
    """The parser: of the command that is named first alone, else of all of them, those imported that are named."""
    parser = _Parser(
        prog="send-extract",
        description="Reads council action plans into structured records.",
        epilog=EXAMPLES,
        formatter_class=formatter,
    )
    parser.add_argument("--version", action="version", version=f"send-extract {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True, prog=parser.prog)
    for name in COMMANDS.keys() & arguments[:1] or COMMANDS:
        summary = COMMANDS[name]
        module = import_module(f"{__package__}.{name}") if name in arguments else None
        command = commands.add_parser(
            name,
            help=summary,
            description=f"{summary[0].upper()}{summary[1:]}.",
            epilog=module.EXAMPLES if module else None,
            formatter_class=formatter,
        )
        if module:
            module.add_arguments(command)
            parser.command = command
    return parser


def _silence_stdout() -> None:
    """Whoever read our output has gone: nothing more is written, not even by the interpreter as it closes."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
