"""The dialects of delimited text: what stands between two cells of a row."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from send_extract.headings import count_fields, find_field
from send_extract.patterns import compile_later

if TYPE_CHECKING:
    from collections.abc import Sequence

_PIPE = compile_later(r"(?<!\\)\|")
_RULE = compile_later(r"[\s|+:=-]*$")
_TAG = compile_later(r"<[^<>]*>")
_LIST = compile_later(r"<(?:ul|ol|li)\b", re.IGNORECASE)
_NUMBER = compile_later(r"\(?[A-Za-z]{0,4}[. -]?\d{1,3}(?:\.\d+)*[a-z]?[.):]?$")
_FURTHEST = 400
_FEWEST = 2
_BROKEN_SHARE = 0.6


class Dialect(NamedTuple):
    """How a line is cut into cells (one cell: no row), and how many cells a row has; 0 where no row is known."""

    split: Callable[[str], list[str]]
    width: int


def choose_dialect(lines: Sequence[str]) -> Dialect:
    """The dialect in which a line is a plan's heading row: tabs first, then pipes, then runs of spaces."""
    head = [line for line in lines[:_FURTHEST] if line.strip()]
    for split in (split_tabs, split_pipes, split_spaces):
        for line in head:
            cells = split(line)
            while len(cells) > 1 and not cells[-1].strip():
                cells.pop()
            if len(cells) > _FEWEST - 1 and count_fields(cells) >= _FEWEST:
                return _make_dialect(split, line, cells)
    return Dialect(split_tabs, 0)


def _make_dialect(split: Callable[[str], list[str]], line: str, heads: list[str]) -> Dialect:
    if split is split_spaces:
        split = _fit_spaces(heads)
    elif split is split_pipes and not line.lstrip().startswith("|"):
        split = _split_bare_pipes
    return Dialect(split, len(heads))


def split_tabs(line: str) -> list[str]:
    """Cells apart by tabs."""
    return line.split("\t")


def split_pipes(line: str) -> list[str]:
    """Cells apart by pipes, with one at either end or none; a line of rules is no row."""
    body = line.strip()
    if "|" not in body:
        return [line]
    if "-" in body and _RULE.match(body):
        return []
    if body[0] != "|" and body.count("|") < _FEWEST:
        return [line]
    inner = body.removeprefix("|")
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
    return [cell.strip(" \t").replace("\\|", "|") for cell in _PIPE.split(inner)]


def _split_bare_pipes(line: str) -> list[str]:
    """Cells apart by pipes where the heading row has none at its start: one there is an empty cell's."""
    return split_pipes(f"|{line}") if line.count("|") >= _FEWEST else [line]


def split_spaces(line: str) -> list[str]:
    """Cells apart by two or more spaces; those between tags are the markup's own."""
    return [cell for cell, _ in _split_gaps(line)]


def _split_gaps(line: str) -> list[tuple[str, str]]:
    """The parts of a line between its gaps, and the gap after each."""
    hidden = _TAG.sub(lambda match: match.group().replace(" ", "\0"), line.strip())
    pieces = re.split(r"( {2,})", hidden)
    parts = [piece.replace("\0", " ") for piece in pieces]
    return list(zip(parts[0::2], [*parts[1::2], ""], strict=True))


def _fit_spaces(heads: list[str]) -> Callable[[str], list[str]]:
    """A splitter for rows under `heads`: surplus gaps are a timing column's own, where they stand."""
    fields = [find_field(head) for head in heads]
    when = fields.index("when") if "when" in fields else None
    actions = fields.index("actions") if "actions" in fields else 0

    def split(line: str) -> list[str]:
        parts = _split_gaps(line)
        surplus = len(parts) - len(heads)
        if surplus < 0 and line[:2] == "  " and _LIST.match(parts[0][0]):
            return ["" for _ in heads[:actions]] + [part for part, _ in parts]
        if surplus <= 0 or when is None:
            return [part for part, _ in parts]
        until = when + surplus
        merged = "".join(part + gap for part, gap in parts[when:until]) + parts[until][0]
        return [part for part, _ in (*parts[:when], (merged, ""), *parts[until + 1 :])]

    return split


def is_broken(lines: Sequence[str]) -> bool:
    """Whether the text is a pipe table broken into one cell a line."""
    piped = [line.strip() for line in lines[:_FURTHEST] if line.lstrip().startswith("|")]
    singles = [line for line in piped if len(_PIPE.findall(line.strip("|"))) == 0]
    return (
        len(singles) > _BROKEN_SHARE * len(piped)
        and count_fields(line.strip("| ") for line in singles) >= _FEWEST
    )


class BrokenCell(NamedTuple):
    """One cell of a broken pipe table and its line from 1; no text between two tables."""

    text: str
    line: int


def read_broken(lines: Sequence[str]) -> list[tuple[list[str], int]]:
    """The rows of a pipe table broken into one cell a line, and the other lines, each with its line from 1."""
    rows: list[tuple[list[str], int]] = []
    cells: list[BrokenCell] = []
    for number, line in enumerate(lines, 1):
        body = line.strip()
        if body.startswith("|"):
            if not (_RULE.match(body) and "-" in body):
                cells += [BrokenCell(cell, number) for cell in split_pipes(body) or [""]]
        elif body and cells and cells[-1].line == number - 1:
            cells[-1] = BrokenCell(f"{cells[-1].text} {body}".strip(), number)
        elif body:
            rows += _chunk(cells)
            cells = []
            rows.append(([line], number))
    return rows + _chunk(cells)


def _chunk(cells: list[BrokenCell]) -> list[tuple[list[str], int]]:
    """Cells to rows: the heading row ends before the first number, and the rest has its width."""
    width = next(
        (place for place, cell in enumerate(cells) if place and _NUMBER.match(cell.text)), len(cells)
    )
    return [
        ([cell.text for cell in cells[start : start + width]], cells[start].line)
        for start in range(0, len(cells), max(width, 1))
    ]
