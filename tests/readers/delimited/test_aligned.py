from send_extract.readers.delimited.aligned import read_aligned

PLAN = """A plan

No  Recommendation   Action            When
1   Insulate all     Survey them       May
    of the homes     and report
                     Buy wool          June
2   Plant trees      Dig               July

Glossary of all the terms
QA  quality assurance
"""
PANDOC = """  -----------------------------------
  No   Action      Measure of   When
                   success
  ---- ----------- ------------ -----
  1    Survey all  Warm homes   May
       homes

  2    Dig         Trees grow   June
  -----------------------------------
"""


def read(text: str) -> list[list[str]] | None:
    rows = read_aligned(text.split("\n"))
    return None if rows is None else [row.cells for row in rows]


def test_words_stand_under_their_headings() -> None:
    assert read(PLAN) == [
        ["A plan"],
        ["No", "Recommendation", "Action", "When"],
        ["1", "Insulate all of the homes", "Survey them and report", "May"],
        ["", "", "Buy wool", "June"],
        ["2", "Plant trees", "Dig", "July"],
        ["Glossary of all the terms"],
        ["QA  quality assurance"],
    ]


def test_a_line_of_dashes_draws_the_columns_of_headings_of_several_lines() -> None:
    assert read(PANDOC) == [
        ["No", "Action", "Measure of success", "When"],
        ["1", "Survey all homes", "Warm homes", "May"],
        ["2", "Dig", "Trees grow", "June"],
    ]


def test_headings_may_run_over_lines_without_a_rule() -> None:
    assert read("No  Action   Measure of\n             success\n1   Survey   Warm homes\nPage 1 of 2\n") == [
        ["No", "Action", "Measure of success"],
        ["1", "Survey", "Warm homes"],
        ["Page 1 of 2"],
    ]


def test_a_rule_that_slipped_cuts_no_heading_in_two() -> None:
    rows = read("No  Action  When\n--- ------- ----\n1   Survey  May\n".replace("--- -", "---- -"))

    assert rows is not None
    assert rows[0] == ["No", "Action", "When"]


def test_cells_that_stand_under_no_heading_are_not_aligned() -> None:
    assert read("No  Action  When\n1  Survey every home  May\n") is None


def test_a_text_without_headings_has_no_columns() -> None:
    assert read("Words  apart\nand  more\n") is None
