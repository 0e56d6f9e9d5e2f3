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


@pytest.mark.parametrize("name", ["script", "title", "textarea", "select", "template", "STYLE"])
def test_a_tag_that_would_hide_all_the_rest_and_that_nothing_closes_hides_nothing(name: str) -> None:
    assert "after" in parse_page(f"<p>before <{name} class=x> after</p>").soup.get_text()
    closed = parse_page(f"<p>a <{name}>in</{name}> b <{name}> after</p>")
    assert "after" in closed.text


def test_the_text_is_what_the_parser_found_but_for_what_is_no_words() -> None:
    page = parse_page("<p>a<b>b</b></p><script>c</script><select>d<option>e</option></select><rt>f</rt>")
    assert page.text.split() == ["a", "b", "f"]
    assert "f" in page.soup.get_text()
