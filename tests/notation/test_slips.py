import pytest
from hypothesis import given
from hypothesis import strategies as st

from send_extract.notation.slips import Slip, find_slip

KNOWN = (
    ("PHF", "PFH", Slip.SWAPPED), ("Maarch", "March", Slip.DOUBLED), ("Maxrch", "March", Slip.ADDED),
    ("Febuary", "February", Slip.DROPPED), ("Nobember", "November", Slip.CHANGED), ("March", "March", None),
    ("Mrach", "May", None), ("", "", None), ("", "a", Slip.DROPPED),
)  # fmt: skip


@pytest.mark.parametrize(("written", "meant", "slip"), KNOWN)
def test_a_slip_is_named(written: str, meant: str, slip: Slip | None) -> None:
    assert find_slip(written, meant) is slip


@given(st.text(max_size=6), st.text(max_size=6))
def test_a_slip_is_one_both_ways(one: str, other: str) -> None:
    assert (find_slip(one, other) is None) == (find_slip(other, one) is None)
