import pytest

import send_extract


def test_every_public_name_is_there() -> None:
    assert all(getattr(send_extract, name) is not None for name in send_extract.__all__)
    assert dir(send_extract) == sorted(send_extract.__all__)


def test_a_name_that_is_not_public_is_not_there() -> None:
    with pytest.raises(AttributeError, match="read_plam"):
        _ = send_extract.read_plam
