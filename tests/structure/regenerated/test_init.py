from send_extract import read_plan
from send_extract.document import Table
from send_extract.readers.markdown import read_markdown
from send_extract.source import Source
from send_extract.structure import structure_document
from send_extract.writers.markdown import write_markdown

PLAN = """# Plan

## Recommendations

### Recommendation 1

> Insulate homes

| No | Action | When | In full | Who |
| --- | --- | --- | --- | --- |
| 1.1 | Survey | May |  | GB |
| 1.2 |  | June |  | GB |
"""


def test_an_action_whose_words_were_taken_out_is_an_empty_cell() -> None:
    elements = structure_document(read_markdown(Source("plan.md", PLAN.encode())).document, {}).elements
    [table] = [each for each in elements if isinstance(each, Table)]

    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["No", "Recommendation", "Action", "When", "Who", "Measures of success"],
        ["1", "Insulate homes", "Survey", "May", "GB", ""],
        ["", "", "", "June", "GB", ""],
    ]
    assert all(block.runs for row in table.rows for cell in row.cells for block in cell.blocks)


def test_a_column_of_the_actions_own_never_replaces_one_that_every_plan_has() -> None:
    table = (
        "| No | Action | When | In full | Who | Update | When |\n| --- | --- | --- | --- | --- | --- | --- |\n"
        "| 1.1 | Survey | May |  | GB | Begun | June |\n"
    )
    text = f"# Plan\n\n## Recommendations\n\n### Recommendation 1\n\n> Insulate homes\n\n{table}"
    elements = structure_document(read_markdown(Source("plan.md", text.encode())).document, {}).elements
    [made] = [each for each in elements if isinstance(each, Table)]

    assert made.rows[1].cells[3].text == "May"


def test_a_plan_without_a_title_reads_back_without_one() -> None:
    plan = read_plan(b"No,Recommendation,Action\n1,Improve,Meet\n", format="csv")
    assert plan.title is None
    assert read_plan(write_markdown(plan), format="markdown").title is None


def test_a_plan_without_recommendations_has_no_table() -> None:
    document = read_markdown(
        Source("plan.md", b"<!-- send-extract 1.0: x -->\n\n## Recommendations\n")
    ).document
    assert not any(isinstance(each, Table) for each in structure_document(document, {}).elements)


def test_what_a_recommendation_says_of_all_its_actions_stays_its_own() -> None:
    row = '1,Keep it dry,"• Mend the roof\n• Clear it","May 2025\nJune 2025",Amber'
    text = f"No,Recommendation,Actions,When,RAG\n{row}\n"
    plan = read_plan(text.encode(), format="csv")
    [record] = read_plan(write_markdown(plan), format="markdown").recommendations

    assert record.status == "Amber"
    assert [action.extra for action in record.actions] == [{}, {}]
