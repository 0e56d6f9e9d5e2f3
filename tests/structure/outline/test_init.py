import pytest

from send_extract.document import Paragraph, Table
from send_extract.readers import read_document
from send_extract.source import Source
from send_extract.structure import structure_document

PUBLISHED = """# Climate action plan

Introduction

## Recommendation 1: Insulate homes

### Action 1.1: Survey every home

- Due date: March 2022
- **Responsible officer (action lead):** Head of Housing
- Progress: begun
  and going well

### Action 1.2: Insulate them

- Due date: May 2023
- Responsible officer (action lead): GB

## Glossary

- QA: quality assurance
"""


def structure(name: str, text: str) -> tuple[Paragraph | Table, ...]:
    return structure_document(read_document(Source(name, text.encode())).document, {}).elements


def tell(text: str) -> list[str | list[list[str]]]:
    elements = structure("plan.md", text)
    return [
        each.text if isinstance(each, Paragraph) else [[cell.text for cell in row.cells] for row in each.rows]
        for each in elements
    ]


def test_labelled_lines_below_headings_are_a_table() -> None:
    table = [
        ["No", "Recommendation", "Action", "Due date", "Responsible officer (action lead)", "Progress"],
        [
            "1",
            "Insulate homes",
            "Survey every home",
            "March 2022",
            "Head of Housing",
            "begun and going well",
        ],
        ["1", "Insulate homes", "Insulate them", "May 2023", "GB", ""],
    ]

    assert tell(PUBLISHED) == [
        "Climate action plan",
        "Introduction",
        table,
        "Glossary",
        "QA: quality assurance",
    ]


def test_numbered_priorities_are_sections() -> None:
    text = "# Plan\n## Priority 1: Homes\n### Action 1.1: Survey\n- Due date: May\n- Who: GB\n"

    assert tell(text)[1][1] == ["1.1", "Priority 1: Homes", "Survey", "May", "GB"]


def test_headings_without_numbers_are_sections() -> None:
    text = "# Plan\n## Housing\n### Survey\n- Due date: May\n- Who: GB\n### Insulate\n- Due date: June\n- Who: BM\n"

    assert tell(text)[1] == [
        ["Section", "Action", "Due date", "Who"],
        ["Housing", "Survey", "May", "GB"],
        ["Housing", "Insulate", "June", "BM"],
    ]


def test_a_label_for_the_action_makes_the_heading_a_recommendation() -> None:
    text = "# Plan\n## 1. Insulate homes\n- Action: Survey\n- By when: May\n"
    text += "## 2. Plant trees\n- Action: Dig\n- By when: June\n"

    assert tell(text)[1] == [
        ["No", "Recommendation", "Action", "By when"],
        ["1", "Insulate homes", "Survey", "May"],
        ["2", "Plant trees", "Dig", "June"],
    ]


def test_lines_whose_labels_are_no_plan_stay_paragraphs() -> None:
    text = "# Contacts\n## Office\n- Telephone: 01702\n- Address: Civic Centre\n"

    assert tell(text) == ["Contacts", "Office", "Telephone: 01702", "Address: Civic Centre"]


def test_rows_know_the_lines_of_their_headings() -> None:
    elements = structure("plan.md", PUBLISHED)
    [table] = [each for each in elements if isinstance(each, Table)]

    assert [row.location.line for row in table.rows] == [7, 7, 14]


def test_a_number_that_the_actions_do_not_count_to_stays_in_the_words() -> None:
    text = "# Plan\n## Recommendation 1: Homes\n### Action 1.3: Survey\n- Due date: May\n- Who: GB\n"

    assert tell(text)[1][1] == ["1", "Homes", "Action 1.3: Survey", "May", "GB"]


LINES = [
    "**Due date:** May",
    "- **Due date**: May",
    "Due date: May",
    "* Due date - May",
    "- Due date – May",
    "+ __Due date__ May",
    "1. Due date:May",
    "*Due date:* May",
    "**Due date**\nMay",
    "**Due date**\n\nMay",
    "#### Due date\n\nMay",
]


