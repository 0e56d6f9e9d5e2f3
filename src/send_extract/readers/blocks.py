"""Blocks as markup opens and closes them: what is open, and what has been closed so far."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec.structs import replace

from send_extract.diagnostics import Finding
from send_extract.document import Block, Run, make_block, print_runs
from send_extract.notation.marks import BULLET
from send_extract.readers.tags import STRUCK, Effect, is_count

EDGES = " \t\r\n\f\v\xa0\u200b\ufeff"
"""White space, and the marks that print nothing, at the ends of a block."""

_BLANK = (" ", "\n")
IMAGE = "image:"
"""How words begin that a converter left of an image."""
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
_GAP = ("  ", "")
"""What stands between two cells whose words are those of one."""


class BlockBuilder:
    """The blocks of a cell so far, and what is open: words, emphasis, lists, an item.

    Unless the tags are `balanced` (a tree's), emphasis that a paragraph leaves open ends with it.
    """

    __slots__ = (
        "_balanced",
        "_base",
        "_begun",
        "_counts",
        "_emphasis",
        "_in_block",
        "_marker",
        "_open",
        "_typed",
        "_words",
        "blocks",
        "findings",
    )

    def __init__(self, *, balanced: bool = False) -> None:
        self._balanced = balanced
        self._typed: tuple[int, str] | None = None
        self.blocks: list[Block] = []
        self.findings: list[Finding] = []
        self._words: list[tuple[str, str]] = []
        self._open: dict[str, int] = {}
        self._emphasis = ""
        self._base: dict[str, int] = {}
        self._in_block = False
        self._counts: list[tuple[int, str] | None] = []
        self._marker: str | None = None
        self._begun = (0, 0)

    def add_text(self, text: str) -> None:
        """Text between two tags; white space counts only inside a block."""
        if self._words or not text.isspace():
            self._words.append((text, self._emphasis))

    def end_words(self) -> None:
        """Closes the block that is open, if it has words."""
        if not self._words:
            return
        runs = trim_runs(self._words)
        self._words = []
        if not runs:
            return
        if runs[0].text[: len(IMAGE)].lower() == IMAGE:
            self.describe_image(print_runs(runs))
        elif self._typed:
            self.blocks.append(Block(runs, *self._typed))
            self._typed = None
        elif self._marker is None:
            self.blocks.append(Block(runs))
        else:
            self._add_item(runs)

    def _add_item(self, runs: tuple[Run, ...]) -> None:
        level = len(self._counts)
        if self._marker or not self.blocks or self.blocks[-1].level != level:
            self.blocks.append(Block(runs, level, self._marker or ""))
            self._marker = ""
        else:
            last = self.blocks[-1]
            self.blocks[-1] = replace(last, runs=(*last.runs, Run("\n"), *runs))

    def open_block(self, _: str) -> None:
        """A paragraph begins."""
        self.end_words()
        if self._balanced:
            return
        if self._in_block:
            self._drop_emphasis()
        self._base = dict(self._open) if self._open else {}
        self._in_block = True

    def close_block(self, _: str) -> None:
        """A paragraph ends, and with it the emphasis that it opened."""
        self.end_words()
        if self._typed:
            self._end_mark(*self._typed)
        if self._balanced:
            return
        self._drop_emphasis()
        self._in_block = False

    def break_line(self, _: str) -> None:
        """A line ends inside a block."""
        if self._words:
            self._words.append(("\n", ""))

    def end_cell(self, _: str) -> None:
        """A cell of a table inside the cell ends, or one begins behind words: two spaces keep its words apart."""
        if self._words and self._words[-1] != _GAP:
            self._words.append(_GAP)

    def open_list(self, value: str) -> None:
        """A list begins; `value` is `start type` of a numbered one, else empty."""
        self.end_words()
        self._counts.append(_read_count(value))
        self._begun = (len(self.blocks), self._counts[-1][0] if self._counts[-1] else 0)
        self._marker = None if self._marker is None else ""

    def close_list(self, _: str) -> None:
        """A list ends; what follows belongs to the item around it, if there is one."""
        self.close_block("")
        if self._counts:
            self._end_count(self._counts.pop())
        self._marker = "" if self._counts else None

    def _end_count(self, count: tuple[int, str] | None) -> None:
        """A list of one item without words that goes on counting from another is its number."""
        blocks, first = self._begun
        if count and first > 1 and count[0] == first + 1 and len(self.blocks) == blocks:
            self.blocks.append(make_block(_print_marker(first, count[1])))

    def open_item(self, value: str) -> None:
        """A list item begins (and the one before it ends); `value` is its own number, where it has one."""
        self.open_block("")
        if not self._counts:
            self._counts.append(None)
        count = self._counts[-1]
        if count is None:
            self._marker = BULLET
            return
        number = int(value) if is_count(value) else count[0]
        self._counts[-1] = (number + 1, count[1])
        self._marker = _print_marker(number, count[1])

    def close_item(self, _: str) -> None:
        """A list item ends."""
        self.close_block("")
        self._marker = "" if len(self._counts) > 1 else None

    def mark_item(self, level: int, marker: str) -> None:
        """What the next block is in a list that only its own marks tell of."""
        self._typed = (level, marker)

    def _end_mark(self, _: int, marker: str) -> None:
        """A count without words after it is the words (a column of numbers)."""
        if marker != BULLET:
            self.blocks.append(make_block(marker))
        self._typed = None

    def add_blocks(self, blocks: Iterable[Block]) -> None:
        """Blocks that were read apart."""
        self.end_words()
        self.blocks.extend(blocks)

    @property
    def is_struck(self) -> bool:
        """Whether what comes next is struck out."""
        return STRUCK in self._emphasis

    @property
    def ends_blank(self) -> bool:
        """Whether the block that is open ends in white space."""
        return bool(self._words) and self._words[-1][0][-1:] in _BLANK

    def trim_blank(self) -> None:
        """Takes off the spaces at the end of the block that is open."""
        if self._words:
            text, emphasis = self._words[-1]
            self._words[-1] = (text.rstrip(" "), emphasis)

    def open_emphasis(self, letter: str) -> None:
        """Emphasis begins."""
        self._open[letter] = self._open.get(letter, 0) + 1
        self._set_emphasis()

    def close_emphasis(self, letter: str) -> None:
        """The last emphasis of that kind ends."""
        if self._open.get(letter):
            self._open[letter] -= 1
            self._set_emphasis()

    def skip(self, _: str) -> None:
        """A tag that says nothing of words."""

    def keep_words(self, tag: str) -> None:
        """A tag of no known name, or with words for attributes: the author's own words in angle brackets."""
        self._words.append((f"<{tag}>", self._emphasis))

    def describe_image(self, words: str) -> None:
        """An image: its description is reported, and is no words of the cell."""
        if words.strip():
            self.findings.append(Finding("image-described", (("text", words.strip()),)))

    def _drop_emphasis(self) -> None:
        if self._open != self._base:
            self._open = dict(self._base)
            self._set_emphasis()

    def _set_emphasis(self) -> None:
        self._emphasis = "".join([letter for letter in "bius^_" if self._open.get(letter)])


STEPS: dict[Effect, Callable[[BlockBuilder, str], None]] = {
    "open_block": BlockBuilder.open_block,
    "close_block": BlockBuilder.close_block,
    "break_line": BlockBuilder.break_line,
    "end_cell": BlockBuilder.end_cell,
    "open_list": BlockBuilder.open_list,
    "close_list": BlockBuilder.close_list,
    "open_item": BlockBuilder.open_item,
    "close_item": BlockBuilder.close_item,
    "open_emphasis": BlockBuilder.open_emphasis,
    "close_emphasis": BlockBuilder.close_emphasis,
    "skip": BlockBuilder.skip,
    "keep_words": BlockBuilder.keep_words,
    "describe_image": BlockBuilder.describe_image,
}


def clean_text(text: str) -> str:
    """`text` without the white space at its ends, its no-break spaces as plain ones."""
    text = text.strip()
    return text if text.isascii() else text.strip(EDGES).replace("\xa0", " ")


def trim_runs(words: list[tuple[str, str]]) -> tuple[Run, ...]:
    """Runs of `words`, neighbours of one emphasis joined, no white space at either end."""
    if not words:
        return ()
    if len(words) == 1:
        text, emphasis = words[0]
        text = clean_text(text)
        return (Run(text, emphasis),) if text else ()
    joined: list[tuple[str, str]] = []
    for text, emphasis in words:
        if joined and (joined[-1][1] == emphasis or text.isspace()):
            joined[-1] = (joined[-1][0] + text, joined[-1][1])
        else:
            joined.append((text, emphasis))
    return _trim_ends(joined)


def _trim_ends(words: list[tuple[str, str]]) -> tuple[Run, ...]:
    words[0] = (words[0][0].lstrip(EDGES), words[0][1])
    words[-1] = (words[-1][0].rstrip(EDGES), words[-1][1])
    runs = tuple(Run(text.replace("\xa0", " "), emphasis) for text, emphasis in words if text)
    if len(runs) < len(words) and runs and (runs[0].text[0] in EDGES or runs[-1].text[-1] in EDGES):
        return _trim_ends([(run.text, run.emphasis) for run in runs])
    return runs


def list_markers(value: str, count: int) -> list[str]:
    """The marks of so many items of a list that opens with `value`, none of them numbered by itself."""
    first = _read_count(value)
    if first is None:
        return [BULLET] * count
    return [_print_marker(number, first[1]) for number in range(first[0], first[0] + count)]


def _read_count(value: str) -> tuple[int, str] | None:
    """The number that a list counts from and how it prints numbers; None for bullets."""
    start, _, kind = value.partition(" ")
    return (int(start), kind) if start else None


def _print_marker(number: int, kind: str) -> str:
    """A numbered item's mark as a browser prints it: `2.`, or `b.` where the list's type is `a`."""
    if kind in {"a", "A"} and 0 < number <= len(_ALPHABET):
        letter = _ALPHABET[number - 1]
        return f"{letter if kind == 'a' else letter.upper()}."
    return f"{number}."
