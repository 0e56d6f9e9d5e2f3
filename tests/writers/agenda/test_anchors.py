import pytest
from hypothesis import given
from hypothesis import strategies as st

from send_extract.writers.agenda.anchors import name_anchors, name_measure


@pytest.mark.parametrize(
    ("names", "anchors"),
    [
        (["6a.2", "10"], ("a-6a.2", "a-10")),
        (["1", "1", "1-2"], ("a-1", "a-1-2", "a-1-2-2")),
        (["Head of SEND", "EDI/HR", "…"], ("a-head-of-send", "a-edi-hr", "a-x")),
    ],
)
def test_an_anchor_is_what_an_address_can_hold(names: list[str], anchors: tuple[str, ...]) -> None:
    assert name_anchors("a", names) == anchors


@given(st.lists(st.text(max_size=5)))
def test_no_two_anchors_are_the_same(names: list[str]) -> None:
    assert len(set(name_anchors("a", names))) == len(names)


def test_a_measure_is_found_by_its_recommendation() -> None:
    assert name_measure("r-6a", 2) == "m-6a.2"
