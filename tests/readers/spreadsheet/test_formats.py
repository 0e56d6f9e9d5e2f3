import datetime as dt

import pytest

from send_extract.readers.spreadsheet.formats import Value, print_value, read_number


@pytest.mark.parametrize(
    ("value", "number_format", "shown"),
    [
        (12000, '"£"#,##0', "£12,000"),
        (12000, "\\£#,##0", "£12,000"),
        (12000, "[$£-809]#,##0.00", "£12,000.00"),
        (1234567, '_-* #,##0_-;-* #,##0_-;_-* "-"??_-;_-@_-', "1,234,567"),
        (0, '_-* #,##0_-;-* #,##0_-;_-* "-"??_-;_-@_-', "-"),
        (2, '"R"0', "R2"),
        (5, "00", "05"),
        (3, '0"."', "3."),
        (3, "[Red]0", "3"),
        (12.5, "0.##", "12.5"),
        (12, "0.##", "12"),
        (0.125, "0.0%", "12.5%"),
        (-250.5, "#,##0.00", "-250.50"),
        (-250.5, "#,##0.00;(#,##0.00)", "(250.50)"),
        (-0.4, "0", "0"),
        (0.1 + 0.2, "General", "0.3"),
        (3, ";;;", "3"),
        (3, '[>2]0;"x"', "3"),
        (1500, "#,##0,", "1500"),
        (0.5, "# ?/?", "0.5"),
        (123000.0, "0.00E+00", "123000"),
        (dt.date(2022, 6, 1), "mmm\\-yy", "Jun-22"),
        (dt.date(2022, 6, 1), '"by" mmm yy', "by Jun 22"),
        (dt.date(2022, 6, 9), "mmmm", "June 2022"),
        (dt.date(2022, 6, 9), "[$-809]mmmm;@", "June 2022"),
        (dt.date(2022, 6, 9), "m/yyyy", "6/2022"),
        (dt.date(2022, 6, 9), "mm/yy", "2022-06-09"),
        (dt.date(2022, 6, 9), "d-mmm", "9-Jun 2022"),
        (dt.date(2022, 6, 9), "DD/MM/YYYY", "09/06/2022"),
        (dt.date(2022, 6, 9), "d mmm yy;@", "9 Jun 22"),
        (dt.date(2022, 6, 9), "ddd d mmmm yyyy", "Thu 9 June 2022"),
        (dt.date(2022, 6, 9), "mm/dd/yyyy", "2022-06-09"),
        (dt.date(2022, 6, 9), "mmmm d, yyyy", "June 9, 2022"),
        (dt.date(2022, 6, 9), "yyyy\\-mm\\-dd", "2022-06-09"),
        (dt.date(2022, 6, 9), "yyyy", "2022"),
        (dt.date(2022, 6, 9), "dd/mm/yyyy hh:mm", "09/06/2022"),
        (dt.date(2022, 6, 9), "h:mm d/m/yyyy", "2022-06-09"),
        (dt.date(2022, 6, 9), "General", "2022-06-09"),
        (dt.date(2022, 6, 1), "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "01 June 2022"),
    ],
)
def test_a_value_is_printed_as_its_format_shows_it(value: Value, number_format: str, shown: str) -> None:
    assert print_value(value, number_format) == shown


@pytest.mark.parametrize(
    ("number", "number_format", "shown"),
    [
        (44713, "d/m/yyyy", "1/6/2022"),
        (44713, "mmm-yy", "Jun-22"),
        (44713.5, "d/m/yyyy h:mm", "1/6/2022 12:00"),
        (44713, "General", "44713"),
        (44713, '0 "days"', "44713 days"),
        (44713, "[Red]0", "44713"),
        (0.375, "h:mm", "09:00:00"),
        (1, "d/m/yyyy", "1/1/1900"),
        (61, "d/m/yyyy", "1/3/1900"),
        (-1, "d/m/yyyy", "-1"),
        (3_000_000, "d/m/yyyy", "3000000"),
    ],
)
def test_a_number_is_a_date_where_its_format_shows_one(number: float, number_format: str, shown: str) -> None:
    assert print_value(read_number(number, number_format), number_format) == shown


def test_days_are_counted_from_1904_where_the_workbook_says_so() -> None:
    assert print_value(read_number(43251, "d/m/yyyy", is_1904=True), "d/m/yyyy") == "1/6/2022"
