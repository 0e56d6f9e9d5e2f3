"""Rows beside those that XlsxWriter makes of the same cells."""

import datetime as dt
import io
import re
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from xlsxwriter import Workbook

from send_extract.writers.tables import Kind
from send_extract.writers.workbook.cells import SharedStrings, find_heights, find_widths, print_rows
from send_extract.writers.workbook.sheets import PlainSheet, SheetColumn
from tests.strategies import TEXTS

SIGNS = st.text(st.sampled_from("a _x005F&<>\"'\x07\r\n\t\ufffe\U0001f33f"), min_size=1, max_size=20)
WORDS = (TEXTS | SIGNS).filter(lambda words: not words.startswith("<r>"))  # which XlsxWriter takes for markup
DAYS = st.dates(dt.date(1900, 1, 1))
VALUES: dict[Kind, st.SearchStrategy[object]] = {
    "string": WORDS, "integer": st.integers(0, 10**6), "boolean": st.booleans(), "date": DAYS,
}  # fmt: skip
LOOKS: dict[Kind, int] = {"string": 1, "integer": 2, "boolean": 3, "date": 4}


def make_sheet(*columns: tuple[Kind, object], is_folded: bool = False) -> PlainSheet:
    heads = tuple(SheetColumn(f"Column {place}", kind, is_folded) for place, (kind, _) in enumerate(columns))
    return PlainSheet("Sheet", heads, tuple((value,) for _, value in columns))


def write_row(sheet: PlainSheet) -> tuple[str, str]:
    """The second row and the words of a sheet as XlsxWriter prints them."""
    stream = io.BytesIO()
    with Workbook(stream, {"in_memory": True}) as book:
        made = book.add_worksheet()
        looks = [book.add_format({"indent": place}) for place in LOOKS.values()]
        for place, look in enumerate(looks):
            made.write_blank(0, place, None, look)
        made.set_row(1, 13.5)
        for place, (column, (value,)) in enumerate(zip(sheet.columns, sheet.values, strict=True)):
            look = looks[LOOKS[column.kind] - 1]
            if column.kind == "string" and value is not None:
                made.write_string(1, place, str(value), look)
            else:
                made.write(1, place, value, look)
    with ZipFile(stream) as package:
        [row] = re.findall(
            r'<row r="2".*?</row>', package.read("xl/worksheets/sheet1.xml").decode(), re.DOTALL
        )
        words = (
            package.read("xl/sharedStrings.xml").decode()
            if "xl/sharedStrings.xml" in package.namelist()
            else ""
        )
    return re.sub(r' spans="[\d:]+"', "", row), "".join(re.findall("<si>.*?</si>", words, re.DOTALL))


@given(
    st.lists(
        st.sampled_from([*VALUES]).flatmap(lambda kind: st.tuples(st.just(kind), st.none() | VALUES[kind])),
        min_size=1,
        max_size=6,
    )
)
def test_a_row_is_printed_as_xlsxwriter_does(columns: list[tuple[Kind, object]]) -> None:
    sheet, strings = make_sheet(*columns), SharedStrings(0)

    row = print_rows(sheet, (13.5,), LOOKS, strings)

    assert (row, strings.print()) == write_row(sheet)


def test_words_are_kept_once_and_counted_as_often_as_they_are_used() -> None:
    strings = SharedStrings(5)
    said = [strings.say(words) for words in ("GB", "BM", "GB")]
    assert said == [f' t="s"><v>{place}</v></c>' for place in (5, 6, 5)]
    assert (len(strings), strings.uses) == (2, 3)


def test_words_that_look_like_markup_of_a_workbook_are_words() -> None:
    strings = SharedStrings(0)
    strings.say("<r><t>bold</t></r>")
    assert strings.print() == "<si><t>&lt;r&gt;&lt;t&gt;bold&lt;/t&gt;&lt;/r&gt;</t></si>"


def test_a_folded_column_has_no_cell_where_it_has_no_value() -> None:
    assert "<c" not in print_rows(
        make_sheet(("string", None), is_folded=True), (13.5,), LOOKS, SharedStrings(0)
    )


def test_words_of_signs_that_take_two_units_are_cut_to_what_a_cell_can_hold() -> None:
    strings = SharedStrings(0)
    print_rows(make_sheet(("string", "\U0001f33f" * 20_000)), (13.5,), LOOKS, strings)
    [words] = re.findall("<t>(.*)</t>", strings.print())
    assert len(words.encode("utf-16-le")) // 2 <= 32_767
    assert words.endswith("🌿 … (the rest is in plan.json)")


@pytest.mark.parametrize(
    ("value", "width"), [("x", 10), ("x" * 20, 22), ("x" * 99, 46), ("ab\n" + "c" * 30, 32)]
)
def test_a_column_is_as_wide_as_its_longest_line_within_bounds(value: str, width: int) -> None:
    assert find_widths(make_sheet(("string", value))) == [width]


@pytest.mark.parametrize(
    ("value", "lines"),
    [("x", 1), ("a\nb", 2), ("x" * 60, 2), ("a\n" + "x" * 60, 3), ("\n" * 99, 30), (None, 1), (7, 1)],
)
def test_a_row_is_as_high_as_the_lines_of_its_highest_cell(value: object, lines: int) -> None:
    sheet = make_sheet(("string", value))
    top, height = find_heights(sheet, [46])
    assert (top, height) == (13.5, 13.5 * lines)
