"""What a table's heading row is: the one place that says so, for every reader and stage.

A heading row names what is recommended or to be done and something said of it, in short words, and is no row of
data. It may be of two lines: headings that go on below (`Success`, `measures`), or group headings merged over
others (`Timing` over `Start`, `End`). Of several such rows the one that names most fields is it, the first of
equals: a heading row that is repeated further down is not looked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, takewhile

from send_extract.headings import EXTRA, find_field, find_words, is_known
from send_extract.headings.cells import kind_of_cell
from send_extract.headings.doing import are_doing
from send_extract.headings.lines import CERTAIN, FEWEST, LONGEST, HeadingRow, is_data, is_plan, read_line
from send_extract.headings.two_lines import read_two
from send_extract.headings.vocabulary import REGISTERS
from send_extract.settings import CORE, HELD, TIMED
from send_extract.values.acronym.letters import fits_entry
from send_extract.values.acronym.shapes import is_acronym

FURTHEST = 400
"""Rows above a heading row: a title, a table of versions, a letter printed as lines; no more than ten pages."""
_REACH = 40
"""Rows below a first likely row among which a likelier one is looked for: what stands above a plan is shorter."""
_NEAR = 12
"""Rows among which a heading row is guessed at: nothing but a title stands above it."""
_FORM_SHARE = 0.5
"""The share of a table's rows that begin with a plan's labels, from which on it is a form."""
_RISKS = frozenset(("risk", "risks"))
_CHANCES = frozenset(
    ("likelihood", "probability", "severity", "inherent", "residual", "mitigation", "mitigations")
)
_RATED, _COLOURED = frozenset(("rating", "ratings", "score", "scores", "level")), frozenset(("rag", "brag"))
"""What a register of risks lists, and how it weighs them; a plan may weigh those of what is recommended or aimed at."""
_ISSUES = frozenset(("issue", "version", "revision", "rev", "draft"))
_EDITED = frozenset(
    ("author", "changed", "change", "changes", "amended", "amendment", "amendments", "edited")
)
_LONGEST_ISSUE = 8
_KEYED = frozenset(("status", "rag"))
_FIRST = 2
_ASKED = frozenset(("rec", "recommendation", "recommendations", "objective", "objectives", "aim", "aims"))
_EXPLAINING = frozenset(("meaning", "means", "mean", "definition", "description", "explanation", "explained"))


def find_heading_row(rows: Sequence[Sequence[str]], synonyms: Mapping[str, str]) -> HeadingRow | None:
    """The heading row of a plan among `rows`, each the texts of its cells; None where there is none.

    `rows` are plain texts: a cell that another covers is empty or repeats its words, a title or a line of prose
    is a row of one cell, rows may differ in length. `synonyms` are the settings' own headings. A form, whose
    labels stand down its first column (`Recommendation | …`, `Lead | …`) or in turn with their values, has none,
    and neither has a row of data that holds words of headings. Callers that need more certainty look at `known`.
    """
    places = iter(range(min(len(rows), FURTHEST)))
    best = next(filter(None, (_read_row(rows, place, synonyms) for place in places)), None)
    if best is None:
        return None
    for place in islice(places, _REACH):
        if max(map(len, rows[place : place + 2])) > best.known:  # else it cannot name more
            row = _read_row(rows, place, synonyms)
            best = row if row and row.known > best.known else best
    return None if _is_form(rows, best, synonyms) else best


def guess_heading_row(rows: Sequence[Sequence[str]], synonyms: Mapping[str, str]) -> HeadingRow | None:
    """The row that heads a plan whose actions stand under a heading that is not known; None where there is none.

    It names when, by whom and one thing more, and below one heading alone, that is not known, most cells say what is
    to be done. Registers of risks, versions, meetings and the like, which are dated and owned too, say by their
    headings what they are.
    """
    for place in range(min(len(rows), _NEAR)):
        headings = _print(rows[place])
        if len({*headings} - {""}) > CERTAIN and not is_data(headings):
            row = read_line(place, headings, synonyms)
            if _is_guessed(row, rows[row.end :], synonyms) and not _is_form(rows, row, synonyms):
                return row
    return None


def _is_guessed(row: HeadingRow, below: Sequence[Sequence[str]], synonyms: Mapping[str, str]) -> bool:
    """Whether headings are of a plan, and below one that is not known stand orders."""
    return _is_owned(row) and sum(map(are_doing, _list_unknown(row, below, synonyms))) == 1


def _is_owned(row: HeadingRow) -> bool:
    """Whether headings name when, by whom and one thing more, none of them a plan's words or a register's."""
    fields = {*row.fields} - {EXTRA}
    is_owned = not (fields.isdisjoint(TIMED) or fields.isdisjoint(HELD))
    is_other = not (fields.isdisjoint(CORE) and find_words(row.headings).isdisjoint(REGISTERS))
    return is_owned and len(fields) >= CERTAIN and not is_other


def _list_unknown(
    row: HeadingRow, below: Sequence[Sequence[str]], synonyms: Mapping[str, str]
) -> Iterator[list[str]]:
    """The cells below each heading that is not known."""
    for place, text in enumerate(row.headings):
        if text and not is_known(text, synonyms):
            yield [cells[place] for cells in below if place < len(cells)]


def _read_row(rows: Sequence[Sequence[str]], place: int, synonyms: Mapping[str, str]) -> HeadingRow | None:
    """The heading row whose first line is the row at `place`."""
    upper = _print(rows[place])
    if not _can_head(upper):
        return None
    one = read_line(place, upper, synonyms)
    two = read_two(one, _print(rows[place + 1]), synonyms) if place + 1 < len(rows) else None
    found = next((row for row in (two, one) if row and is_plan(row)), None)
    if found is None or _is_explained(rows, place) or _weighs_risks(found):
        return None
    return None if _lists_versions(found, rows[found.end :]) else found


def _weighs_risks(row: HeadingRow) -> bool:
    """Whether headings are of a register of risks, each with how likely it is: what is done about them is no plan.

    It begins with them, behind a number at most; what weighs the risks of its actions is a plan.
    """
    words = find_words(row.headings)
    begins = any(map(_names_risk, row.headings[:_FIRST]))
    is_weighed = not words.isdisjoint(_CHANCES) or (
        words.isdisjoint(_COLOURED) and not words.isdisjoint(_RATED)
    )
    return begins and is_weighed and words.isdisjoint(_ASKED)


def _names_risk(heading: str) -> bool:
    """Whether a heading is of a risk, not of how high it is."""
    words = find_words([heading])
    return not words.isdisjoint(_RISKS) and words.isdisjoint(_RATED | _COLOURED)


def _lists_versions(row: HeadingRow, below: Sequence[Sequence[str]]) -> bool:
    """Whether headings are of a document's issues, each a letter or a number, and of who changed it."""
    first, words = find_words(row.headings[:1]), find_words(row.headings)
    if first.isdisjoint(_ISSUES) or words.isdisjoint(_EDITED):
        return False
    return all(len(cells[0]) <= _LONGEST_ISSUE for cells in below if cells)


