"""The recommendation that stands above its actions: its label and words in paragraphs, or in rows like a form's."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from send_extract.document import Paragraph
from send_extract.extraction.asked import HeadedRecommendation, read_asked, read_label
from send_extract.extraction.sections import names_table
from send_extract.headings import EXTRA, find_field
from send_extract.notation.numbers import parse_number
from send_extract.patterns import compile_later

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from send_extract.document import Cell, Row

_LABEL = compile_later(
    r"(?!(?:\S+\s+)*(?:should|must|will|shall|to|needs?)\b[^:]*:)([A-Z][^:.;\n]{1,40}?)\s*:\s*(?=\S)"
)
_ANSWER = compile_later(
    r"(?:(?:fully|partly|partially|not|we|the\s+\w+)\s+)*(?:accept|agree|reject|support|not(?:e|ed)\b)|(?:we|our|this)\b",
)
_LEAD_IN = compile_later(r".*:\W*$")
_MOST_WORDS = 5
"""Words of a line that is a title of what follows it."""
_MOST_IN_CAPTION = 10
_ASKS = "recommendation"
_WIDEST = 3
"""Cells of a row that is a label and its value, with what was decided of it."""
_FURTHEST = 8
"""Rows between a recommendation and the headings above its actions."""
_KEPT = frozenset(("status", "progress", "priority", "cost"))


class FoundAsked(NamedTuple):
    """A recommendation, and the paragraphs that it is printed in."""

    asked: HeadedRecommendation
    used: tuple[Paragraph, ...]


class SaidLine(NamedTuple):
    """A row or a line as a label and its value; either may be empty."""

    label: str
    value: str


# In paragraphs
# ----------------------------------------------------------------------------------------------------------


def find_asked(above: Sequence[Paragraph]) -> FoundAsked | None:
    """The recommendation whose label is the last `above` a table, unless a heading of its rank has ended it."""
    places = [place for place, words in enumerate(above) if _read_head(words)]
    if not places or _is_ended(above, places[-1], is_one=len(places) == 1):
        return None
    label = above[places[-1]]
    asked = _read_head(label)
    if asked is None or asked.text:
        return FoundAsked(asked._replace(location=label.location), (label,)) if asked else None
    words = _find_words(above[places[-1] + 1 :], asked)
    text = "\n".join(map(_print_words, words))
    return FoundAsked(asked._replace(text=text, location=label.location), (label, *words))


def _read_head(words: Paragraph) -> HeadedRecommendation | None:
    return None if words.block.level else read_asked(words.text) or read_label(words.text)


def _is_ended(above: Sequence[Paragraph], place: int, *, is_one: bool) -> bool:
    """Whether a heading of the same rank, or a higher one, stands below; right below it may be the words.

    A label that is no heading ranks below the heading above it; below several, a table's own heading ends them.
    """
    label = above[place]
    ranks = [words.level for words in above[:place] if words.level]
    rank = label.level or (ranks[-1] if ranks else 1)
    return any(
        words.level > 0 and (words.level <= rank or not (is_one or label.level))
        if names_table(words.text)
        else at > 0 and 0 < words.level <= rank
        for at, words in enumerate(above[place + 1 :])
    )


def _find_words(below: Sequence[Paragraph], asked: HeadedRecommendation) -> list[Paragraph]:
    """The words below a label: the first lines that are no remark, up to a title, a caption or an answer."""
    start = next((at for at, words in enumerate(below) if _says_label(words)), None)
    if start is not None:
        below = below[start + (0 if _LABEL.match(below[start].text) else 1) :]
    elif below and below[0].level and not _names_part(below[0].text):
        return [below[0]]
    found: list[Paragraph] = []
    for at, words in enumerate(below):
        is_remark = _is_remark(words.text) and not _says_label(words)
        if not found and is_remark:
            continue
        is_end = is_remark or _is_title(words) or _repeats_label(words, asked)
        if is_end or (found and _is_answer(words, below[at + 1 : at + 2])):
            break
        found.append(words)
    return found


def _says_label(words: Paragraph) -> bool:
    """Whether a line is labelled as the recommendation, without its number (`Recommendation: …`)."""
    label = _LABEL.match(words.text)
    name = label[1] if label else words.text.rstrip(" :")
    return _ASKS in name.lower() and len(name.split()) <= _WIDEST and not any(map(str.isdigit, name))


def _print_words(words: Paragraph) -> str:
    label = _LABEL.match(words.text) if _says_label(words) else None
    text = words.text[label.end() :] if label else words.text
    return f"{words.block.marker} {text}" if words.block.marker else text


def _is_remark(text: str) -> bool:
    return _LABEL.match(text) is not None


def _is_title(words: Paragraph) -> bool:
    """Whether a line is the title of what follows: a heading, or a few words that name a field or a table."""
    return words.level > 0 or _names_part(words.text) or (_is_short(words.text) and _is_bold(words))


def _names_part(text: str) -> bool:
    return _is_short(text) and (names_table(text.rstrip(": ")) or find_field(text) != EXTRA)


def _is_short(text: str) -> bool:
    return len(text.split()) <= _MOST_WORDS and text[-1:] not in {".", ";"}


def _is_bold(words: Paragraph) -> bool:
    runs = [run for run in words.block.runs if run.text.strip()]
    return bool(runs) and all("b" in run.emphasis for run in runs)


def _repeats_label(words: Paragraph, asked: HeadedRecommendation) -> bool:
    """Whether a line is a caption that names the recommendation (`Actions for recommendation 1`)."""
    return asked.title.lower() in words.text.lower() and len(words.text.split()) <= _MOST_IN_CAPTION


def _is_answer(words: Paragraph, following: Sequence[Paragraph]) -> bool:
    """Whether a line below the words answers them, or leads in to the table."""
    if words.block.level:
        return False
    is_lead_in = _LEAD_IN.match(words.text) and not (following and following[0].block.level)
    return bool(is_lead_in) or _ANSWER.match(words.text.lower()) is not None


# In rows
# ----------------------------------------------------------------------------------------------------------


def split_form(rows: tuple[Row, ...]) -> tuple[tuple[Row, ...], HeadedRecommendation | None]:
    """The rows above a table's headings without those that are a recommendation's form, and what that says."""
    for place, row in enumerate(rows):
        if _opens(row):
            return rows[:place], read_form(rows[place:])
    return rows, None


def is_form(rows: Sequence[Row]) -> bool:
    """Whether all rows of a table are a recommendation's form, whose actions a table of its own holds."""
    return bool(rows) and _opens(rows[0]) and all(len(_list_filled(row)) < _WIDEST for row in rows[1:])


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
    if rows[place].is_header or not _opens(rows[place], is_counted=True):
        return place
    near = list(takewhile(lambda row: not row.is_header, rows[place : place + _FURTHEST]))
    is_headed = place + len(near) < len(rows) and len(near) < _FURTHEST and all(map(_is_line, near))
    if is_headed:
        return place + len(near)
    if not (_is_merged(rows[place]) or len(_list_filled(rows[place])) == 1):
        return place
    said = takewhile(lambda row: _is_merged(row) and _is_pair(row), rows[place + 1 :])
    return place + 1 + sum(1 for _ in said)


