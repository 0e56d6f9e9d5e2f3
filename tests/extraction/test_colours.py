from send_extract.document import Block, Cell, Row, Run
from send_extract.extraction.colours import read_lights
from send_extract.extraction.columns import place_columns

COLUMNS = place_columns(("Action", "RAG"), ("actions", "status"))
WORDS = Cell((Block((Run("Mend the roof"),)),))


def test_a_coloured_cell_of_a_status_is_its_word_and_is_said() -> None:
    rows, found = read_lights(COLUMNS, (Row((WORDS, Cell(fill="Green"))), Row((WORDS, Cell(fill="Red")))))
    assert [row.cells[1].text for row in rows] == ["Green", "Red"]
    assert [(each.code, each.location.column) for each in found] == [("colour-read", "RAG")]


def test_other_colours_other_columns_and_rows_without_words_are_left() -> None:
    rows = (
        Row((WORDS, Cell(fill="Grey"))),
        Row((Cell(fill="Red"), WORDS)),
        Row((Cell(fill="Red"), Cell(fill="Red"))),
        Row((WORDS,)),
    )
    assert read_lights(COLUMNS, rows) == (rows, [])
