import pytest

from tests.readers.shapes import GOLDEN, SHAPES, write_shape


@pytest.mark.parametrize("shape", SHAPES)
def test_a_plan_of_another_shape_gives_what_was_read_by_eye(shape: str) -> None:
    expected = (GOLDEN / f"shape-{shape}" / "expected.md").read_text(encoding="utf-8")

    assert write_shape(shape) == expected
