"""A cell to its items: list items, or paragraphs where it has no list, with their marks taken off."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, chain, pairwise

from msgspec import Struct
from msgspec.structs import replace

from send_extract.document import Block, Cell, print_runs
from send_extract.extraction.asides import Stated, divide_sentences, find_stated, is_bracketed, is_title
from send_extract.extraction.lists import divide_blocks, divide_runs, join_wrapped
from send_extract.extraction.notes import is_alignment, take_notes
from send_extract.extraction.words import PrintedWords, print_words
from send_extract.notation.marks import LEAD_IN_ENDS, find_mark

_MARK_ENDS = frozenset((".", ")", " ", "\t", "\xa0"))
_ALIGNS = frozenset(("Align", "align", "ALIGN"))


class CellItem(Struct, frozen=True):
    """One item of a cell: its words, its place from 1, the mark taken off, the words above it, what is said of it."""

    text: str
    rich: str | None = None
    place: int | None = None
    marker: str = ""
    lead_in: str | None = None
    stated: tuple[Stated, ...] = ()


class Items(Struct, frozen=True):
    """The items of a cell, and the notes that stood among them."""

    items: tuple[CellItem, ...]
    notes: tuple[str, ...] = ()


def read_items(cell: Cell, *, says: bool = False) -> Items:
    """The items of `cell`: its list items with what is listed below them, and its paragraphs.

    With `says`, a labelled line is said of the item above it.
    """
    plain = _read_plain_list(cell)
    if plain is not None:
        return plain
    if not any(block.level for block in cell.blocks):
        cell = replace(
            cell,
            blocks=divide_blocks(
                tuple(divide_sentences(tuple(join_wrapped(cell.blocks)), each_line=not says))
            ),
        )
    reader = _ItemReader(cell)
    parts = list(chain.from_iterable(_part_lines(block, says=says) for block in cell.blocks))
    for part, following in zip(parts, [*parts[1:], None], strict=True):
        if not (says and reader.say(part)) and not reader.begin(part, following):
            reader.add(part)
    return reader.close()


def _read_plain_list(cell: Cell) -> Items | None:
    """The items of a cell that is one list of plain words, as most are; None where it is anything else."""
    if not all(map(_is_plain, cell.blocks)):
        return None
    return Items(tuple([CellItem(block.text, None, place) for place, block in enumerate(cell.blocks, 1)]))


def _is_plain(block: Block) -> bool:
    run, *more = block.runs
    text = run.text
    if block.level != 1 or not block.marker or run.emphasis or more:
        return False
    return _is_clean(text) and text[:5] not in _ALIGNS


def _is_clean(text: str) -> bool:
    """Whether words stand for themselves: no mark before them, no line break, no blanks in a row."""
    is_bare = text[0].isalpha() and text[1:2] not in _MARK_ENDS
    return is_bare and "\n" not in text and "  " not in text


class _ItemReader:
    """The items of a cell so far, and the words that stand above a list that is to come."""

    __slots__ = ("_has_list", "_items", "_lead_in", "_notes", "_place", "_title", "_top")

    def __init__(self, cell: Cell) -> None:
        self._items: list[CellItem] = []
        self._notes: list[str] = []
        self._lead_in: str | None = None
        self._title: str | None = None
        self._place = 0
        self._top = min((block.level for block in cell.blocks if block.level), default=0)
        self._has_list = self._top > 0

    def say(self, block: Block) -> bool:
        """Whether a paragraph is said of the item above: by its label, or in brackets."""
        if not self._items:
            return False
        item, stated = self._items[-1], find_stated(block)
        if stated:
            self._items[-1] = replace(item, stated=(*item.stated, stated))
        elif is_bracketed(block):
            self._items[-1] = _append(item, block, self._notes)
        return stated is not None or is_bracketed(block)

    def begin(self, block: Block, following: Block | None) -> bool:
        """Whether a paragraph is the title of what follows it."""
        if is_title(block, following) and not is_alignment(block):
            self._title, self._lead_in = block.text.strip(), None
            return True
        return False

    def add(self, block: Block) -> None:
        """Reads one block, in order."""
        self._place += self._is_counted(block)
        if is_alignment(block):
            self._notes.append(block.text.strip(" *"))
        elif self._items and self._is_below(block):
            self._items[-1] = _append(self._items[-1], block, self._notes)
        elif block.level or not self._add_aside(block):
            self._add_item(block)

    def _is_counted(self, block: Block) -> bool:
        """Whether a block is an item of its own: in a list only what has a mark."""
        return bool(block.marker) or not self._has_list

    def _is_below(self, block: Block) -> bool:
        """Whether a block belongs to the list item above it."""
        return block.level > self._top or (block.level > 0 and not block.marker)

    def _add_aside(self, block: Block) -> bool:
        """Whether a paragraph was no item: words above a list."""
        if self._has_list and block.text.endswith(LEAD_IN_ENDS):
            self._lead_in = f"{self._lead_in}\n{block.text}" if self._lead_in else block.text
            return True
        return False

    def _add_item(self, block: Block) -> None:
        item = _read_block(block, self._place if self._is_counted(block) else None, self._notes)
        if self._title or (block.level and self._lead_in):
            lead_in = "\n".join(filter(None, (self._title, self._lead_in if block.level else None)))
            item = replace(item, lead_in=lead_in)
        elif not block.level:
            self._lead_in = None
        if item.text:
            self._items.append(item)

    def close(self) -> Items:
        """All that was read; words above a list that never came are an item."""
        if self._lead_in and (not self._items or self._lead_in not in (self._items[-1].lead_in or "")):
            self._items.append(CellItem(self._lead_in))
        return Items(tuple(self._items), tuple(self._notes))


def _part_lines(block: Block, *, says: bool) -> tuple[Block, ...]:
    """A block, apart from its others the lines that say what it is aligned to, head it or are said of it."""
    lengths = [len(line) + 1 for line in print_runs(block.runs).split("\n")]
    starts = [*accumulate(lengths[:-1], initial=0)]
    lines = _cut_runs(block, starts)
    if len(lines) == 1 or len(lines) != len(starts):
        return (block,)
    is_apart = [is_alignment(line) or (says and find_stated(line) is not None) for line in lines]
    is_apart[0] |= says and is_title(lines[0], lines[1])
    return _cut_runs(
        block, [start for start, pair in zip(starts[1:], pairwise(is_apart), strict=True) if any(pair)]
    )


def _cut_runs(block: Block, starts: Sequence[int]) -> tuple[Block, ...]:
    return tuple(replace(block, runs=runs) for runs in divide_runs(block.runs, starts))


def _read_block(block: Block, place: int | None, notes: list[str]) -> CellItem:
    runs = block.runs
    if len(runs) == 1 and not runs[0].emphasis:
        text = runs[0].text
        if _is_clean(text):
            return CellItem(text, None, place)
    else:
        taken = take_notes(runs)
        runs = taken.runs
        notes += taken.notes
    return _strip_marker(print_words(runs), place) if runs else CellItem("")


def _strip_marker(words: PrintedWords, place: int | None) -> CellItem:
    """An item without the list mark that was typed into its words."""
    mark = find_mark(words.text)
    if mark is None:
        return CellItem(words.text, words.rich, place)
    return CellItem(words.text[mark.end :], words.rich, place, mark.printed)


def _append(item: CellItem, block: Block, notes: list[str]) -> CellItem:
    """An item with what is listed below it, each on a line of its own and under its own mark."""
    more = _read_block(block, None, notes)
    if not more.text:
        return item
    text = f"{more.marker} {more.text}" if more.marker else more.text
    rich = f"{item.rich or item.text}\n{more.rich or text}" if item.rich or more.rich else None
    return replace(item, text=f"{item.text}\n{text}", rich=rich)
