import pytest

from send_extract.plan import Column, Measure, Plan, TimingMention
from send_extract.values.mention import Mention
from send_extract.writers.word.grid import lay_plan
from tests.builders import make_action, make_owners, make_plan, make_recommendation

COLUMNS = (
    Column("No", "number"),
    Column("Asked", "recommendation"),
    Column("Action", "actions"),
    Column("When", "when"),
)


def tell(plan: Plan) -> list[list[str]]:
    """The words of each cell below the headings, a line each, and `^` where the cell above goes on."""
    return [
        ["^" if cell.rows == 0 else "\n".join(line.text for line in cell.lines) for cell in row.cells]
        for row in lay_plan(plan)[1:]
    ]


def make_two(**fields: object) -> Plan:
    actions = (make_action("1.1", "Meet", "Jan"), make_action("1.2", "Report", "Feb"))
    record = make_recommendation(actions=actions, when=TimingMention("Jan Feb"), **fields)  # type: ignore[arg-type]
    return make_plan(record, columns=COLUMNS)


def test_each_action_has_its_own_row_beside_its_own_timing() -> None:
    assert tell(make_two()) == [["1", "Listen to families", "Meet", "Jan"], ["^", "^", "Report", "Feb"]]


def test_actions_whose_timings_are_not_known_stand_together_beside_the_cell_as_printed() -> None:
    actions = (make_action("1.1", "Meet"), make_action("1.2", "Report"))
    record = make_recommendation(actions=actions, when=TimingMention("Jan Feb Mar"))
    assert tell(make_plan(record, columns=COLUMNS)) == [
        ["1", "Listen to families", "Meet\nReport", "Jan Feb Mar"]
    ]


def test_marks_and_numbers_of_a_cell_are_no_words_that_keep_it_whole() -> None:
    actions = (make_action("1.1", "Meet", "Jan"), make_action("1.2", "Report", "Feb"))
    record = make_recommendation(actions=actions, when=TimingMention("1. Jan\n• 2) Feb"))
    assert len(tell(make_plan(record, columns=COLUMNS))) == 2


def test_notes_stand_below_the_recommendation_as_drafts_print_them() -> None:
    assert tell(make_two(notes=("merge 4&6",)))[0][1] == "Listen to families\n*merge 4&6"


def test_a_section_is_a_row_over_the_whole_width() -> None:
    section, *rows = lay_plan(make_two(section="Schools"))[1:]
    assert [(cell.columns, cell.lines[0].text, cell.lines[0].style) for cell in section.cells] == [
        (4, "Schools", "section")
    ]
    assert len(rows) == 2


def test_measures_are_a_list_below_the_words_that_lead_in_to_it() -> None:
    measures = (Measure("1.m1", "Fewer", lead_in="We count:"), Measure("1.m2", "Faster", lead_in="We count:"))
    record = make_recommendation(measures=())
    plan = make_plan(record.__class__(number="1", text="Listen", measures=measures))
    lines = lay_plan(plan)[1].cells[2].lines
    assert [(line.text, line.style) for line in lines] == [
        ("We count:", "lead"),
        ("Fewer", "item"),
        ("Faster", "item"),
    ]


def test_a_row_that_says_what_its_own_action_costs_is_not_merged() -> None:
    actions = (
        make_action("1.1", "Meet", extra={"Cost": "£1"}),
        make_action("1.2", "Report", extra={"Cost": "£2"}),
    )
    plan = make_plan(
        make_recommendation(actions=actions, cost="£1\n£2"), columns=(*COLUMNS[:3], Column("Cost", "cost"))
    )
    assert [row[3] for row in tell(plan)] == ["£1", "£2"]


@pytest.mark.parametrize(
    ("text", "start", "end", "revised"),
    [
        ("May 2022 – June 2022", "May 2022", "June 2022", ""),
        ("from May 2022", "May 2022", "", ""),
        ("June 2022", "", "June 2022", ""),
        ("May 2022 – June 2022 → July 2022", "May 2022", "June 2022", "July 2022"),
        ("June 2022 → revised July 2022", "", "June 2022", "July 2022"),
        ("", "", "", ""),
    ],
)
def test_a_timing_of_several_columns_goes_back_into_them(
    text: str, start: str, end: str, revised: str
) -> None:
    columns = (
        Column("Action", "actions"),
        Column("From", "start"),
        Column("To", "end"),
        Column("New", "revised"),
    )
    plan = make_plan(make_recommendation(text="", actions=(make_action(when=text),)), columns=columns)
    assert tell(plan) == [["Hold a meeting", start, end, revised]]


def test_who_is_accountable_goes_back_into_a_column_of_its_own() -> None:
    who = Mention("GB\nAccountable: BM", make_owners("GB", "BM").value)
    columns = (Column("Action", "actions"), Column("Lead", "who"), Column("Sponsor", "accountable"))
    plan = make_plan(make_recommendation(text="", actions=(make_action(who=who),)), columns=columns)
    assert tell(plan) == [["Hold a meeting", "GB", "BM"]]
