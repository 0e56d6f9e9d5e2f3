"""Which ends of lines are the author's, by the space that a document prints at the others."""

import pytest

from send_extract.readers.pdf.blocks import build_blocks
from send_extract.readers.pdf.ends import is_ended, keeps_each_space
from send_extract.readers.pdf.lines import Line
from send_extract.readers.pdf.seams import Habits
from tests.readers.pdf.test_lines import stack

KEEPS = Habits(keeps_spaces=True, keeps_each=True)


def keep_space(line: Line) -> Line:
    return line._replace(words=(*line.words[:-1], line.words[-1]._replace(spaced=True)))


def wrap(text: str, rest: str, edge: float = 100.0) -> tuple[Line, ...]:
    first, second = stack(text, rest, edge=edge)
    return keep_space(first), second


@pytest.mark.parametrize(
    ("others", "keeps"),
    [
        ([], True),
        ([stack("Fire Safety Lead", "Contracts Manager")], True),
        ([stack("children wait for", "assessments")], False),
        ([stack("children wait for", "assessments", edge=82.0)], True),
    ],
    ids=["all", "capitals-may-begin", "one-without", "a-full-line"],
)
def test_a_document_keeps_each_space_where_no_wrapped_line_lacks_it(
    others: list[tuple[Line, ...]], keeps: bool
) -> None:
    wrapped = [wrap("children wait for", "assessments")] * 3

    assert keeps_each_space([*wrapped, *others], Habits(keeps_spaces=True)) is keeps


def test_two_wrapped_lines_show_no_habit() -> None:
    assert not keeps_each_space([wrap("children wait for", "assessments")] * 2, Habits(keeps_spaces=True))


@pytest.mark.parametrize(
    ("lines", "habits", "is_so"),
    [
        (stack("Fire Safety Lead", "Contracts Manager"), KEEPS, True),
        (stack("Fire Safety Lead", "Contracts Manager"), Habits(), False),
        (wrap("Fire Safety Lead", "Contracts Manager"), KEEPS, False),
        (stack("Moderate books with", "Larkfield Primary"), KEEPS, False),
        (stack("Fire Safety Lead", "contracts manager"), KEEPS, False),
        (stack("Fire Safety Lead", "Contracts", edge=77.0), KEEPS, False),
    ],
    ids=["ended", "unknown", "wrapped", "hanging", "small-letters", "full"],
)
def test_a_line_without_its_space_is_one_that_the_author_ended(
    lines: tuple[Line, ...], habits: Habits, is_so: bool
) -> None:
    assert is_ended(lines, habits) is is_so


def test_owners_on_lines_of_their_own_are_two_paragraphs() -> None:
    lines = stack("Fire Safety Lead", "Contracts Manager")

    assert [block.text for block in build_blocks(lines, KEEPS)] == ["Fire Safety Lead", "Contracts Manager"]
    assert [block.text for block in build_blocks(lines)] == ["Fire Safety Lead Contracts Manager"]
