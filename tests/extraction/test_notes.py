"""What editors' notes say of other recommendations."""

import pytest

from send_extract.extraction.notes import find_relations
from send_extract.plan import Relation


@pytest.mark.parametrize(
    ("note", "numbers"),
    [
        ("intention is to merge 2 to 4", ("2", "3", "4")),
        ("merge recommendations 2-4 and 7", ("2", "3", "4", "7")),
        ("merge R2 – R4", ("2", "3", "4")),
        ("merge 2 into 4", ("2", "4")),
        ("merge with 4&6", ("4", "6")),
        ("merge 6a to 7", ("6a", "7")),
        ("merge 1.1 to 1.3", ("1.1", "1.3")),
        ("merge 4 to 2", ("4", "2")),
        ("merge 4 with 6 to make the plan shorter", ("4", "6")),
        ("merge 4 with 6 - to be done by 2023", ("4", "6")),
    ],
)
def test_a_merge_names_every_number_of_its_list_and_ranges(note: str, numbers: tuple[str, ...]) -> None:
    assert find_relations([note]) == (Relation("merge", numbers),)
