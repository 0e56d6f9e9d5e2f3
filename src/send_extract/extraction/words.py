"""Runs to words: plain, and in Markdown's inline form with their emphasis and footnote marks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from send_extract.document import Block, Run, join_runs
from send_extract.headings.doing import is_doing
from send_extract.notation.marks import find_mark
from send_extract.patterns import compile_later

_SPECIAL = compile_later(r"([\\`*_\[\]<>~^])")
_STYLES = (
    ("b", "**", "**"), ("i", "*", "*"), ("s", "~~", "~~"), ("u", "<u>", "</u>"), ("^", "<sup>", "</sup>"),
    ("_", "<sub>", "</sub>"),
)  # fmt: skip
_BREAK = compile_later(r"[ \t]*\n[ \t]*")
_STOPPED = compile_later(r"[^\w,’'\")\]][ \t]*$", re.MULTILINE)
"""The end of a line behind which nothing of its sentence can follow."""
_WRAPPED = 3
"""Blanks in a line that a cell's width may have broken; shorter ones in a row are a list of their own."""
_WIDE = compile_later(r"(?<=\S) {2,}(?=\S)")
"""Blanks that a program or a hand put in a row: one is meant."""
_FOOTNOTE = compile_later(r"[*†‡§]{1,3}(?=\w|[\"'“‘(])")


class PrintedWords(Struct, frozen=True):
    """Words without their marks, and in Markdown with them; `rich` is None where it adds nothing."""

    text: str
    rich: str | None = None


def print_words(runs: Sequence[Run]) -> PrintedWords:
    """The plain and the rich form of `runs`."""
    runs = join_lines(runs)
    if len(runs) == 1 and not runs[0].emphasis and runs[0].text[:1] not in "*†‡§":
        return PrintedWords(_WIDE.sub(" ", runs[0].text.strip()))
    plain = _WIDE.sub(" ", join_runs(runs).strip())
    mark = _FOOTNOTE.match(plain)
    rich = _WIDE.sub(" ", "".join(map(_print_run, runs)).strip())
    if not mark and not any(run.emphasis for run in runs):
        return PrintedWords(plain)
    return PrintedWords(plain[mark.end() :] if mark else plain, rich)


def join_lines(runs: Sequence[Run]) -> tuple[Run, ...]:
    """The runs with a blank for each line break in the middle of a sentence; all of them as they are in any other."""
    text = "".join([run.text for run in runs])
    if "\n" not in text or not _is_sentence(text.split("\n")):
        return tuple(runs)
    return tuple([replace(run, text=_BREAK.sub(" ", run.text)) for run in runs])


def _is_sentence(lines: Sequence[str]) -> bool:
    """Whether every line goes on with the one above: none is an order, and of several all are as long as a wrap is."""
    first, *others = [line.strip() for line in lines]
    if not first[:1].isupper() or _STOPPED.search("\n".join(lines[:-1])) or not all(map(_goes_on, others)):
        return False
    return len(others) == 1 or all(line.count(" ") >= _WRAPPED for line in (first, *others[:-1]))


def _goes_on(line: str) -> bool:
    return line[:1].islower() and find_mark(line) is None and not is_doing(line)


def join_blocks(blocks: Sequence[Block]) -> tuple[Run, ...]:
    """The runs of all blocks, a line apart."""
    if len(blocks) == 1:
        return blocks[0].runs
    runs: list[Run] = []
    for block in blocks:
        if runs:
            runs.append(Run("\n"))
        runs += block.runs
    return tuple(runs)


def _print_run(run: Run) -> str:
    """One run as inline Markdown; the marks stand close to the words, as Markdown asks."""
    words = run.text.strip()
    if not words:
        return run.text
    start = run.text.index(words[0])
    text = _SPECIAL.sub(r"\\\1", words)
    for letter, opening, closing in _STYLES:
        if letter in run.emphasis:
            text = f"{opening}{text}{closing}"
    return f"{run.text[:start]}{text}{run.text[start + len(words) :]}"
