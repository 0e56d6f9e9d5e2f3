"""Which of the titles above a table is its section."""

import pytest

from send_extract import read_plan

ROWS = "<tr><th>Action<th>Lead<th>Due</tr><tr><td>Mend<td>GB<td>May 2022</tr>"


def read_sections(*parts: str) -> tuple[str | None, list[str | None]]:
    page = "".join(part if part.startswith("<h") else f"<table>{part}{ROWS}</table>" for part in parts)
    made = read_plan(page.encode())
    return made.title, [each.section for each in made.recommendations]


def title_row(text: str) -> str:
    return f"<tr><td colspan=3>{text}</tr>"


def test_an_appendix_is_the_title_and_the_heading_below_it_the_section() -> None:
    parts = ("<h1>Appendix IV – Action Plan</h1>", "<h2>1. Pools and Gyms</h2>", "", "<h2>2. Ponds</h2>", "")
    assert read_sections(*parts) == ("Appendix IV – Action Plan", ["1. Pools and Gyms", "2. Ponds"])


@pytest.mark.parametrize("heading", ["Action plan", "Table 2: Recommendations", "Appendix B"])
def test_a_heading_that_only_names_the_table_is_no_section(heading: str) -> None:
    parts = ("<h1>Town plan</h1>", "<h2>Roads</h2>", f"<h3>{heading}</h3>", "")
    assert read_sections(*parts) == ("Town plan", ["Roads"])


def test_title_rows_above_the_headings_are_sections_from_the_first_table_on() -> None:
    parts = (title_row("Roads and paths"), title_row("Ponds"))
    assert read_sections("<h1>Town plan</h1>", *parts) == ("Town plan", ["Roads and paths", "Ponds"])
    assert read_sections(*parts)[1] == ["Roads and paths", "Ponds"]


def test_the_only_title_row_of_the_only_table_is_the_title() -> None:
    assert read_sections(title_row("Town scrutiny")) == ("Town scrutiny", [None])


def test_a_heading_keeps_its_table_whatever_is_listed_between_them() -> None:
    made = read_plan(
        f"<h1>Town plan</h1><table>{ROWS}</table><h2>Ponds</h2><p>Aims:</p><ul><li>Clean ponds</ul>"
        f"<table>{ROWS}</table>".encode()
    )
    assert [each.section for each in made.recommendations] == [None, "Ponds"]