@pytest.mark.parametrize("line", LINES)
def test_a_label_may_be_marked_in_any_way(line: str) -> None:
    lines = [line, *(line.replace("Due date", "Who").replace("May", "GB") for _ in "1")]
    lines += [each.replace("May", "June").replace("GB", "BM") for each in lines]
    text = "# Plan\n\n### Action 1: Survey\n\n{}\n\n{}\n\n### Action 2: Insulate\n\n{}\n\n{}\n"

    assert tell(text.format(*lines)) == [
        "Plan",
        [["No", "Action", "Due date", "Who"], ["1", "Survey", "May", "GB"], ["2", "Insulate", "June", "BM"]],
    ]


def test_lines_of_one_paragraph_have_a_label_each() -> None:
    assert tell("# Plan\n### Action 1: Survey\nDue date: May\nWho: GB\n")[1][1] == [
        "1",
        "Survey",
        "May",
        "GB",
    ]


def test_an_action_that_comes_again_is_another_row() -> None:
    text = "# Plan\n## Recommendation 1\n\nInsulate homes\n\n"
    text += (
        "Action: Survey\nDue date: May\nAction: Insulate\nDue date: June\nMeasure of success: Warm homes\n"
    )

    assert tell(text)[1] == [
        ["No", "Recommendation", "Action", "Due date", "Measure of success"],
        ["1", "Insulate homes", "Survey", "May", ""],
        ["1", "Insulate homes", "Insulate", "June", "Warm homes"],
    ]


def test_plain_text_without_headings_is_read_by_its_labels() -> None:
    text = "Plan\n\nRecommendation 1: Insulate homes\nAction: Survey\nDue date: May\nLead: GB\n"

    assert tell(text) == [
        "Plan",
        [
            ["No", "Recommendation", "Action", "Due date", "Lead"],
            ["1", "Insulate homes", "Survey", "May", "GB"],
        ],
    ]


def test_what_a_recommendation_says_of_all_its_actions_is_a_row() -> None:
    text = "# Plan\n## Recommendation 1: Homes\n- Outcome: Warm homes\n### Action 1.1: Survey\n- Due: May\n- Who: GB\n"

    assert tell(text)[1][1:] == [
        ["1", "Homes", "", "Warm homes", "", ""],
        ["1", "Homes", "Survey", "", "May", "GB"],
    ]


def test_an_action_without_labels_stands_among_those_that_have_them() -> None:
    text = "# Plan\n### Action 1: Survey\n- Due: May\n- Who: GB\n### Action 2: Insulate\n## Glossary\nQA quality\n"

    assert tell(text)[1][2] == ["2", "Insulate", "", ""]
    assert tell(text)[2:] == ["Glossary", "QA quality"]


def test_items_below_a_label_are_its_own_and_no_labels() -> None:
    text = "# Plan\n## 1. Homes\n- **Actions:**\n  - Agree two: a and b\n  - Begin\n- **Lead:** GB\n"

    assert tell(text)[1][1] == ["1", "Homes", "Agree two: a and b\nBegin", "GB"]


def test_words_after_the_last_label_stay_outside() -> None:
    text = "# Plan\n### Action 1: Survey\n\nDue: May\n\nWho: GB\n\nWrite to us with your views.\n"

    assert tell(text)[2] == "Write to us with your views."


