import pytest

from send_extract.readers.page import read_page
from tests.readers.page.telling import hidden, read, tell


@pytest.mark.parametrize(
    ("markup", "words", "left_out"),
    [
        ("<span class=sr-only>Owner</span>GB", "GB", ["Owner"]),
        ("<span class=label aria-hidden=true>Owner </span>GB", "GB", ["Owner"]),
        (
            "<span aria-hidden=true>14 May</span><span class=sr-only>14 May 2022</span>",
            "14 May",
            ["14 May 2022"],
        ),
        ("<span aria-hidden=true>✓</span><span class=sr-only>Done</span>", "Done", ["✓"]),
        (
            "<i class=icon aria-hidden=true>check_circle</i><span class=sr-only>Done</span>",
            "Done",
            ["check_circle"],
        ),
        ("<svg></svg><span class=sr-only>Done</span>", "Done", []),
        ("<span aria-hidden=true>Owner</span>", "", ["Owner"]),
        ("<span class=sr-only>Owner</span>", "", ["Owner"]),
        ("GB<span hidden>, BM</span>", "GB", [", BM"]),
    ],
)
def test_words_that_nobody_sees_are_no_words_of_a_cell(markup: str, words: str, left_out: list[str]) -> None:
    page = read_page(f"<table><tr><td>1<td>{markup}</table>")

    assert tell(page) == [[["1", words]]]
    assert hidden(page) == left_out


def test_words_for_screen_readers_name_a_heading_that_shows_none() -> None:
    assert read("<table><tr><th>No<th><span class=sr-only>Owner</span><tr><td>1<td>GB</table>") == [
        [["No", "Owner"], ["1", "GB"]]
    ]


def test_the_same_hidden_words_are_named_once() -> None:
    label = "<span class=sr-only>Owner</span>"

    assert hidden(read_page(f"<table><tr><td>{label}GB<td>a<tr><td>{label}BM<td>b</table>")) == ["Owner"]
