"""One row of a plan, as it is looked at to tell what it is: its number, its words, which cells are filled."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from send_extract.document import Row
from send_extract.extraction.columns import Columns
from send_extract.notation.numbers import Number, is_below, names_group, parse_number, take_number
from send_extract.patterns import compile_later

if TYPE_CHECKING:
    from collections.abc import Sequence

    from send_extract.document import Cell

_LONGEST_SECTION = 90
_FEWEST_MERGED = 3
_TOTAL = compile_later(r"(?:grand\s+|sub-?\s*)?totals?\b[^.]{0,40}$", re.IGNORECASE)
_FIGURE = compile_later(r"[\s£€$\d.,%()+-]+[kKmM]?$")


class PlacedRow(NamedTuple):
    """A row and the columns that its cells stand under."""

    row: Row
    columns: Columns

    def cells(self, field: str) -> tuple[Cell, ...]:
        """The row's cells of `field`, in order."""
        cells, places = self.row.cells, self.columns.places.get(field, ())
        if len(places) == 1:
            return (cells[places[0]],) if places[0] < len(cells) else ()
        return tuple([cells[place] for place in places if place < len(cells)])


class Look(NamedTuple):
    """What a row shows at a glance.

    `number` is the one in its number cell or in front of its words, `skipped` how many characters that takes
    there; `repeats` says that its recommendation is the merged cell of the row above.
    """

    filled: tuple[int, ...]
    number_words: str = ""
    number: Number | None = None
    text: str = ""
    skipped: int = 0
    repeats: bool = False


class Above(NamedTuple):
    """The recommendation that is open above a row: its number and its words."""

    number: str
    text: str


def look_at(placed: PlacedRow) -> Look:
    """What `placed` shows."""
    cells = placed.row.cells
    filled = tuple([place for place, cell in enumerate(cells) if cell.blocks and cell.span != "column"])
    numbered, worded = placed.cells("number"), placed.cells("recommendation")
    printed = numbered[0].text if numbered else ""
    text = worded[0].text if len(worded) == 1 else " ".join([cell.text for cell in worded if cell.blocks])
    merged = worded or numbered
    repeats = bool(text if worded else printed) and all(cell.span == "row" for cell in merged if cell.blocks)
    number, skipped = (text and take_number(text)) or (None, 0)
    if printed:
        own = parse_number(printed)
        if own is None or number is None or not is_below(own.number, number.number):
            return Look(filled, printed, own, text, 0, repeats)
    return Look(filled, printed, number, text, skipped, repeats)


def names_section(placed: PlacedRow, look: Look) -> str | None:
    """The section that a row names: all its cells merged, or one cell filled that is no recommendation's."""
    cells = placed.row.cells
    if len(look.filled) != 1:
        return _find_repeated(placed, look)
    place = look.filled[0]
    text = cells[place].text
    field = placed.columns.fields[place] if place < len(placed.columns.fields) else "extra"
    merged = sum(1 for cell in cells if cell.span == "column")
    if merged >= min(_FEWEST_MERGED, len(cells) - 1) > 0 or field == "section":
        return text
    if field == "number" or (place == 0 and (field == "extra" or names_group(text))):
        return text if look.number is None else None
    return text if field == "recommendation" and _is_title(placed, place, look) else None


def _find_repeated(placed: PlacedRow, look: Look) -> str | None:
    """The words that fill every cell of a row alike, as where a converter took a merged cell apart."""
    cells, width = placed.row.cells, len(placed.columns.headings)
    if len(look.filled) < max(width, _FEWEST_MERGED) or "row" in {cell.span for cell in cells}:
        return None
    text = cells[0].text
    is_alike = len(text) <= _LONGEST_SECTION and all(cells[place].text == text for place in look.filled)
    return text if is_alike and parse_number(text) is None else None


def _is_title(placed: PlacedRow, place: int, look: Look) -> bool:
    """Whether the only words of a row, unnumbered in a table with numbers, are a title and no sentence."""
    text = look.text
    if not placed.columns.find("number") or look.number or look.repeats or len(text) > _LONGEST_SECTION:
        return False
    runs = [run for block in placed.row.cells[place].blocks for run in block.runs if run.text.strip()]
    is_bold = all("b" in run.emphasis for run in runs) and not text.startswith("*")
    return text.isupper() or is_bold


def begins_titled(rows: Sequence[PlacedRow], looks: Sequence[Look]) -> bool:
    """Whether a table's first row is the plain title of the rows below it, so that others like it are titles too."""
    return len(rows) > 1 and is_lone_title(rows[0], looks[0], looks[1])


def is_lone_title(placed: PlacedRow, look: Look, below: Look | None) -> bool:
    """Whether the only words of a row are short, unnumbered, no sentence, and above a row with its own number."""
    if below is None or below.number is None or not below.text or look.number or look.repeats:
        return False
    is_alone = len(look.filled) == 1 and look.filled[0] in placed.columns.find("recommendation")
    text = look.text
    is_short = 0 < len(text) <= _LONGEST_SECTION and text[0].isupper() and text[-1] not in ".;,"
    return is_alone and is_short and bool(placed.columns.find("number"))


def is_template(placed: PlacedRow, look: Look) -> bool:
    """Whether a row is an empty one of the template: its number and nothing else."""
    numbers = placed.columns.find("number")
    return 0 < len(look.filled) <= len(numbers) and all(place in numbers for place in look.filled)


def is_total(placed: PlacedRow, look: Look) -> bool:
    """Whether a row adds up the ones above: `Total`, and figures beside it."""
    if not look.filled or look.number is not None:
        return False
    first, *others = [placed.row.cells[place].text for place in look.filled]
    return bool(others) and _TOTAL.match(first) is not None and all(_FIGURE.match(text) for text in others)


def continues(placed: PlacedRow, look: Look, above: Above) -> bool:
    """Whether a row goes on with the recommendation above it."""
    if look.repeats or (look.text and look.text == above.text and _is_kin(look, above)):
        return True
    if look.number is None:
        if look.number_words.strip():
            return False
        is_going_on = not look.text or look.text[:1].islower() or (len(look.filled) == 1 and not look.skipped)
        return is_going_on and bool(placed.columns.find("number") or placed.columns.find("recommendation"))
    if look.skipped or not placed.columns.find("recommendation"):
        return False
    if look.text:
        return False
    return look.number.number == above.number or _is_kin(look, above)


def _is_kin(look: Look, above: Above) -> bool:
    """Whether a row's number is that of the recommendation above, or one below it or beside it."""
    if look.number is None:
        return True
    number = look.number.number
    stem = above.number.rpartition(".")[0]
    return number == above.number or is_below(number, above.number) or (bool(stem) and is_below(number, stem))
