"""What is said of a document without a plan, and that it helps."""

import pytest

from send_extract.errors import NoPlanFound
from tests.extraction.test_plans import extract

LINES = (
    "Ref\tZzyzx\tDue\tOwner",
    "1\tGuidance for schools written\tMarch 2025\tAB",
    "2\tPanel trained on the new form\tApril 2025\tCD",
)


def test_the_heading_to_be_mapped_is_one_that_is_not_known() -> None:
    with pytest.raises(NoPlanFound, match='"Zzyzx" = "actions"'):
        extract(*LINES)


def test_a_plan_is_read_with_the_mapping_that_its_refusal_names() -> None:
    read = extract(*LINES, headings={"Zzyzx": "actions"}).plan
    assert [action.text for each in read.recommendations for action in each.actions] == [
        "Guidance for schools written",
        "Panel trained on the new form",
    ]


def test_a_table_of_many_columns_is_told_by_its_first() -> None:
    words = "\t".join(f"Zzyzx {number}" for number in range(1000))
    with pytest.raises(NoPlanFound, match=r"Seen: Zzyzx 0 \|.* and 988 more\.") as caught:
        extract(words, words)
    assert len(str(caught.value)) < 1000
