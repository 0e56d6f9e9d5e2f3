import pytest

from send_extract.headings.doing import are_doing, is_doing


@pytest.mark.parametrize(
    "text",
    [
        "Review the policy", "To write to all", "1.2 Mend it", "Regularly check the gate", "Re-design the form",
        "The council will publish a map", "Co-produce a guide",
    ],
)  # fmt: skip
def test_orders_and_promises_say_what_is_to_be_done(text: str) -> None:
    assert is_doing(text)


@pytest.mark.parametrize(
    "text",
    ["Review of the policy", "Loss of data", "Failure to recruit staff", "Paint", "Bin not emptied", ""],
)
def test_other_words_do_not(text: str) -> None:
    assert not is_doing(text)


def test_a_column_says_so_where_most_of_its_cells_do() -> None:
    assert are_doing(["Mend the gate", "", "Paint the rail", "Lamps of the pier"])
    assert not are_doing(["Mend the gate", "Lamps of the pier"])
    assert not are_doing(["Mend the gate", ""])
