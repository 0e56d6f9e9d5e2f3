"""Two versions of the program over one corpus: `python -m bench.versions OLD NEW --corpus DIR`.

OLD and NEW are revisions of this repository, `.` for the files as they are, or folders with a dataset each.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

import msgspec

from bench.drift import Drift, compare_datasets
from bench.measuring import ROOT, print_table
from send_extract.corpus.dataset import DATASET_NAME

DIFFERS, WRONG = 1, 2
"""Exit codes: there are differences, and they were asked for; a version cannot be had."""


class VersionError(Exception):
    """A version cannot be run, or holds nothing to compare."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints what differs as a table; gives the exit code."""
    asked = _make_parser().parse_args(arguments)
    try:
        with ExitStack() as stack:
            folders = [
                stack.enter_context(_find_dataset(name, asked.corpus)) for name in (asked.old, asked.new)
            ]
            drift = compare_datasets(*folders)
    except (VersionError, ValueError) as fault:
        print(f"corpus-diff: {fault}", file=sys.stderr)
        return WRONG
    if asked.json:
        Path(asked.json).write_bytes(msgspec.json.format(msgspec.json.encode(drift), indent=2) + b"\n")
    _print(drift, f"{asked.old} ({drift.old})", f"{asked.new} ({drift.new})")
    return DIFFERS if asked.strict and not drift.is_none else 0


def _make_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="corpus-diff", description=__doc__)
    parser.add_argument("old")
    parser.add_argument("new")
    parser.add_argument("--corpus", default="raw", help="what both versions read (default: raw)")
    parser.add_argument("--json", metavar="FILE", help="write the differences there too, with examples")
    parser.add_argument("--strict", action="store_true", help="exit 1 where anything differs")
    return parser


@contextmanager
def _find_dataset(name: str, corpus: str) -> Iterator[Path]:
    """The folder of a dataset; of a revision, one that it is asked to make."""
    if (Path(name) / DATASET_NAME).is_file():
        yield Path(name)
        return
    with tempfile.TemporaryDirectory() as folder, _check_out(name, Path(folder) / "program") as source:
        output = Path(folder) / "dataset"
        command = [
            sys.executable,
            "-m",
            "send_extract",
            "batch",
            str(Path(corpus).absolute()),
            "-o",
            str(output),
            "-q",
        ]
        ran = subprocess.run(
            command, env=_make_environment(source), capture_output=True, text=True, check=False
        )
        if not (output / DATASET_NAME).is_file():
            words = ran.stderr.strip().splitlines()[-1:] or ["it says nothing"]
            message = f"the program of {name} made no dataset of {corpus}: {words[0]}"
            raise VersionError(message)
        yield output


def _make_environment(source: Path) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(source / "src")}


@contextmanager
def _check_out(name: str, place: Path) -> Iterator[Path]:
    """The files of a revision in a folder of their own."""
    if Path(name).resolve() == ROOT.resolve():
        yield ROOT
        return
    made = _run_git("worktree", "add", "--quiet", "--detach", str(place), name)
    if made.returncode:
        message = f"{name} is no dataset and no revision of this repository. Name a folder of batch's, or a revision."
        raise VersionError(message)
    try:
        yield place
    finally:
        _run_git("worktree", "remove", "--force", str(place))


def _run_git(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["git", "-C", str(ROOT), *arguments], capture_output=True, text=True, check=False)  # noqa: S607 - what any developer has


def _print(drift: Drift, old: str, new: str) -> None:
    """The fields and rows that differ; a line where none do."""
    fields = [field for field in drift.fields if not field.is_same]
    rows = [table for table in (drift.sources, *drift.rows) if table.gained or table.lost]
    sources = f"{drift.sources.both} source{'s' if drift.sources.both != 1 else ''}"
    if drift.is_none:
        print(f"Nothing differs in {sources}: {old}, {new}")
        return
    heading = ("table", "field", "same", "gained", "lost", "changed")
    lines: list[tuple[object, ...]] = [
        (table.table, "(rows)", table.both, table.gained, table.lost, "") for table in rows
    ]
    lines += [(f.table, f.field, f.same, f.gained, f.lost, f.changed) for f in fields]
    print_table(f"{sources}: {old}, then {new}", [heading, *lines])
    for table in drift.unmatched:
        print(f"  {table}: one of the two has no such table")
    for field in fields:
        for example in field.examples[:1]:
            print(
                f"  {field.table}.{field.field}: {example.old!r} → {example.new!r}  {example.row}  {example.uri}"
            )


if __name__ == "__main__":
    sys.exit(main())
