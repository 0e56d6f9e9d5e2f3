"""Tables one below another in a grid are told by their headings."""

import pytest

from send_extract.readers.stacks import find_starts

PLAN = ["No|Recommendation|Action|When|Who", "1|Listen|Ask|March|GB"]
OTHER = ["Ref|Action|Completed on|Lead", "9|Paint|2021|TK"]


@pytest.mark.parametrize(
    ("rows", "starts"),
    [
        ([*PLAN, "", *OTHER], [0, 3]),
        (["Our plan", "", *PLAN, "", "Completed actions", "", *OTHER], [0, 7]),
        (["Our plan", *PLAN, "", "Completed actions", *OTHER], [0, 4]),
        ([*PLAN, "", *PLAN], [0]),
        ([*PLAN, "", "Priority 2", *PLAN], [0]),
        ([*PLAN, *OTHER], [0]),
        ([*PLAN, "", "2|Tell|Review the action|June|Lead"], [0]),
        ([*PLAN, "", "Glossary", "RTA|Refusal to assess"], [0]),
        ([], [0]),
    ],
)
def test_a_table_begins_behind_a_blank_row_with_other_headings(rows: list[str], starts: list[int]) -> None:
    assert list(find_starts([row.split("|") for row in rows])) == starts
