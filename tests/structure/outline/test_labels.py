import pytest

from send_extract.document import Block, Run
from send_extract.structure.outline.labels import (
    FieldLabel,
    cut_line,
    find_label,
    read_label,
    split_labels,
    split_lines,
)


def make(text: str, emphasis: str = "") -> Block:
    return Block((Run(text, emphasis),))


@pytest.mark.parametrize(
    ("block", "label", "is_sure"),
    [
        (make("Due date: May"), "Due date", True),
        (make("Due date:May"), "Due date", True),
        (make("Due date – May"), "Due date", False),
        (make("Due date -- May"), "Due date", False),
        (make("Colour: green"), "Colour", False),
        (Block((Run("Colour:", "b"), Run(" green"))), "Colour", True),
        (Block((Run("Due date", "b"), Run(" May"))), "Due date", True),
    ],
)
def test_a_line_begins_with_a_label(block: Block, label: str, *, is_sure: bool) -> None:
    found = find_label(block)

    assert found is not None
    assert (found.text, found.is_sure) == (label, is_sure)
    assert cut_line(block, found.end)[0].text in {"May", "green"}


@pytest.mark.parametrize(
    "text",
    ["Meet at 10:30", "https://a.example", "Colour – green", "Survey every home", "", " " * 20_000 + "a"],
)
def test_other_lines_have_none(text: str) -> None:
    assert find_label(make(text)) is None


def test_a_label_has_its_number_apart() -> None:
    assert read_label("Action 1.2") == FieldLabel("Action", "1.2", "actions", 0, is_sure=True)
    assert read_label("Group 2") == FieldLabel("Group 2", "", "extra", 0, is_sure=True)


def test_a_block_is_its_lines() -> None:
    block = Block((Run("a\nb", "b"), Run("c\n \nd")), 1, "•")

    assert [(line.text, line.level) for line in split_lines(block)] == [("a", 1), ("bc", 1), ("d", 1)]


def test_labels_in_a_row_are_as_many_lines() -> None:
    line = Block((Run("Lead:", "b"), Run(" Head of HR. Target date: May 2024; Cost: £5k")))
    assert [each.text for each in split_labels(line)] == [
        "Lead: Head of HR",
        "Target date: May 2024",
        "Cost: £5k",
    ]
    assert [each.text for each in split_labels(Block((Run("Note: see below. Page 2: none"),)))] == [
        "Note: see below. Page 2: none"
    ]
