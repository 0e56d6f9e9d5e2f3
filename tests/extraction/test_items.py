import pytest

from send_extract.document import Block, Cell, Run
from send_extract.extraction.items import read_items


@pytest.mark.parametrize("mark", ["o  ", "o\t", "- ", "a) ", "1. "])
def test_a_list_mark_typed_before_a_paragraph_is_no_word_of_the_item(mark: str) -> None:
    blocks = tuple(Block((Run(f"{mark}{words}"),)) for words in ("Ask", "Answer"))

    assert [item.text for item in read_items(Cell(blocks)).items] == ["Ask", "Answer"]