def _can_head(cells: Sequence[str]) -> bool:
    """Whether a line has enough words for headings, and is no row of data or of a glossary."""
    return len({*cells} - {""}) >= FEWEST and not (is_data(cells) or _is_entry(cells))


def _is_explained(rows: Sequence[Sequence[str]], place: int) -> bool:
    """Whether a row is one of a key: it stands in a run of pairs that a heading of what they mean begins."""
    run = takewhile(lambda filled: len(filled) == FEWEST, map(_list_filled, rows[place::-1]))
    return any(_is_of_meanings(filled[-1]) for filled in islice(run, 1, None))


def _list_filled(cells: Sequence[str]) -> list[str]:
    return [text for text in cells if text.strip()]


def _is_of_meanings(heading: str) -> bool:
    """Whether a heading says that what stands below it explains what is beside that."""
    return not _EXPLAINING.isdisjoint(find_words([heading])) and len(heading) <= LONGEST


def _print(cells: Sequence[str]) -> tuple[str, ...]:
    return tuple([" ".join(cell.split()) for cell in cells])


def _is_entry(cells: Sequence[str]) -> bool:
    """Whether a row is a key's: of a term (`AFI`, `Area for improvement`), of a status or of a colour."""
    filled = [text for text in cells if text]
    if len(filled) != FEWEST:
        return False
    return kind_of_cell(filled[0]) in _KEYED or (is_acronym(filled[0]) and fits_entry(*filled))


def _is_form(rows: Sequence[Sequence[str]], found: HeadingRow, synonyms: Mapping[str, str]) -> bool:
    """Whether the rows are labels and their values: down the first column, or in turn along each row."""
    filled = [row for row in rows[:FURTHEST] if len({*row} - {""}) > 1]
    return _has_heading_column(filled, found, synonyms) or _has_labels(filled, found, synonyms)


def _has_heading_column(
    rows: Sequence[Sequence[str]], found: HeadingRow, synonyms: Mapping[str, str]
) -> bool:
    """Whether the first column names more fields than the row `found`, unless that is of headings for the most part."""
    width = len([heading for heading in found.headings if heading])
    if width > FEWEST and 2 * found.known > width:
        return False
    first = [field for row in rows if (field := find_field(row[0], synonyms)) != EXTRA]
    return len(first) > _FORM_SHARE * len(rows) and len({*first}) > found.known


def _has_labels(rows: Sequence[Sequence[str]], found: HeadingRow, synonyms: Mapping[str, str]) -> bool:
    """Whether every other cell is a heading in most rows, and hardly one of those between them.

    A row `found` of which each cell names a field of its own is of headings, whatever stands below it.
    """
    if len(found.headings) % 2 or len([*filter(None, found.headings)]) == found.known:
        return False
    labelled = sum(all(_are_headings(row[::2], synonyms)) for row in rows)
    if labelled <= _FORM_SHARE * len(rows):
        return False
    return labelled > 2 * sum(any(_are_headings(row[1::2], synonyms)) for row in rows)


def _are_headings(cells: Sequence[str], synonyms: Mapping[str, str]) -> Iterator[bool]:
    return (find_field(cell, synonyms) != EXTRA for cell in cells if cell.strip())
