from send_extract.document import Paragraph, Table
from send_extract.readers.markdown import read_markdown
from send_extract.source import Source

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


def tell(text: str) -> list[str | list[list[str]]]:
    elements = read_markdown(Source("plan.md", text.encode())).document.elements
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
            "Action 1.1: Survey every home",
            "March 2022",
            "Head of Housing",
            "begun and going well",
        ],
        ["1", "Insulate homes", "Action 1.2: Insulate them", "May 2023", "GB", ""],
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
        ["No", "Section", "Action", "Due date", "Who"],
        ["", "Housing", "Survey", "May", "GB"],
        ["", "Housing", "Insulate", "June", "BM"],
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
    elements = read_markdown(Source("plan.md", PUBLISHED.encode())).document.elements
    [table] = [each for each in elements if isinstance(each, Table)]

    assert [row.location.line for row in table.rows] == [7, 7, 14]
