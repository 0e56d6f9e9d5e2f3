"""Runs to words: plain, and in Markdown's inline form with their emphasis and footnote marks."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from send_extract.document import Block, Run, join_runs
from send_extract.patterns import compile_later

_SPECIAL = compile_later(r"([\\`*_\[\]<>~^])")
_STYLES = (
    ("b", "**", "**"), ("i", "*", "*"), ("s", "~~", "~~"), ("u", "<u>", "</u>"), ("^", "<sup>", "</sup>"),
    ("_", "<sub>", "</sub>"),
)  # fmt: skip
_FOOTNOTE = compile_later(r"[*†‡§]{1,3}(?=\w|[\"'“‘(])")


class PrintedWords(Struct, frozen=True):
    """Words without their marks, and in Markdown with them; `rich` is None where it adds nothing."""

    text: str
    rich: str | None = None


def print_words(runs: Sequence[Run]) -> PrintedWords:
    """The plain and the rich form of `runs`."""
    if len(runs) == 1 and not runs[0].emphasis and runs[0].text[:1] not in "*†‡§":
        return PrintedWords(runs[0].text.strip())
    plain = join_runs(runs).strip()
    mark = _FOOTNOTE.match(plain)
    rich = "".join(map(_print_run, runs)).strip()
    if not mark and not any(run.emphasis for run in runs):
        return PrintedWords(plain)
    return PrintedWords(plain[mark.end() :] if mark else plain, rich)


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
