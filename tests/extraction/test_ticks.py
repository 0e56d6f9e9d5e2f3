from send_extract import read_plan
from send_extract.source import Source
from tests.extraction.test_plans import extract

HEAD = "No\tRecommendation\tAction\tWho\t2024/25\t2025/26"


def test_a_tick_says_when_by_the_heading_of_its_column() -> None:
    found = extract(HEAD, "1\tMeet\tWrite\tGB\tX\t", "2\tTalk\tCall\tBM\tX\tX")
    assert [each.actions[0].when.text for each in found.plan.recommendations] == [
        "2024/25",
        "2024/25 – 2025/26",
    ]


def test_words_under_a_period_leave_all_of_them_as_they_are() -> None:
    found = extract(HEAD, "1\tMeet\tWrite\tGB\tX\t", "2\tTalk\tCall\tBM\tPick the people\tX")
    assert "2024/25" not in [each.actions[0].when.text for each in found.plan.recommendations]


def test_a_next_page_without_headings_has_the_same_ticks() -> None:
    table = "<table>{}</table>"
    row = "<tr><td>{}<td>Meet<td>Write<td>GB<td>{}<td>{}</tr>"
    head = f"<tr><th>{HEAD.replace(chr(9), '<th>')}</tr>"
    page = table.format(head + row.format(1, "X", "")) + table.format(row.format(2, "", "X"))
    made = read_plan(Source("plan.html", page.encode()))
    assert [each.actions[0].when.text for each in made.recommendations] == ["2024/25", "2025/26"]
