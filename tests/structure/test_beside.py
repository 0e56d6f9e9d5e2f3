"""A glossary beside the plan is a table of its own."""

import pytest

from send_extract import read_plan
from send_extract.document import Block, Cell, Row, Run, Table
from send_extract.structure.beside import part_beside, part_keys


def table(*rows: str) -> Table:
    cells = (row.split("|") for row in rows)
    return Table(
        tuple(Row(tuple(Cell((Block((Run(text),)),) if text else ()) for text in row)) for row in cells)
    )


def show(made: Table) -> list[str]:
    return ["|".join(cell.text for cell in row.cells) for row in made.rows]


PLAN = ["No|Action|Who", "1|Meet|GB", "2|Write|BM", "3|Call|LM"]
KEY = ["Term|Meaning", "RTA|Refusal to assess", "PFH|Portfolio Holder", "|"]


@pytest.mark.parametrize(
    "rows",
    [
        [f"{left}||{right}" for left, right in zip(PLAN, KEY, strict=True)],
        [f"{right}||{left}" for left, right in zip(PLAN, KEY, strict=True)],
        ["|||||", *(f"{left}|||{right}" for left, right in zip(PLAN, KEY, strict=True))],
    ],
)
def test_an_empty_column_parts_a_glossary_from_the_plan(rows: list[str]) -> None:
    assert [show(part) for part in part_keys(table(*rows))] == [PLAN, KEY[:-1]]


def test_a_glossary_may_have_a_title_and_begin_elsewhere() -> None:
    rows = ["Town plan||||", "No|Action||Glossary|", "1|Meet||Term|Meaning", "2|Write||RTA|Refusal to assess"]
    plan, key = part_keys(table(*rows))
    assert show(plan) == ["Town plan|", "No|Action", "1|Meet", "2|Write"]
    assert show(key) == ["Glossary|", "Term|Meaning", "RTA|Refusal to assess"]


@pytest.mark.parametrize(
    "rows",
    [
        ["No|Action||Status|Notes", "1|Meet||Done|None"],
        ["Term|Meaning", "RTA|Refusal to assess"],
        ["No||Action|Who", "1||Meet|GB"],
        [],
    ],
)
def test_any_other_empty_column_parts_nothing(rows: list[str]) -> None:
    whole = table(*rows)
    assert part_keys(whole) == (whole,)


def test_its_terms_are_the_glossary_and_no_cells_of_the_plan() -> None:
    page = "".join(
        f"<tr>{''.join(f'<td>{cell}' for cell in f'{left}||{right}'.split('|'))}</tr>"
        for left, right in zip(PLAN, KEY, strict=True)
    )
    made = read_plan(f"<h1>Town plan</h1><table>{page}</table>".encode())
    assert [entry.term for entry in made.glossary] == ["RTA", "PFH"]
    assert [column.heading for column in made.columns] == ["No", "Action", "Who"]


def test_plans_with_the_same_headings_are_tables_of_their_own() -> None:
    other = ["No|Action|Who", "4|Paint|TK", "5|Dig|RS", "|"]
    rows = [f"{left}||{right}" for left, right in zip(PLAN, other, strict=True)]

    assert [show(part) for part in part_beside(table(*rows))] == [PLAN, other[:-1]]


def test_groups_of_columns_that_come_again_stay_in_one_table() -> None:
    whole = table("Action|When||Action|When", "Ask|May||Tell|June")

    assert part_beside(whole) == (whole,)
