"""Plans of other shapes than the real draft's: what each gives, as the Markdown that is read by eye."""

from functools import partial
from pathlib import Path

from send_extract import read_plan
from send_extract.writers.markdown import write_markdown

GOLDEN = Path(__file__).parents[1] / "golden"
SHAPES = {
    "outline": "plan.md",
    "priorities": "plan.html",
    "actions": "plan.csv",
    "numbered": "plan.txt",
    "pipes": "plan.md",
    "headed": "plan.html",
    "tracker": "plan.csv",
    "nested": "plan.html",
}


def write_shape(shape: str) -> str:
    written = write_markdown(read_plan(GOLDEN / f"shape-{shape}" / SHAPES[shape]))
    return written.decode()


write_outline = partial(write_shape, "outline")
write_priorities = partial(write_shape, "priorities")
write_actions = partial(write_shape, "actions")
write_numbered = partial(write_shape, "numbered")
write_pipes = partial(write_shape, "pipes")
write_headed = partial(write_shape, "headed")
write_tracker = partial(write_shape, "tracker")
write_nested = partial(write_shape, "nested")
