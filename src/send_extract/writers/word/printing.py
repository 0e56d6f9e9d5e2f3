"""Records as the paragraphs of a cell: words, lists, what is said of a whole recommendation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from send_extract.notation.marks import LEAD_IN_ENDS
from send_extract.plan import Action, Measure, Recommendation
from send_extract.source import Location
from send_extract.writers.rich import Piece, read_rich
from send_extract.writers.word.body import PrintedLine, make_line
from send_extract.writers.word.columns import PrintedColumn


def print_text(text: str | None, place: Location) -> tuple[PrintedLine, ...]:
    """Words as printed, a paragraph a line."""
    return tuple(make_line(line, "cell", place) for line in (text or "").split("\n") if line.strip())


def print_actions(actions: Sequence[Action]) -> Iterator[PrintedLine]:
    """The actions of a row: one in words alone, where it does not need to be an item of a list."""
    is_plain = len(actions) == 1 and not actions[0].lead_in and "\n" not in actions[0].text
    return _print_list(actions, "cell" if is_plain else "item")


def _print_list(items: Iterable[Action | Measure], style: str) -> Iterator[PrintedLine]:
    """Items, with the words that lead in to them before the first of each list."""
    before = None
    for item in items:
        if item.lead_in and item.lead_in != before:
            # Words that do not say by a colon that they lead in to a list are its title, in bold.
            bold = "" if item.lead_in.endswith(LEAD_IN_ENDS) else "b"
            yield PrintedLine((Piece(item.lead_in, bold),), "lead", item.location)
        before = item.lead_in
        yield PrintedLine(_read_words(item), style, item.location)


def _read_words(record: Recommendation | Action | Measure) -> tuple[Piece, ...]:
    return (Piece(record.text),) if record.rich is None else read_rich(record.rich)


def print_whole(
    record: Recommendation, column: PrintedColumn, columns: Sequence[PrintedColumn]
) -> Iterable[PrintedLine]:
    """What is said of a whole recommendation in a column; its notes below its words, where they have no column."""
    first = next(each for each in columns if each.field == column.field)
    if column.field == "extra" or column is not first:
        return print_text(record.extra.get(column.key), record.location)
    lines = _WHOLE[column.field](record)
    is_noted = column.field == "recommendation" and all(each.field != "notes" for each in columns)
    return (*lines, *_print_starred(record)) if is_noted else lines


def _print_asked(record: Recommendation) -> Iterable[PrintedLine]:
    """A recommendation's words, a paragraph a line where their emphasis allows that."""
    if record.rich is None:
        return print_text(record.text, record.location)
    return (PrintedLine(_read_words(record), "cell", record.location),)


def _print_starred(record: Recommendation) -> Iterable[PrintedLine]:
    """Notes as editors write them into a cell."""
    return (PrintedLine((Piece(f"*{note}", "b"),)) for note in record.notes)


_WHOLE: dict[str, Callable[[Recommendation], Iterable[PrintedLine]]] = {
    "number": lambda record: (make_line(record.number),),
    "section": lambda record: print_text(record.section, record.location),
    "recommendation": _print_asked,
    "measures": lambda record: _print_list(record.measures, "item"),
    "status": lambda record: print_text(record.status, record.location),
    "progress": lambda record: print_text(record.progress, record.location),
    "priority": lambda record: print_text(record.priority, record.location),
    "cost": lambda record: print_text(record.cost, record.location),
    "notes": lambda record: map(make_line, record.notes),
}
"""The paragraphs of each field that is said of a whole recommendation."""