def test_web_pages_are_read_alike() -> None:
    page = "<html><body><nav><p>Contact: us</p></nav><h1>Plan</h1><h2>Action 1: Survey</h2>{}<footer>Lead: us</footer>"
    expected = [["No", "Action", "Due date", "Who"], ["1", "Survey", "May", "GB"]]

    for lines in (
        "<ul><li><b>Due date:</b> May</li><li><b>Who:</b> GB</li></ul>",
        "<p>Due date: May<br>Who: GB</p>",
        "<dl><dt>Due date<dd>May<dt>Who<dd>GB</dl>",
        "<table><tr><th>Due date<td>May<tr><th>Who<td>GB</table>",
        "<table><tr><td>Due date<td>May<td>Who<td>GB</table>",
    ):
        assert tell(page.format(lines)) == ["Contact: us", "Plan", expected, "Lead: us"]


def test_a_page_of_news_is_no_plan() -> None:
    text = "# News\n" + "".join(f"## Bins {each}\n- Date: 3 May\n- Contact: the office\n" for each in "ab")

    assert not any(isinstance(element, list) for element in tell(text))


def test_a_plan_with_a_table_keeps_its_labelled_lines() -> None:
    text = (
        "# Plan\n## 1. About\n- Lead: GB\n- Due date: May\n\n| No | Action |\n| --- | --- |\n| 1 | Survey |\n"
    )

    assert tell(text)[2:] == ["Lead: GB", "Due date: May", [["No", "Action"], ["1", "Survey"]]]


def test_an_item_with_labels_listed_below_it_is_a_heading() -> None:
    text = "# Plan\n1. **Homes**\n   - Action: Survey\n     - Who: GB\n     - Due: May\n"
    text += "   - Action: Dig\n     - Due: June\n"

    assert tell(text)[1][1:] == [["1", "Homes", "Survey", "GB", "May"], ["1", "Homes", "Dig", "", "June"]]


def test_numbered_lines_above_labels_are_headings() -> None:
    text = "Plan\n\n1. Homes\nAction: Survey\nDue: May\n\n2. Trees\nAction: Dig\nDue: June\n"

    assert tell(text)[1][1:] == [["1", "Homes", "Survey", "May"], ["2", "Trees", "Dig", "June"]]


def test_minutes_are_no_plan() -> None:
    text = "# Minutes\n## 1. Apologies\n\nNone.\n\n## 2. Action plan\n\nNoted.\n\nDate: 4 May\n\nChair: Cllr Smith\n"

    assert not any(isinstance(element, list) for element in tell(text))


def test_a_table_on_its_side_is_turned_and_no_form() -> None:
    page = "<table><tr><th>No<td>1<td>2<td>3<tr><th>Action<td>Survey<td>Dig<td>Plant"
    page += "<tr><th>Lead<td>GB<td>BM<td>LM</table>"
    [table] = structure("plan.html", page)

    assert isinstance(table, Table)
    assert [row.texts for row in table.rows[:2]] == [["No", "Action", "Lead"], ["1", "Survey", "GB"]]


def test_headings_down_the_first_column_are_a_form_whatever_their_values_say() -> None:
    page = "<table><tr><td>Recommendation 1<td>Homes<tr><td>Action<td>Report progress"
    page += "<tr><td>When<td>May<tr><td>Who<td>GB</table>"

    assert tell(page) == [
        [["No", "Recommendation", "Action", "When", "Who"], ["1", "Homes", "Report progress", "May", "GB"]]
    ]


def test_the_changes_of_a_program_are_no_plan() -> None:
    text = "# Changes\n" + "".join(
        f"## 1.{each}\n\nImprovements:\n\n- Issue #{each}: faster\n\n" for each in "12"
    )

    assert not any(isinstance(element, list) for element in tell(text))


def test_a_recommendation_numbered_before_its_label_begins_a_record() -> None:
    text = "# Plan\n\n" + "\n".join(
        f"{number}. Recommendation: {words}\n   Action: Dig.\n   Deadline: June 2021.\n"
        for number, words in enumerate(("Homes", "Trees"), 1)
    )

    assert tell(text)[1] == [
        ["No", "Recommendation", "Action", "Deadline"],
        ["1", "Homes", "Dig.", "June 2021."],
        ["2", "Trees", "Dig.", "June 2021."],
    ]
