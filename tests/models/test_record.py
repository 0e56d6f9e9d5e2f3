import pytest

from send_extract.models.record import is_left_out


@pytest.mark.parametrize(
    ("value", "is_absent"), [(None, True), (False, True), ([], True), (0, False), ("", False)]
)
def test_a_field_that_may_be_left_out_is_where_it_says_nothing(value: object, *, is_absent: bool) -> None:
    assert is_left_out(value) is is_absent
