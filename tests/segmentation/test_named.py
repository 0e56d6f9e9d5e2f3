import pytest

from send_extract.segmentation.named import split_named
from send_extract.values.timing import TimingContext

CONTEXT = TimingContext(year=2024)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("1 & 2 by July; 3 by Sept", ("by July", "by July", "by Sept")),
        ("Actions 1&2 Jan; action 3 March", ("Jan", "Jan", "March")),
        ("1. May 24 3. Sept 2024", ("May 24", "", "Sept 2024")),
        ("1: May 2-3: June", ("May", "June", "June")),
        ("March (1 & 2), April (3)", ("March", "March", "April")),
        ("Jan / - / Mar", ("Jan", "-", "Mar")),
        ("First two by May, remainder by Sept", ("by May", "by May", "by Sept")),
        ("Action 2 March; all others by July", ("by July", "March", "by July")),
        ("By May (1); the rest: July", ()),
        ("first by May, last two: June", ("by May", "June", "June")),
        ("Last action: June; others Sept", ("Sept", "Sept", "June")),
        ("last Friday in May, others Sept", ()),
        ("Jan / n/a / March", ("Jan", "n/a", "March")),
        ("1 & 2 July; 3 Sept", ()),
        ("Jan Feb March", ()),
        ("1. Jan 2. Feb 3. March", ()),
        ("1) June 2) July 3) Sept", ()),
    ],
)
def test_a_cell_that_says_whose_its_timings_are_is_divided_so(text: str, parts: tuple[str, ...]) -> None:
    assert split_named(text, 3, CONTEXT) == parts
