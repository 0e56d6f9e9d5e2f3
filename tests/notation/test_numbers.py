import pytest
from hypothesis import given
from hypothesis import strategies as st

from send_extract.notation.numbers import (
    Labelled,
    are_of_kind,
    bare_number,
    begins_row,
    find_stem,
    is_below,
    is_step,
    kind_of,
    order_key,
    parse_number,
    take_labelled,
    take_number,
)

KNOWN = (
    ("1", "1"), ("6a", "6a"), ("1.2.3", "1.2.3"), ("R1:", "R1"), ("Rec. 1", "1"), ("REC-1", "REC-1"),
    ("AFI-1", "AFI-1"), ("AFI 1", "AFI 1"), ("SEND-01", "SEND-01"), ("SC18", "SC18"), ("1(a)", "1(a)"),
    ("2 (i)", "2 (i)"), ("#4", "4"),
    ("Action Ref: A", "A"), ("Recommendation no. 12(b)", "12(b)"), ("WS1-A03", "WS1-A03"), ("[7]", "7"),
    ("R1.2", "R1.2"),
    ("3 (continued)", "3"), ("iv", "iv"), ("1/2", "1/2"), ("12.", "12"), ("4*", "4"), ("KLOE 2.1", "KLOE 2.1"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "number"), KNOWN)
def test_a_cell_that_is_a_number_gives_it_without_its_label(text: str, number: str) -> None:
    parsed = parse_number(text)

    assert parsed is not None
    assert parsed.number == number


@pytest.mark.parametrize(
    "text",
    ["", "GB", "March", "12 people", "31 March", "Theme 2", "Priority 1", "May 25", "Mar-22", "3 months"],
)
def test_a_cell_of_words_a_month_or_a_group_is_no_number(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize(
    "text", ["1.4.22", "2022", "2022/23", "Q3", "FY 22", "14-03-2022", "A", "iv", "May 25"]
)
def test_a_date_or_letters_alone_begin_no_row(text: str) -> None:
    assert not begins_row(text)


@pytest.mark.parametrize("text", ["1", "R1:", "REC-1", "1(a)", "6a", "SEND-01"])
def test_figures_begin_a_row(text: str) -> None:
    assert begins_row(text)


@pytest.mark.parametrize(
    ("text", "number", "words"),
    [
        ("1. Ask people", "1", "Ask people"),
        ("R1: Ask", "R1", "Ask"),
        ("REC-1 Ask", "REC-1", "Ask"),
        ("1(a) Ask", "1(a)", "Ask"),
        ("Rec 1 – Ask", "1", "Ask"),
        ("2.1 Ask", "2.1", "Ask"),
    ],
)
def test_a_number_in_front_of_words_is_taken_off_them(text: str, number: str, words: str) -> None:
    taken = take_number(text)

    assert taken is not None
    assert (taken[0].number, text[taken[1] :]) == (number, words)


@pytest.mark.parametrize("text", ["6 months of work", "Ask 2 people", "", "2022 was late"])
def test_a_figure_that_is_part_of_the_words_is_no_number(text: str) -> None:
    assert take_number(text) is None


def test_a_label_a_number_and_words_are_told_apart() -> None:
    assert take_labelled("Recommendation 3: Ask") == Labelled(
        "recommendation", "3", "Ask", "Recommendation 3:"
    )
    assert take_labelled("Area for improvement E2: Ask") == Labelled(
        "area for improvement",
        "E2",
        "Ask",
        "Area for improvement E2:",
    )
    assert take_labelled("2. Priority: Ask") == Labelled("priority", "2", "Ask", "2. Priority:")
    assert take_labelled("Money") is None
    assert take_labelled("2. Background: Money") is None


def test_numbers_of_one_series_are_of_a_kind() -> None:
    assert [kind_of(number) for number in ("R1.2", "3b", "2 (i)")] == ["R#.#", "#a", "#(a)"]
    assert are_of_kind(["R1", "R2.1"])
    assert not are_of_kind(["R1", "2"])
    assert not are_of_kind(["A", "B"])


def test_a_number_stands_below_another() -> None:
    assert is_below("1.2", "1")
    assert is_below("2 (i)", "2")
    assert not is_below("12", "1")
    assert find_stem("1.2") == "1"
    assert is_step("2a", "R2", 1)
    assert is_step("2.1", "2", 1)
    assert not is_step("2.2", "2", 1)


def test_numbers_are_ordered_by_the_value_of_their_figures() -> None:
    assert sorted(["10", "6a", "6", "2.10", "2.9"], key=order_key) == ["2.9", "2.10", "6", "6a", "10"]


@given(st.text())
def test_any_text_is_a_number_or_none(text: str) -> None:
    number = parse_number(text)

    assert number is None or number.number.strip()


@pytest.mark.parametrize(
    ("number", "bare"),
    [
        ("R1", "1"),
        ("Rec 1.", "1"),
        ("REC-10", "10"),
        ("Recommendation 2a", "2a"),
        ("1", "1"),
        ("A1", "a1"),
        ("Red", "red"),
    ],
)
def test_a_number_without_its_recommendation_is_bare(number: str, bare: str) -> None:
    assert bare_number(number) == bare
