import pytest

from send_extract.readers.dialects.quoting import QuotedRow, read_row


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("1,Dig,GB", ["1", "Dig", "GB"]),
        ('1,"Dig, and fill",GB', ["1", "Dig, and fill", "GB"]),
        ('1, "Dig, and fill", GB', ["1", "Dig, and fill", " GB"]),
        ('1,"Say ""no"" to all",', ["1", 'Say "no" to all', ""]),
        ('"","""",x', ["", '"', "x"]),
        ('1,"Say \\"no\\", twice","so \\"so\\""', ["1", 'Say "no", twice', 'so "so"']),
        ('1,"C:\\",x', ["1", "C:\\", "x"]),
        ('1,"Listen" more,x', ["1", '"Listen" more', "x"]),
        ('1,the 6" pipe,x', ["1", 'the 6" pipe', "x"]),
    ],
)
def test_quotes_of_every_program_end_where_it_ended_them(text: str, cells: list[str]) -> None:
    assert read_row([text], 0, ",") == QuotedRow(cells)


def test_a_quoted_cell_runs_over_lines() -> None:
    assert read_row(['1,"Ask', "", 'Tell",GB', "2,x,y"], 0, ",") == QuotedRow(["1", "Ask\n\nTell", "GB"], 3)


@pytest.mark.parametrize("below", ["3,Sweep,July", '3,"Sweep, and mop",July', '"3",Sweep,July'])
def test_a_quote_that_never_closes_swallows_no_row(below: str) -> None:
    assert read_row(['2,"Hold a fair,June', below], 0, ",") == QuotedRow(
        ["2", "Hold a fair", "June"], 1, is_open=True
    )
