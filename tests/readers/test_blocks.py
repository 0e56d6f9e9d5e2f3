"""Blocks are closed as markup closes them: paragraphs, items with their counts, emphasis that ends in time."""

from collections.abc import Iterable

import pytest

from send_extract.document import Block, Run
from send_extract.readers.blocks import STEPS, BlockBuilder, clean_text, trim_runs
from send_extract.readers.tags import Effect


def build(steps: Iterable[tuple[Effect, str] | str]) -> list[Block]:
    """The blocks of texts, and of effects with their words, in turn."""
    builder = BlockBuilder()
    for step in steps:
        if isinstance(step, str):
            builder.add_text(step)
        else:
            STEPS[step[0]](builder, step[1])
    builder.end_words()
    return builder.blocks


def test_items_are_counted_from_where_their_list_starts() -> None:
    blocks = build(
        [("open_list", "3 1"), ("open_item", ""), "Ask", ("open_item", ""), "Tell", ("close_list", "")]
    )

    assert [(block.marker, block.text) for block in blocks] == [("3.", "Ask"), ("4.", "Tell")]


@pytest.mark.parametrize(("kind", "marker"), [("a", "b."), ("A", "B."), ("1", "2.")])
def test_an_item_is_marked_as_a_browser_prints_it(kind: str, marker: str) -> None:
    [block] = build([("open_list", f"2 {kind}"), ("open_item", ""), "Ask"])

    assert block.marker == marker


def test_a_second_paragraph_of_an_item_is_a_line_of_it() -> None:
    [block] = build(
        [("open_list", ""), ("open_item", ""), "Ask", ("open_block", ""), "all", ("close_item", "")]
    )

    assert block == Block((Run("Ask"), Run("\n"), Run("all")), 1, "•")


def test_what_follows_an_inner_list_belongs_to_the_item_around_it() -> None:
    steps: list[tuple[Effect, str] | str] = [("open_list", ""), ("open_item", ""), "Ask", ("open_list", "")]
    blocks = build([*steps, ("open_item", ""), "parents", ("close_list", ""), "again"])

    assert [(block.level, block.marker, block.text) for block in blocks] == [
        (1, "•", "Ask"), (2, "•", "parents"), (1, "", "again"),
    ]  # fmt: skip


def test_emphasis_that_a_paragraph_leaves_open_ends_with_it() -> None:
    blocks = build([("open_block", ""), ("open_emphasis", "b"), "Ask", ("close_block", ""), "all"])

    assert [block.runs for block in blocks] == [(Run("Ask", "b"),), (Run("all"),)]


def test_a_picture_is_said_and_is_no_words() -> None:
    builder = BlockBuilder()
    builder.describe_image(" A pier ")
    builder.describe_image("  ")

    assert [finding.code for finding in builder.findings] == ["image-described"]
    assert builder.blocks == []


def test_a_count_without_words_is_the_words() -> None:
    builder = BlockBuilder(balanced=True)
    builder.mark_item(1, "4.")
    builder.close_block("")

    assert builder.blocks == [Block((Run("4."),))]


def test_spaces_at_the_ends_are_none_and_no_break_spaces_plain_ones() -> None:
    assert clean_text("\u200b A\xa0B\xa0") == "A B"
    assert trim_runs([("  ", "b"), (" Ask", ""), (" all\xa0", "")]) == (Run("Ask all"),)
    assert trim_runs([("Ask", "b"), (" all ", "")]) == (Run("Ask", "b"), Run(" all"))
    assert trim_runs([]) == ()
