import pytest

from send_extract.readers.typed import mark_lines


@pytest.mark.parametrize(
    ("typed", "marked"),
    [
        ("Plan\n\n17 May 2025\n<table><tr><td>1\n2</td></tr></table>\nGB = Gail Brown\n",
         "<p>Plan</p>\n<p>17 May 2025</p>\n<table><tr><td>1\n2</td></tr></table><p>GB = Gail Brown</p>\n"),
        ("Plan\n<TABLE><tr><td><table>\n</table>\n</td></tr></TABLE>",
         "<p>Plan</p>\n<TABLE><tr><td><table>\n</table>\n</td></tr></TABLE>"),
        ("It is read by the panel, and then by the\nboard.\n<table>",
         "<p>It is read by the panel, and then by the board.</p>\n<table>"),
        ("</table>\nPlan", "<p></table></p>\n<p>Plan</p>\n"),
    ],
)  # fmt: skip
def test_a_line_outside_the_tables_is_a_paragraph(typed: str, marked: str) -> None:
    assert mark_lines(typed) == marked


@pytest.mark.parametrize(
    "markup",
    [
        "<p>A\nB</p><table></table>",
        "A<br>\nB<table></table>",
        "A\n<table></table>\n<div>B\nC</div>",
        "<tr><td>A\nB</td></tr>",
        "A <span\nclass='x'>B</span> <table></table>",
        "<!-- A\nB --><table></table>",
        "<style>\n</style>A\nB<table></table>",
    ],
)
def test_where_other_tags_say_it_the_lines_do_not(markup: str) -> None:
    assert mark_lines(markup) == markup
