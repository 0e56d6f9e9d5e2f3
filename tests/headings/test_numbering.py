import pytest

from send_extract.headings.numbering import find_own_numbers, find_references, is_numbered

WORDS = ["Meet more", "Meet more", "Talk", "Talk"]


def test_of_two_columns_of_numbers_the_one_that_differs_beside_the_same_words_is_the_actions() -> None:
    cells = [["T1", "T2", "T3", "T4"], ["1", "1", "2", "2"], WORDS]
    assert find_own_numbers(["Ref", "No", "Aim"], ["number", "number", "recommendation"], cells) == {0}


def test_words_hold_for_the_rows_below_them_that_have_none() -> None:
    cells = [["T1", "T2", "T3", "T4"], ["1", "", "2", ""], ["Meet more", "", "Talk", ""]]
    assert find_own_numbers(["Ref", "No", "Aim"], ["number", "number", "recommendation"], cells) == {0}


def test_one_column_of_numbers_is_the_actions_by_its_heading_unless_they_count_below_the_recommendations() -> (
    None
):
    named = ["number", "recommendation"]
    assert find_own_numbers(["Task ID", "Aim"], named, [["T1", "T2", "T3", "T4"], WORDS]) == {0}
    assert not find_own_numbers(["Ref", "Aim"], named, [["T1", "T2", "T3", "T4"], WORDS])
    assert not find_own_numbers(["Action no", "Aim"], named, [["1.1", "1.2", "2.1", "2.2"], WORDS])


def test_numbers_that_differ_with_the_words_are_of_them() -> None:
    assert not find_own_numbers(
        ["Task ID", "Aim"], ["number", "recommendation"], [["1", "2"], ["Meet", "Talk"]]
    )


def test_each_text_is_numbered_where_no_other_row_is() -> None:
    named = ["number", "section"]
    assert is_numbered(1, named, [["1", "2"], ["Meet", "Talk"]])
    assert not is_numbered(1, named, [["1", "2"], ["Meet", ""]])
    assert not is_numbered(1, named, [["1", "2"], ["Meet", "Meet"]])
    assert is_numbered(0, ["priority"], [["Meet", "Talk"]])


@pytest.mark.parametrize(
    ("headings", "named", "cells", "place"),
    [
        (["No", "Rec", "Action"], ["number", "number", "actions"], [["1", "2"], ["2", "1"], ["a", "b"]], 1),
        (["Ref", "Recommendation", "Action"], ["number", "recommendation", "actions"],
         [["A1", "A2"], ["R1", "R1, R2"], ["a", "b"]], 1),
        (["No", "Action"], ["number", "actions"], [["1", "2"], ["a", "b"]], None),
        (["No", "Recommendation", "Action"], ["number", "recommendation", "actions"],
         [["1", "2"], ["Meet", "2"], ["a", "b"]], None),
        (["Rec", "Due"], ["number", "when"], [["1", "2"], ["May", "June"]], None),
    ],
)  # fmt: skip
def test_a_column_of_recommendations_numbers_alone_refers_to_a_list(
    headings: list[str], named: list[str], cells: list[list[str]], place: int | None
) -> None:
    assert find_references(headings, named, cells) == place
    if place is not None:
        assert find_own_numbers(headings, named, cells) == {0}
