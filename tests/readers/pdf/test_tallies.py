from typing import Any

import pytest

from send_extract.readers.pdf.tallies import spell_letters


def letters(*placed: tuple[str, float, float, float]) -> list[dict[str, Any]]:
    return [
        {"text": text, "x0": x0, "x1": x0 + 5, "foot": foot, "size": size} for text, x0, foot, size in placed
    ]


@pytest.mark.parametrize(
    ("placed", "spelt"),
    [
        ([("D", 0, 9, 10), ("i", 5, 9, 10), ("g", 10.5, 9, 10)], "Dig"),
        ([("D", 0, 9, 10), ("i", 8, 9, 10)], "D i"),
        ([("D", 0, 9, 10), ("i", 40, 9, 10)], "D\ni"),
        ([("D", 0, 9, 10), ("i", 5, 21, 10)], "D\ni"),
        ([("D", 0, 9, 10), ("2", 5, 7, 6)], "D 2"),
        ([("(cid:127)", 0, 9, 10), ("D", 5, 9, 10)], " D"),
    ],
)
def test_letters_are_parted_wherever_one_does_not_stand_behind_the_other(
    placed: list[tuple[str, float, float, float]], spelt: str
) -> None:
    assert spell_letters(letters(*placed)) == spelt
