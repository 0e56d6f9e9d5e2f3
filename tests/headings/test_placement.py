import pytest

from send_extract.headings.placement import Places, place_cells

FIELDS = ("section", "actions", "measures", "who", "when")
WIDE = ("number", "recommendation", "actions", "when", "who")


@pytest.mark.parametrize(
    ("texts", "places"),
    [
        # A merged cell was lost: all that follow moved to the left.
        (
            ("Review all the rooms", "All are booked", "Head of Estates", "By May 2023"),
            ((), (0,), (1,), (2,), (3,)),
        ),
        (
            ("Review all the rooms", "All are booked", "Head of Estates", "By May 2023", ""),
            ((), (0,), (1,), (2,), (3,)),
        ),
        (("Plant trees", "", "GB", "June 2023"), ((), (0,), (1,), (2,), (3,))),
        # A cell in the middle is missing.
        (("Parks", "Plant some more trees", "GB", "June 2023"), ((0,), (1,), (), (2,), (3,))),
        # Nothing speaks against the cells as they stand.
        (("Parks", "Plant some more trees", "All are planted"), None),
        (("Parks", "Plant some more trees", "All are planted", "GB", ""), None),
        # A lone timing among owners is the author's slip, where the row has all of its cells.
        (("Parks", "Plant some more trees", "All are planted", "May 2023", ""), None),
        (("", "", "", "", ""), None),
    ],
)
def test_a_short_row_is_put_where_its_cells_are_at_home(
    texts: tuple[str, ...], places: Places | None
) -> None:
    assert place_cells(texts, FIELDS) == places


@pytest.mark.parametrize(
    ("texts", "places"),
    [
        (
            ("1", "Keep a full register", "Open it up", "fill it", "May 2023", "GB"),
            ((0,), (1,), (2, 3), (4,), (5,)),
        ),
        (("1", "Keep a full register", "Open it all up", "May 2023", "GB", "more"), None),
    ],
)
def test_neighbours_in_a_long_row_are_one_where_the_others_fit_then(
    texts: tuple[str, ...], places: Places | None
) -> None:
    assert place_cells(texts, WIDE) == places
