import pytest

from send_extract.document import Row
from send_extract.extraction.columns import place_columns
from send_extract.extraction.sheets import name_by_sheets
from send_extract.extraction.tables import PlanTable
from send_extract.source import Location

COLUMNS = place_columns(("Action",), ("actions",))


def name(*sheets: str | None, section: str | None = None) -> list[str | None]:
    tables = [PlanTable(COLUMNS, (Row((), Location(sheet=sheet)),), section) for sheet in sheets]
    return [table.section for table in name_by_sheets(tables)]


def test_the_first_table_of_each_sheet_has_its_name() -> None:
    assert name("Roads", "Roads", "Ponds") == ["Roads", None, "Ponds"]


@pytest.mark.parametrize(
    "sheets", [("Roads", "Roads"), ("Sheet1", "Sheet2"), ("Action plan", "Ponds"), (None, None)]
)
def test_one_sheet_or_names_that_say_nothing_are_no_sections(sheets: tuple[str | None, ...]) -> None:
    assert name(*sheets) == [None] * len(sheets)


def test_sections_of_their_own_count_for_more() -> None:
    assert name("Roads", "Ponds", section="Water") == ["Water", "Water"]
