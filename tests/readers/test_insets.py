from send_extract.document import Block, Cell, Inset, Run
from send_extract.readers.insets import is_around, is_inset, place_blocks


def make_cell(text: str, span: str = "") -> Cell:
    return Cell((Block((Run(text),)),), span)


def test_a_table_with_a_plan_s_headings_is_one_and_a_layout_is_none() -> None:
    assert is_inset([["Action", "Due", "Lead"], ["Ask", "May", "GB"]])
    assert not is_inset([["Ask the school", "Tell the parents"]])


def test_what_is_around_it_is_a_form_or_a_plan_where_it_has_headings() -> None:
    assert is_around([["Recommendation", "Keep watch"], ["Lead", "GB"], ["Actions", ""]])
    assert is_around([["No", "Recommendation", "Actions"], ["1", "Keep watch", ""]])
    assert not is_around([["Home News Contact", ""]])


def test_blocks_know_their_places_and_the_rows_that_their_cell_covers() -> None:
    rows = [
        (make_cell("Ask"), make_cell("GB")),
        (make_cell("Tell"), make_cell("GB", "row")),
        (make_cell("Write"), make_cell("BM")),
    ]

    assert [(block.text, block.inset) for block in place_blocks(rows, 3)] == [
        ("Ask", Inset(3, 0, 0)),
        ("GB", Inset(3, 0, 1, rows=2)),
        ("Tell", Inset(3, 1, 0)),
        ("Write", Inset(3, 2, 0)),
        ("BM", Inset(3, 2, 1)),
    ]
