from send_extract.document import Block, Cell, Row, Run, Table
from send_extract.structure.outline.forms import read_form


def lay(*rows: str) -> Table:
    cells = ([Cell((Block((Run(words),)),)) if words else Cell() for words in row.split("|")] for row in rows)
    return Table(tuple(Row(tuple(row)) for row in cells))


def read(*rows: str) -> list[tuple[str, list[str]]]:
    return [(line.label, [block.text for block in line.values]) for line in read_form(lay(*rows))]


def test_labels_and_values_stand_in_turn() -> None:
    assert read("Recommendation 1|Homes", "Action:|Survey", "Lead|GB|By when|May", "Cost code|") == [
        ("Recommendation 1", ["Homes"]),
        ("Action", ["Survey"]),
        ("Lead", ["GB"]),
        ("By when", ["May"]),
        ("Cost code", []),
    ]


def test_a_row_of_one_cell_is_a_title() -> None:
    assert [line.is_title for line in read_form(lay("Homes", "Action|Survey", "Lead|GB"))] == [
        True,
        False,
        False,
    ]


def test_tables_of_columns_are_no_forms() -> None:
    assert read("Action|Lead", "Survey|GB", "Dig|BM") == []
    assert read("Action|Survey", "QA|quality assurance", "IT|computers") == []
    assert read("No|1|2|3", "Action|Survey|Dig|Plant") == []
