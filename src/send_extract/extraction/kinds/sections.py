"""Rows that are the title of those below them: their section."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from send_extract.extraction.kinds.sight import LONGEST_TITLE, Sight
from send_extract.extraction.rows import find_banner
from send_extract.notation.numbers import is_below, names_group, parse_number

if TYPE_CHECKING:
    from send_extract.extraction.rows import PlacedRow, RowFacts
    from send_extract.notation.numbers import Number

_FEWEST_ALIKE = 3
"""Cells that say the same before a row is a title by that."""
_OF_ROWS = frozenset((None, "recommendation", "number", "section", "extra"))
"""The fields whose words alone are a title, or a row, by other tests."""
_SEVERAL = 2


def read_merged(sight: Sight) -> str | None:
    """The words of a row whose cells are merged into one, or into one behind its label."""
    return find_banner(sight.placed.row) if sight.facts.number is None or not sight.facts.skipped else None


def read_under_section(sight: Sight) -> str | None:
    """The only words of a row, under the heading of sections."""
    return sight.facts.texts[0] if sight.field == "section" else None


def read_first(sight: Sight) -> str | None:
    """Words alone where a number would be, or in a first column of no field or with a group's counted name."""
    field, place = sight.field, (sight.facts.filled or (None,))[0]
    if field is None or sight.facts.number is not None:
        return None
    text = sight.facts.texts[0]
    is_named = place == 0 and (field == "extra" or names_group(text))
    return text if field == "number" or is_named else None


def read_emphasised(sight: Sight) -> str | None:
    """The only words of a row, all bold or all capitals, unnumbered in a table with numbers, or above a fuller row."""
    facts = sight.facts
    if sight.field != "recommendation" or not (_is_bare_title(sight) or _is_bold_above(sight)):
        return None
    text = facts.text
    return text if text.isupper() or (sight.is_bold and not text.startswith("*")) else None


def read_bold_first(sight: Sight) -> str | None:
    """The only words of a row, bold and short, in the first cell of a table whose first column is no title of rows."""
    if sight.field in _OF_ROWS or sight.facts.filled[0] or not _is_above_filled(sight):
        return None
    text = sight.facts.texts[0]
    is_set_apart = sight.is_bold or (text.isupper() and " " in text)
    return text if is_set_apart and _is_title(text) else None


def _is_title(text: str) -> bool:
    """Whether words are short and no sentence."""
    return len(text) <= LONGEST_TITLE and "\n" not in text and not text.endswith((".", ";"))


def _is_above_filled(sight: Sight) -> bool:
    """Whether a row stands above one that says more: the next action, or a row with its recommendation."""
    if sight.below is None or len(sight.below.filled) < _SEVERAL:
        return False
    return not sight.placed.columns.find("recommendation") or bool(sight.below.text)


def _is_bare_title(sight: Sight) -> bool:
    facts = sight.facts
    has_number = bool(sight.placed.columns.find("number"))
    return has_number and not facts.number and not facts.repeats and len(facts.text) <= LONGEST_TITLE


def _is_bold_above(sight: Sight) -> bool:
    """Whether short bold words stand above a row that fills several cells, its own words not bold."""
    is_short = len(sight.facts.text) <= LONGEST_TITLE and sight.facts.number is None
    return is_short and sight.is_bold and sight.below is not None and len(sight.below.filled) > 2


def read_repeated(sight: Sight) -> str | None:
    """The words that fill every cell of a row alike, as where a converter took a merged cell apart."""
    cells, width = sight.placed.row.cells, len(sight.placed.columns.headings)
    texts = sight.facts.texts
    if (
        len(texts) < max(width, _FEWEST_ALIKE)
        or len({*texts}) > 1
        or any(cell.span == "row" for cell in cells)
    ):
        return None
    return texts[0] if len(texts[0]) <= LONGEST_TITLE and parse_number(texts[0]) is None else None


def read_counted(sight: Sight) -> str | None:
    """The title of a row that has only it and a number, where the next row is numbered below that."""
    facts, above = sight.facts, _find_above(sight)
    if above is None or len(facts.filled) != len(("1", "Title")):
        return None
    number, below = above
    is_worded = "recommendation" in sight.placed.columns.places
    text = facts.text if is_worded else facts.texts[1]
    if not text or (is_worded and not below.text):
        return None
    return text if facts.skipped else f"{number.printed} {text}"


def _find_above(sight: Sight) -> tuple[Number, RowFacts] | None:
    """A row's number and the next row, where that has another recommendation with a number below it."""
    number, below = sight.facts.number, sight.below
    if number is None or below is None or below.number is None or below.repeats:
        return None
    return (number, below) if is_below(below.number.number, number.number) else None


def read_like_first(sight: Sight) -> str | None:
    """The only words of a row, a plain title like the table's first."""
    return sight.facts.text if sight.is_titled and _is_lone_title(sight) else None


def begins_titled(rows: Sequence[PlacedRow], found_facts: Sequence[RowFacts]) -> bool:
    """Whether a table's first row is the plain title of the rows below it, so that others like it are titles too."""
    return len(rows) > 1 and _is_lone_title(Sight(rows[0], found_facts[0], found_facts[1]))


def _is_lone_title(sight: Sight) -> bool:
    """Whether the only words of a row are short, unnumbered, no sentence, and above a row with its own number."""
    facts, below = sight.facts, sight.below
    if below is None or below.number is None or not below.text or not _is_bare_title(sight):
        return False
    text = facts.text
    return sight.field == "recommendation" and text[:1].isupper() and text[-1] not in ".;,"
