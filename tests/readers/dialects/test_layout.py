from send_extract.readers.dialects.layout import read_layout

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


def read(text: str) -> list[list[str]]:
    return [[*row.cells] for row in read_layout(text.split("\n")).rows]


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


def test_columns_part_where_the_words_below_the_headings_do() -> None:
    assert read("No  Action  When\n1  Survey every home  May\n2  Dig               June\n")[1:] == [
        ["1", "Survey every home", "May"],
        ["2", "Dig", "June"],
    ]


def test_words_that_stand_under_no_heading_are_not_read() -> None:
    reading = read_layout(
        ["No  Action  When", "1  Survey every home  May", "2  Dig  July and on", "3  Fill it  June"]
    )

    assert reading.unread > 0


def test_a_text_without_headings_has_no_columns() -> None:
    assert read("Words  apart\nand  more\n") == []


MEETING = """ NO    PAPER      ACTION                       LEAD     TARGET     STATUS/
                                                        DATE       COMMENT
 May 2012
 1.05  Pool rota  Rescue course for each       KW       June       Moved to
                  guard of the pool                     2012       August
 1(a)  Cafe       Count the chairs             KW                  Not begun
"""


def test_years_that_a_column_broke_are_no_page_numbers_and_titles_no_rows() -> None:
    assert read(MEETING) == [
        ["NO", "PAPER", "ACTION", "LEAD", "TARGET DATE", "STATUS/ COMMENT"],
        ["May 2012", "", "", "", "", ""],
        [
            "1.05",
            "Pool rota",
            "Rescue course for each guard of the pool",
            "KW",
            "June 2012",
            "Moved to August",
        ],
        ["1(a)", "Cafe", "Count the chairs", "KW", "", "Not begun"],
    ]


def test_cells_in_capitals_side_by_side_begin_a_row() -> None:
    text = """No   Recommendation           Actions                   When   Who
1    Make the park safe for   Survey the lamps          Jan    GB
     all who use it           Replace broken lamps      March  BM
                              Report to every Board     April  GB
"""
    assert read(text)[1:] == [
        ["1", "Make the park safe for all who use it", "Survey the lamps", "Jan", "GB"],
        ["", "", "Replace broken lamps", "March", "BM"],
        ["", "", "Report to every Board", "April", "GB"],
    ]


def test_headings_of_two_lines_may_go_on_under_the_first() -> None:
    text = """Rec.    Agreed action          Officer        Target
no.                            responsible    date

1       Set a timetable        Head of        31/07/24
                               Services
"""
    assert read(text) == [
        ["Rec. no.", "Agreed action", "Officer responsible", "Target date"],
        ["1", "Set a timetable", "Head of Services", "31/07/24"],
    ]
