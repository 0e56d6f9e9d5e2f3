"""The recommendation that stands above its actions in rows, as on a form: its label, its words, what is said of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, islice, takewhile

from msgspec.structs import replace

from send_extract.document import Row
from send_extract.extraction.asked import HeadedRecommendation, SaidLine, read_asked, read_label, read_said
from send_extract.headings import find_field
from send_extract.notation.numbers import names_group, parse_number

_ASKS = "recommendation"
_WIDEST = 3
"""Cells of a row that is a label and its value, with what was decided of it."""
_PAIRS = (4, 6)
"""Cells of a row that is more than one label, each with its value."""
_LONGEST_LABEL = 40
_FURTHEST = 8
"""Rows between a recommendation and the headings above its actions."""
_KEPT = frozenset(("status", "progress", "priority", "cost"))
_LABELLED = frozenset(("who", "measures"))
"""Fields whose words keep their label: who leads, and what they are measured by."""


def split_form(rows: tuple[Row, ...]) -> tuple[tuple[Row, ...], HeadedRecommendation | None]:
    """The rows above a table's headings without those that are a recommendation's form, and what that says."""
    for place, row in enumerate(rows):
        if _opens(row):
            return rows[:place], read_form(rows[place:])
    return rows, None


def is_form(rows: Sequence[Row]) -> bool:
    """Whether all rows of a table are a recommendation's form, whose actions a table of its own holds."""
    return bool(rows) and _opens(rows[0]) and all(len(row.filled) < _WIDEST for row in rows[1:])


def part_asked(rows: Sequence[Row]) -> Iterator[tuple[HeadedRecommendation | None, tuple[Row, ...]]]:
    """The rows below the headings in the parts that a recommendation above its actions begins."""
    asked, begun, place = None, 0, 0
    while place < len(rows):
        end = _find_end(rows, place)
        if end > place:
            if place > begun or asked:
                yield asked, tuple(rows[begun:place])
            asked, begun = read_form(rows[place:end]), end
        place = max(end, place + 1)
    yield asked, tuple(rows[begun:])


def _find_end(rows: Sequence[Row], place: int) -> int:
    """Where the form that begins at `place` ends: at the headings, or with its merged cells; `place` for none."""
    if rows[place].is_header or not _opens(rows[place]):
        return place
    return place + (_count_headed(rows, place) or _count_merged(rows, place))


def _count_headed(rows: Sequence[Row], place: int) -> int:
    """How many rows from `place` on are a form above headings; 0 where they are none."""
    near = [*takewhile(lambda row: not row.is_header, rows[place : place + _FURTHEST])]
    is_headed = len(near) < min(_FURTHEST, len(rows) - place)
    return len(near) if is_headed and all(map(_is_line, near)) and read_form(near) else 0


def _count_merged(rows: Sequence[Row], place: int) -> int:
    """How many rows from `place` on are a form of merged cells; 0 where they are none."""
    is_whole = _is_merged(rows[place]) or len(rows[place].filled) == 1
    if not (is_whole and _opens(rows[place], is_counted=True)):
        return 0
    below = islice(rows, place + 1, None)
    return 1 + sum(1 for _ in takewhile(lambda row: _is_merged(row) and _is_said(row), below))


def read_form(rows: Sequence[Row]) -> HeadedRecommendation | None:
    """The recommendation that rows of labels and their values are; None where none has its words or its number."""
    lines = [*chain.from_iterable(map(_read_row, rows))]
    asked = next(filter(None, map(_read_line, lines)), None)
    if asked is None:
        return None
    numbered = next(filter(_read_number, lines), None)
    number = _read_number(numbered) if numbered else asked.number
    if numbered and not asked.number:
        asked = replace(asked, number=number, printed=f"{numbered.label} {number}")
    text = asked.text or next((line.value for line in lines if _names_words(line)), "")
    said = tuple(map(_say, (line for line in lines if line.value not in {"", text, number})))
    return replace(asked, text=text, location=rows[0].location, said=said)


def _read_line(line: SaidLine) -> HeadedRecommendation | None:
    """The recommendation of a line with its label; without a number where its label has none."""
    counted = read_label(line.label)
    if counted:
        return replace(counted, text=line.value)
    if _ASKS in line.label.lower() and find_field(line.label) == _ASKS and line.value:
        return HeadedRecommendation("", line.value, line.label)
    return None


def _read_number(line: SaidLine) -> str:
    number = parse_number(line.value) if find_field(line.label) == "number" else None
    return number.number if number else ""


def _names_words(line: SaidLine) -> bool:
    return not line.label or find_field(line.label) == _ASKS


def _say(line: SaidLine) -> tuple[str, str]:
    """What a line says of the recommendation: a field's words, or a note with its label."""
    field = find_field(line.label)
    if field in _LABELLED:
        return field, f"{line.label}: {line.value}"
    return (
        (field, line.value)
        if field in _KEPT
        else ("notes", ": ".join(filter(None, (line.label, line.value))))
    )


def _opens(row: Row, *, is_counted: bool = False) -> bool:
    """Whether a row begins a form: with the label of a recommendation, counted or with the words beside it."""
    line = next(_read_row(row), None) if _is_line(row) else None
    if line is None:
        return False
    return bool(read_label(line.label) or (not is_counted and (_read_line(line) or _read_number(line))))


def _is_line(row: Row) -> bool:
    """Whether a row is a label and its value, or several in turn."""
    texts = [cell.text for cell in row.filled]
    are_pairs = len(texts) in _PAIRS and all(len(label) <= _LONGEST_LABEL for label in texts[::2])
    return 0 < len(texts) <= _WIDEST or are_pairs


def _is_said(row: Row) -> bool:
    """Whether a row says something by its label, in the cell beside it or in its own."""
    texts = [cell.text for cell in row.filled]
    if len(texts) == 1:
        return read_said(texts[0]) is not None and read_asked(texts[0]) is None and not names_group(texts[0])
    return _is_pair(row)


def _is_pair(row: Row) -> bool:
    return len(row.filled) == 2 and read_label(row.filled[0].text) is None


def _is_merged(row: Row) -> bool:
    return any(cell.span == "column" for cell in row.cells)


def _read_row(row: Row) -> Iterator[SaidLine]:
    """A row as labels and their values."""
    texts = [cell.text.strip() for cell in row.filled]
    if len(texts) in _PAIRS:
        pairs = zip(texts[::2], texts[1::2], strict=True)
        yield from (SaidLine(label.rstrip(" :"), value) for label, value in pairs)
    elif texts:
        yield from _read_cells(*texts)


def _read_cells(first: str, *others: str) -> Iterator[SaidLine]:
    """A label with its value in its own cell or in the one beside it, and what other cells say."""
    line = _read_text(first)
    if others and not (line.label and line.value):
        line, others = SaidLine(first.rstrip(" :"), others[0]), others[1:]
    yield line
    yield from (SaidLine("", text) for text in others)


def _read_text(text: str) -> SaidLine:
    """The words of one cell as a label and its value."""
    first, _, rest = text.partition("\n")
    if rest and read_label(first):
        return SaidLine(first, rest)
    asked = read_asked(text)
    if asked:
        return SaidLine(asked.printed, asked.text)
    if read_label(text):
        return SaidLine(text, "")
    return read_said(text) or SaidLine("", text)
