import pytest

from send_extract.readers.walks import find_line, tally_text
from send_extract.source import NOWHERE, Location, Source


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1\t<ul><li>Dig <b>holes</b></li></ul>\tMay", "1 Dig holes May"),
        ("<PFH to confirm> <5 days", "PFH to confirm 5 days"),
        ("<p class='MsoNormal'>Dig<o:p></o:p>", "Dig"),
        ("Dig <!-- not this --> <script>nor(this)</script> <!-- but this", "Dig but this"),
    ],
)
def test_all_of_a_text_is_counted_but_its_markup(text: str, words: str) -> None:
    assert " ".join(tally_text(text)[0].words) == words


def test_words_are_found_on_the_line_that_has_the_rare_ones() -> None:
    source = Source("draft.txt", b"the plan\r\nthe zebra\r\nthe end")
    assert find_line(source, "utf-8", ["the", "zebra"]) == Location(line=2)
    assert find_line(source, None, ["zebra"]) == NOWHERE