def read_form(rows: Sequence[Row]) -> HeadedRecommendation | None:
    """The recommendation that rows of labels and their values are; None where none has its words or its number."""
    lines = [line for row in rows for line in _read_row(row)]
    asked = next((found for line in lines if (found := _read_line(line))), None)
    if asked is None:
        return None
    number = next((value for line in lines if (value := _read_number(line))), asked.number)
    text = asked.text or next((line.value for line in lines if _names_words(line)), "")
    said = tuple(_say(line) for line in lines if line.value and line.value not in {text, number})
    return asked._replace(number=asked.number or number, text=text, location=rows[0].location, said=said)


def _read_line(line: SaidLine) -> HeadedRecommendation | None:
    """The recommendation of a line with its label; without a number where its label has none."""
    counted = read_label(line.label)
    if counted:
        return counted._replace(text=line.value)
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
    return (field, line.value) if field in _KEPT else ("notes", ": ".join(filter(None, line)))


def _opens(row: Row, *, is_counted: bool = False) -> bool:
    """Whether a row begins a form: with the label of a recommendation, counted or with the words beside it."""
    line = next(_read_row(row), None) if _is_line(row) else None
    if line is None:
        return False
    return bool(read_label(line.label) or (not is_counted and (_read_line(line) or _read_number(line))))


def _is_line(row: Row) -> bool:
    return 0 < len(_list_filled(row)) <= _WIDEST


def _is_pair(row: Row) -> bool:
    return len(_list_filled(row)) == 2 and read_label(_list_filled(row)[0].text) is None


def _is_merged(row: Row) -> bool:
    return any(cell.span == "column" for cell in row.cells)


def _read_row(row: Row) -> Iterator[SaidLine]:
    """A row as labels and their values."""
    texts = [cell.text.strip() for cell in _list_filled(row)]
    first = _read_text(texts[0]) if texts else None
    if first is None:
        return
    is_pair = len(texts) > 1 and not (first.label and first.value)
    yield SaidLine(texts[0].rstrip(" :"), texts[1]) if is_pair else first
    yield from (SaidLine("", text) for text in texts[1 + is_pair :])


def _read_text(text: str) -> SaidLine:
    """The words of one cell as a label and its value."""
    first, _, rest = text.partition("\n")
    if rest and read_label(first):
        return SaidLine(first, rest)
    asked = read_asked(text)
    if asked:
        return SaidLine(asked.printed, asked.text)
    label = None if read_label(text) else _LABEL.match(text)
    if label:
        return SaidLine(label[1], text[label.end() :])
    return SaidLine(text, "") if read_label(text) else SaidLine("", text)


def _list_filled(row: Row) -> list[Cell]:
    return [cell for cell in row.cells if cell.blocks and cell.span != "column"]
