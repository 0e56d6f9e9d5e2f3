"""What one row of a plan is: a recommendation of its own, more of the one above, or a section."""

import pytest

from tests.extraction.test_plans import outline, plan

HEAD = "No\tRecommendation\tAction\tWho"


@pytest.mark.parametrize(
    ("printed", "number"), [("4&amp;6", "4&6"), ("?", "?"), ("SR (25/26) 02", "SR (25/26) 02"), ("4*", "4")]
)
def test_a_row_with_words_in_its_number_cell_is_a_recommendation_of_its_own(
    printed: str, number: str
) -> None:
    lines = (HEAD, "3\tThree\tMeet\tGB", f"{printed}\tensure the board meets\tWrite\tBM")
    assert outline(*lines) == [("3", "Three", ["Meet"]), (number, "ensure the board meets", ["Write"])]


def test_a_counted_title_in_the_first_column_names_a_section_whatever_its_heading() -> None:
    made = plan(
        "Who\tNo\tRecommendation\tAction",
        "Theme 1: Voice\t\t\t",
        "GB\t1\tOne\tMeet",
        "Priority 2: Money\t\t\t",
        "BM\t2\tTwo\tWrite",
        "LN\t\t\t",
    )
    assert [(each.number, each.section, each.who.text) for each in made.recommendations] == [
        ("1", "Theme 1: Voice", "GB"),
        ("2", "Priority 2: Money", "BM\nLN"),
    ]


def test_words_repeated_in_every_cell_of_a_row_name_a_section() -> None:
    made = plan(HEAD, "1\tOne\tMeet\tGB", "\t".join(["<b>Theme C</b>"] * 4), "2\tTwo\tWrite\tBM")
    assert [(each.number, each.section) for each in made.recommendations] == [("1", None), ("2", "Theme C")]


def test_a_section_row_ends_the_section_of_the_same_rank_named_above_the_rows() -> None:
    made = plan(HEAD, "Priority 1: Voice", "1\tOne\tMeet\tGB", "Priority 2: Money\t\t\t", "2\tTwo\tWrite\tBM")
    assert [each.section for each in made.recommendations] == ["Priority 1: Voice", "Priority 2: Money"]


def test_a_number_glued_to_the_words_behind_it_is_the_recommendations() -> None:
    made = plan("Recommendation\tAction", "R3:Tighten the networks\tMeet", "4.Talk more\tCall")
    assert [(each.number, each.text) for each in made.recommendations] == [
        ("R3", "Tighten the networks"),
        ("4", "Talk more"),
    ]
