"""What stands in a cell, at a glance, and what a column of such cells holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from send_extract.headings.cells import KINDS, Profile, kind_of_cell, profile_cells

CELLS = {
    "number": ["1", "6a", "1.2.3", "R1:", "Rec. 1", "KLOE 2", "SEND-01"],
    "date": ["Jan 2022", "Jan Jan Wef Feb onwards", "31st March 2023", "01/04/22", "By end of March", "Q3 22/23",
             "Summer Term 2023", "Quarterly", "within 3 months", "Ongoing", "2024"],
    "money": ["£5,000", "£1.2m", "Within existing resources", "Officer time", "20k"],
    "percent": ["95%", "68 %"],
    "rag": ["Red", "AMBER", "G", "Amber/Green"],
    "status": ["Complete", "In progress", "Open - late", "Not yet started", "On track"],
    "level": ["High", "M", "Medium / High", "Merits attention", "P1", "Priority 2"],
    "mark": ["☒", "✓", "Yes", "x"],
    "post": ["GB", "GB/BM", "Head of Pools", "Cllr Ames", "HoS/HR", "Museums Manager", "Clerk"],
    "name": ["Ann Lee", "Ann Lee and Joe Park"],
    "words": ["Homes", "Healthier lives", "Theme 1"],
    "prose": ["Mend the roof of the hall", "Painter chosen by 20.1.15, with the words sent to both by 6.2.15.",
              "Clerk to ask for quotes", "Train 12 guards by May"],
}  # fmt: skip


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in CELLS.items() for text in texts])
def test_a_cell_is_of_a_kind(kind: str, text: str) -> None:
    assert kind_of_cell(text) == kind


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        (["1", "2", "5"], "number"),
        (["4", "3"], "figure"),
        (["3", "3", "3"], "figure"),
        (["R1", "R2"], "number"),
        (["", "n/a", "TBC", "May", "-"], "date"),
    ],
)
def test_a_column_is_of_the_kind_of_its_filled_cells(cells: list[str], kind: str) -> None:
    assert profile_cells(cells).share(kind) == 1


def test_a_column_without_words_has_no_kind() -> None:
    assert profile_cells(["", "n/a", "  "]) == Profile(0, ())


@given(st.lists(st.text(max_size=80)))
def test_the_shares_of_any_column_make_a_whole(cells: list[str]) -> None:
    profile = profile_cells(cells)
    assert {kind for kind, _ in profile.shares} <= {*KINDS}
    assert profile.filled == 0 or abs(sum(share for _, share in profile.shares) - 1) < 1e-9
