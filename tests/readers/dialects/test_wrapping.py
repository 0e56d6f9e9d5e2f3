import pytest

from send_extract.readers.dialects.wrapping import Drawn, is_centred, join_rows, join_words


def join(*lines: str) -> list[list[str]]:
    drawn = [
        Drawn(tuple(cell.strip() for cell in line.split("|")), number) for number, line in enumerate(lines, 1)
    ]
    return [[*row.cells] for row in join_rows(drawn)]


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (["one", "two"], "one two"),
        (["- one", "  more", "- two"], "- one more\n- two"),
        (["1. one", "2. two"], "1. one\n2. two"),
        (["one", "", "two"], "one\ntwo"),
        (["one\\", "two"], "one\ntwo"),
        (["well-", "being"], "well-being"),
        (["2022 -", "23"], "2022 - 23"),
        (["", ""], ""),
    ],
)
def test_the_lines_of_a_cell_are_its_words(lines: list[str], words: str) -> None:
    assert join_words(lines) == words


def test_words_that_could_not_stand_on_the_line_above_were_wrapped() -> None:
    assert join("1 | Insulate every | Survey | GB", "  | home           | them   |   ") == [
        ["1", "Insulate every home", "Survey them", "GB"]
    ]


def test_words_that_could_have_stood_there_are_another_row() -> None:
    assert join("1 | Homes | Survey all of them | GB", "  |       | Insulate           | BM") == [
        ["1", "Homes", "Survey all of them", "GB"],
        ["", "", "Insulate", "BM"],
    ]


def test_a_number_begins_a_row() -> None:
    assert join("1 | Insulate all", "2 | homes here") == [["1", "Insulate all"], ["2", "homes here"]]


def test_an_item_of_a_list_begins_a_row_and_wrapped_words_go_on_in_their_column() -> None:
    assert join(
        "1 | - Survey | May  | Fewer cold", "  | - Insulate all | June | homes", "  | the homes | |"
    ) == [
        ["1", "- Survey", "May", "Fewer cold homes"],
        ["", "- Insulate all the homes", "June", ""],
    ]


def test_words_in_capitals_go_with_the_rest_of_their_line() -> None:
    assert join("1 | Survey every | Head of Homes", "  | council home | Policy") == [
        ["1", "Survey every council home", "Head of Homes Policy"]
    ]


def test_a_line_without_words_of_its_own_begins_no_row() -> None:
    assert join("1 | Replace every boiler here | Facilities | Closed -", "  | | Manager | May") == [
        ["1", "Replace every boiler here", "Facilities Manager", "Closed - May"]
    ]


def test_a_hyphen_that_divides_a_word_is_no_part_of_it() -> None:
    assert join_words(["Recommend-", "ation"]) == "Recommendation"


@pytest.mark.parametrize(
    ("above", "beside", "is_one"),
    [
        ("Clear the culvert under", "Station Road", True),
        ("Clear the culvert", "below the road", True),
        ("Meet them", "Tell them", False),
    ],
)
def test_a_number_in_the_middle_is_that_of_words_that_go_on_beside_it(
    above: str, beside: str, *, is_one: bool
) -> None:
    lines = [Drawn(("", above), 1), Drawn(("1", beside), 2), Drawn(("", "each year"), 3)]

    assert is_centred(lines, (0, 25)) is is_one
