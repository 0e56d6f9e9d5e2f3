"""What a table's columns are, by their headings and by what stands in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from send_extract.diagnostics import Diagnostic, diagnose
from send_extract.document import Row
from send_extract.extraction.columns import Columns, place_columns
from send_extract.headings import EXTRA
from send_extract.headings.assignment import Decision, assign_fields
from send_extract.headings.readings import profile_columns
from send_extract.source import Location


class Guess(Struct, frozen=True):
    """A table's columns with the fields that their cells bear out, and what was decided of each."""

    columns: Columns
    decisions: tuple[Decision, ...] = ()

    def find_doubts(self, settled: Mapping[str, str]) -> Iterator[Diagnostic]:
        """A diagnostic for each column that is not what its heading says, nor `settled` in an earlier table."""
        for each in self.decisions:
            if each.field != each.named and settled.get(each.heading) != each.field:
                at = Location(column=each.heading or None)
                yield diagnose("heading-guessed", at, heading=each.heading, field=each.field, why=each.why)

    def find_changes(self) -> dict[str, str]:
        """The headings that mean another field than they say, for the tables that follow."""
        return {
            each.heading: each.field for each in self.decisions if each.heading and each.field != each.named
        }

    def find_unknown(self) -> dict[str, str]:
        """The headings that have no field, and why."""
        return {
            each.heading: each.why
            for each in self.decisions
            if each.heading and each.field == each.named == EXTRA
        }


def guess_columns(
    columns: Columns,
    rows: Sequence[Row],
    synonyms: Mapping[str, str],
    known: Mapping[str, str],
    *,
    is_asked: bool = False,
) -> Guess:
    """`columns` with the fields that heading, neighbours and cells give them together.

    `known` are the fields that an earlier table's cells gave to the same headings; `is_asked` says that the
    recommendation stands above the table, so that no column is it.
    """
    named = [
        known[heading] if heading in known and known[heading] not in columns.fields else field
        for heading, field in zip(columns.headings, columns.fields, strict=True)
    ]
    cells = [tuple(_list_texts(rows, place, heading)) for place, heading in enumerate(columns.headings)]
    table = profile_columns(columns.headings, named, cells, is_asked=is_asked)
    decisions = assign_fields(table, {*known, *synonyms})
    fields = tuple(decision.field for decision in decisions)
    return Guess(place_columns(columns.headings, fields), decisions)


def _list_texts(rows: Sequence[Row], place: int, heading: str) -> Iterator[str]:
    """The words of a column's own cells, one a row: none of those that a merged one covers, nor its heading again."""
    for row in rows:
        cell = row.at(place)
        yield "" if cell.span or cell.text == heading else cell.text
