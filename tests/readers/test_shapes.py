import pytest

from send_extract import read_plan
from send_extract.source import Source
from send_extract.writers.markdown import write_markdown
from tests.readers.shapes import GOLDEN, SHAPES, write_shape
from tests.readers.test_matrix import tell


@pytest.mark.parametrize("shape", SHAPES)
def test_a_plan_of_another_shape_gives_what_was_read_by_eye(shape: str) -> None:
    expected = (GOLDEN / f"shape-{shape}" / "expected.md").read_text(encoding="utf-8")

    assert write_shape(shape) == expected


@pytest.mark.parametrize("shape", SHAPES)
def test_the_markdown_of_another_shape_reads_back_as_the_same_plan(shape: str) -> None:
    plan = read_plan(GOLDEN / f"shape-{shape}" / SHAPES[shape])

    assert tell(read_plan(Source("plan.md", write_markdown(plan)))) == tell(plan)
