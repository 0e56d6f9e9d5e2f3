"""The weights of the evidence: what every one of them has to keep to."""

import pytest

from send_extract.headings.cells import KINDS, Profile
from send_extract.headings.evidence import CELLS, MARGIN, NAMED, NEEDED, SEEN, is_seen, weigh_cells
from send_extract.settings import FIELDS


def test_every_field_and_every_kind_of_cell_is_known() -> None:
    assert {*CELLS} == {*FIELDS}
    assert {kind for weights in CELLS.values() for kind in weights} <= {*KINDS}


@pytest.mark.parametrize("field", FIELDS)
def test_no_cells_alone_outdo_a_heading_that_says_the_field(field: str) -> None:
    assert max(CELLS[field].values()) <= NAMED - MARGIN


@pytest.mark.parametrize(("field", "kind"), [(field, kind) for field in SEEN for kind in SEEN[field]])
def test_cells_that_tell_a_field_alone_have_the_points_for_it(field: str, kind: str) -> None:
    profile = Profile(4, ((kind, 1.0),))
    assert is_seen(field, profile)
    assert weigh_cells(field, profile) >= NEEDED or kind == "name"


def test_one_cell_counts_half() -> None:
    assert (
        weigh_cells("when", Profile(1, (("date", 1.0),)))
        == weigh_cells("when", Profile(2, (("date", 1.0),))) / 2
    )
