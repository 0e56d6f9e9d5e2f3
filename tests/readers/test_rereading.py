import pytest

from send_extract.readers.rereading import reread
from send_extract.source import Source


@pytest.mark.parametrize(
    ("reader", "mark", "text"),
    [
        ("delimited", "", "**Dig** \tholes\n- **Led by:** AB"),
        ("markdown", "", "Dig \tholes\n- Led by: AB"),
        ("markdown", "<!-- send-extract 1.1: made from x -->\n", "\t\nDig \tholes\n AB"),
    ],
)
def test_a_text_is_read_again_as_it_was_counted(reader: str, mark: str, text: str) -> None:
    source = Source("draft.txt", f"{mark}**Dig** <br>holes\r\n- **Led by:** AB".encode())
    assert reread(source, reader, "utf-8") == text


def test_what_is_no_text_is_not_read_again() -> None:
    assert reread(Source("draft.docx", b"PK"), "docx", None) == ""
