from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from msgspec.structs import replace

from send_extract.writers.rich import Piece
from send_extract.writers.word.body import PrintedCell, PrintedLine, PrintedRow, PrintedTable, make_line
from send_extract.writers.word.markup import clean_text, print_body

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def parse(*parts: PrintedLine | PrintedTable) -> etree._Element:
    return etree.fromstring(f'<w:body xmlns:w="{W[1:-1]}">{print_body(parts)}</w:body>')


@given(st.text())
def test_any_words_are_words_and_no_markup(text: str) -> None:
    body = parse(make_line(text))
    signs = {f"{W}br": "\n", f"{W}tab": "\t"}
    shown = "".join(signs.get(str(each.tag), each.text or "") for each in body.iter(f"{W}t", *signs))
    assert shown == clean_text(text)


def test_a_comment_is_around_the_words_that_it_is_on() -> None:
    paragraph = parse(replace(make_line("Meet"), comment=3))[0]
    assert [str(each.tag).removeprefix(W) for each in paragraph] == [
        "pPr", "commentRangeStart", "r", "commentRangeEnd", "r",
    ]  # fmt: skip
    assert {each.get(f"{W}id") for each in paragraph.iter() if each.get(f"{W}id")} == {"3"}


def test_emphasis_is_in_the_order_that_the_schema_has() -> None:
    run = parse(PrintedLine((Piece("Meet", "^usib"),)))[0][1]
    assert [str(each.tag).removeprefix(W) for each in run[0]] == ["b", "i", "strike", "u", "vertAlign"]


def test_headings_are_repeated_and_merged_cells_go_on() -> None:
    line = make_line("x")
    rows = (
        PrintedRow((PrintedCell((line,)), PrintedCell((line,)))),
        PrintedRow((PrintedCell((line,), 2), PrintedCell((line,))), stays=True),
        PrintedRow((PrintedCell(rows=0), PrintedCell((line,)))),
        PrintedRow((PrintedCell((line,), columns=2),)),
    )
    table = parse(PrintedTable(rows, (100, 200), has_headings=True))[0]
    headers = [row.find(f".//{W}tblHeader") is not None for row in table.iter(f"{W}tr")]
    merges = [each.get(f"{W}val", "continue") for each in table.iter(f"{W}vMerge")]
    widths = [each.get(f"{W}w") for each in table.iter(f"{W}tcW")]
    assert headers == [True, False, False, False]
    assert merges == ["restart", "continue"]
    assert widths == ["100", "200", "100", "200", "100", "200", "300"]
    assert len(list(table.iter(f"{W}keepNext"))) == 2
    assert all(cell.find(f"{W}p") is not None for cell in table.iter(f"{W}tc"))
