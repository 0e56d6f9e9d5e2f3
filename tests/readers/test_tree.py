import pytest
from bs4 import BeautifulSoup

from send_extract.readers.tree import is_hidden, prepare_tree


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p hidden>a", True),
        ("<p style='DISPLAY : none'>a", True),
        ("<p style='color:red;visibility:hidden'>a", True),
        ("<p style='mso-hide:all'>a", True),
        ("<p hidden=until-found>a", False),
        ("<p style='overflow:hidden'>a", False),
        ("<p aria-hidden=true>a", False),
    ],
)
def test_a_tag_says_that_it_is_not_shown(markup: str, *, expected: bool) -> None:
    [tag] = BeautifulSoup(markup, "lxml").find_all("p")

    assert is_hidden(tag) is expected


def test_what_a_reader_made_is_left_as_it_is() -> None:
    soup, title, findings = prepare_tree("<title>T</title><nav>a</nav><p hidden>b</p>", exact=True)

    assert (title, findings) == ("T", ())
    assert soup.get_text() == "ab"
    assert "data-kind" not in str(soup)


def test_a_long_run_of_blanks_is_kept() -> None:
    words = "a" + " " * 100_000 + "b"

    assert prepare_tree(words, exact=False).soup.get_text() == words
