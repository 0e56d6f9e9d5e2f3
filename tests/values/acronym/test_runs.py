import pytest

from send_extract.values.acronym.runs import parse_run

BOTH = [("QTB", "Quality Team Board"), ("FLN", "Family Learning Network")]


@pytest.mark.parametrize(
    "line",
    [
        "QTB = Quality Team Board, FLN = Family Learning Network",
        "QTB = Quality Team Board FLN = Family Learning Network",
        "QTB – Quality Team Board; FLN – Family Learning Network.",
        "QTB: Quality Team Board. FLN: Family Learning Network",
        "¹QTB: Quality Team Board; FLN: Family Learning Network",
        "[1] QTB means Quality Team Board; FLN stands for Family Learning Network",
        "QTB - Quality Team Board | FLN - Family Learning Network",
        "QTB Quality Team Board; FLN Family Learning Network",
        "QTB (Quality Team Board), FLN (Family Learning Network)",
        "Quality Team Board (QTB) & Family Learning Network (FLN)",
        "Quality Team Board = QTB; Family Learning Network = FLN",
        "QTB stands for Quality Team Board; FLN for Family Learning Network",
        "Where QTB is the Quality Team Board and FLN is the Family Learning Network",
        "Note: \u201cQTB\u201d: Quality Team Board \u2022 \u201cFLN\u201d: Family Learning Network.",
    ],
)
def test_entries_that_run_on_are_told_by_their_letters(line: str) -> None:
    assert [(entry.term, entry.text) for entry in parse_run(line)] == BOTH


@pytest.mark.parametrize(
    "line",
    [
        "DfE: writes to all schools", "URGENT: open the centre", "QTB = Quality Team Board, FLN = nobody knows",
        "The QTB = Quality Team Board", "QTB", "QTB Quality Team Board",
        "QTB Quality Team Board; FLN nobody knows", "QTB =", "",
        "Quality Team Board (QTB) or Family Learning Network (FLN) to lead",
    ],
)  # fmt: skip
def test_other_lines_are_no_run(line: str) -> None:
    assert parse_run(line) == ()


def test_where_signs_are_needed_words_alone_are_no_run() -> None:
    assert parse_run("QTB Quality Team Board. FLN Family Learning Network", needs_signs=True) == ()
