import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from send_extract.document import Run
from send_extract.extraction.words import print_words
from send_extract.writers.rich import Piece, read_rich


@pytest.mark.parametrize(
    ("rich", "pieces"),
    [
        ("plain", (Piece("plain"),)),
        ("*a* **b**", (Piece("a", "i"), Piece(" "), Piece("b", "b"))),
        ("***both*** <u>line</u>", (Piece("both", "bi"), Piece(" "), Piece("line", "u"))),
        ("see<sup>1</sup>, ~~gone~~", (Piece("see"), Piece("1", "^"), Piece(", "), Piece("gone", "s"))),
        (r"*\*Reduce \[sic\]*", (Piece("*Reduce [sic]", "i"),)),
    ],
)
def test_rich_words_come_apart_by_their_emphasis(rich: str, pieces: tuple[Piece, ...]) -> None:
    assert read_rich(rich) == pieces


RUNS = st.lists(
    st.builds(
        Run,
        st.text(st.sampled_from("ab *_<>~[]\\`^"), min_size=1, max_size=6),
        st.sampled_from(["", "b", "i", "bi", "u", "_"]),
    ),
    min_size=1,
    max_size=4,
)


@given(RUNS)
def test_every_character_of_rich_words_is_in_their_pieces_blanks_in_a_row_as_one(runs: list[Run]) -> None:
    rich = print_words(runs).rich
    if rich is not None:
        words = re.sub(r"(?<=\S) {2,}(?=\S)", " ", "".join(run.text for run in runs).strip())
        assert "".join(piece.text for piece in read_rich(rich)) == words
