import pytest

from send_extract.readers.page.parsing import parse_page


def test_a_long_run_of_blanks_is_kept() -> None:
    words = "a" + " " * 100_000 + "b"

    assert parse_page(words).soup.get_text() == words


def test_comments_and_blanks_between_rows_are_left_out() -> None:
    markup = "<table>\n<tr>\n <td>a <b>b</b> <i>c</i>\n</td></tr><!-- no --></table>"

    assert str(parse_page(markup).soup) == (
        "<html><body><table><tr><td>a <b>b</b> <i>c</i>\n</td></tr></table></body></html>"
    )


@pytest.mark.parametrize("words", ["http:", "https://pier.example", "plan.html"])
def test_words_that_look_like_an_address_are_words(words: str) -> None:
    assert parse_page(words).soup.get_text().strip() == words
