"""`batch`: many sources to one dataset, every one of them accounted for."""

from __future__ import annotations

from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

from msgspec import Struct

from send_extract.batch.sources import describe_error, read_settings
from send_extract.cli import INTERRUPTED
from send_extract.cli.console import Console
from send_extract.cli.extract import add_jobs
from send_extract.cli.progress import follow_run
from send_extract.corpus.formats import FORMATS
from send_extract.corpus.run import ENGINES, CorpusOrder, SourceStep, Unfinished, read_corpus
from send_extract.corpus.sources import find_path, find_sources
from send_extract.corpus.work import Terms
from send_extract.errors import UsageError

EXAMPLES = """\
examples:
  send-extract batch plans -o dataset               every draft in plans/ and below
  send-extract batch "plans/*/*.docx" -o dataset    those that fit a pattern
  send-extract batch @plans.txt -o dataset          those that a file lists, a line each
  send-extract batch s3://bucket/plans -o dataset   those in a bucket (needs the extra remote)
  send-extract batch plans -o dataset --resume      what is new, was changed, or could not be opened
  send-extract batch plans -o dataset --engine spark --master spark://host:7077
                                                    by a cluster (needs the extra spark)
"""
_MOST_TOLD = 20
"""Sources that are told of by a line each, where something is wrong with them; the others are in `outcomes`."""


class BatchOptions(Struct, frozen=True):
    """What `batch` was asked."""

    sources: list[str]
    output: str
    engine: str
    master: str | None
    jobs: int | None
    resume: bool
    format: str
    settings: str | None
    quiet: bool


OPTIONS = BatchOptions
"""What this command is asked, by the name under which every command has it."""


def add_arguments(parser: ArgumentParser) -> None:
    """Adds what `batch` can be asked to its parser."""
    parser.add_argument(
        "sources",
        nargs="+",
        metavar="SOURCE",
        help="a draft, a folder, a pattern, @LIST, or an address (s3://…)",
    )
    parser.add_argument("-o", "--output", required=True, metavar="DIR", help="the folder of the dataset")
    parser.add_argument(
        "--engine", choices=tuple(ENGINES), default="local", help="what has the drafts read (default: local)"
    )
    parser.add_argument(
        "--master",
        metavar="URL",
        help="the cluster for --engine spark: spark://HOST:7077, sc://HOST:15002 (default: this machine)",
    )
    add_jobs(parser)
    parser.add_argument(
        "--resume",
        action="store_true",
        help="leave out what was read before: same bytes, version and settings",
    )
    parser.add_argument(
        "--format", choices=tuple(FORMATS), default="jsonl", help="how the tables are kept (default: jsonl)"
    )
    parser.add_argument(
        "--settings", metavar="FILE", help="settings (default: send-extract.toml beside or above)"
    )
    parser.add_argument("-q", "--quiet", action="store_true", help="no summary, only faults")


class _Run:
    """What is told of a run: its sources by what became of them, and the first fault's exit code."""

    def __init__(self, total: int, console: Console) -> None:
        self.total, self._console = total, console
        self.counts: Counter[str] = Counter()
        self._first = "", 0
        self._told = self._known = 0

    @property
    def code(self) -> int:
        """The exit code of the first source, in the order of addresses, that was not extracted."""
        return self._first[1]

    def add(self, step: SourceStep) -> None:
        """One more source is done."""
        outcome = step.outcome
        self.counts[outcome.outcome if outcome else "read before"] += 1
        if not step.exit_code:
            return
        fault = step.uri, step.exit_code
        self._first = min(self._first, fault) if self.code else fault
        if outcome is None or outcome.reason is None:
            self._known += 1
            return
        self._told += 1
        if self._told <= _MOST_TOLD:
            place = find_path(step.uri) or step.uri
            self._console.complain(describe_error(outcome.reason, outcome.identity.name, str(place)))

    def describe(self) -> str:
        """What became of the sources, in a line."""
        told = ", ".join(f"{count:,} {name}" for name, count in self.counts.most_common())
        return f"{self.total:,} source{'' if self.total == 1 else 's'}: {told}"

    def list_untold(self) -> Iterator[str]:
        """How many faults no line was for."""
        if self._told > _MOST_TOLD:
            yield f"{self._told - _MOST_TOLD:,} more could not be extracted: their reasons are in outcomes."
        if self._known:
            yield f"{self._known:,} of those read before could not be extracted: see outcomes for the reasons."


def run(options: BatchOptions, console: Console) -> int:
    """Reads the sources into the dataset; the exit code is that of the first source that was not extracted."""
    _refuse_master(options)
    settings = read_settings(Path(options.settings)) if options.settings else None
    order = CorpusOrder(
        find_sources(options.sources),
        Terms(settings),
        options.format,
        options.engine,
        options.jobs,
        master=options.master,
        is_resumed=options.resume,
    )
    told = _Run(len(order.sources), console)
    try:
        note = partial(_note_unfinished, options, console)
        with closing(read_corpus(order, Path(options.output), note)) as steps:
            for step in follow_run(steps, 0 if options.quiet else told.total, console):
                told.add(step)
    except KeyboardInterrupt:
        done = told.counts.total()
        console.complain(f"Stopped: {done:,} of {told.total:,} sources are read. Go on with --resume.")
        return INTERRUPTED
    for line in told.list_untold():
        console.complain(line)
    if not options.quiet:
        console.tell(f"{told.describe()}. {Path(options.output).as_posix()}/ has the rows of all.")
    return told.code


def _refuse_master(options: BatchOptions) -> None:
    """Raises UsageError: what is named is no cluster, or another engine is asked for."""
    if options.master is None:
        return
    if options.engine != "spark":
        message = f"--master {options.master} is for --engine spark."
        raise UsageError(message)
    from send_extract.corpus.spark.session import check_master

    check_master(options.master)


def _note_unfinished(options: BatchOptions, console: Console, left: Unfinished) -> None:
    """Tells what becomes of what a run that was stopped has left."""
    if left == "other":
        console.complain(f"{options.output} has a run of another version that was stopped: it is begun anew.")
    elif left == "own" and not options.resume:
        console.complain(
            f"{options.output} has a run that was stopped: it is begun anew. --resume would go on."
        )
