"""A list of recommendations above a table of actions that names them by number."""

import pytest

from send_extract.document import Block, Element, Paragraph, Row, Run, Table
from send_extract.structure.listed import tabulate_listed
from tests.extraction.test_counts import make_rows

ACTIONS = ("Rec|Action|Lead", "1|Mend the gate|GB", "2|Paint it|BM")


def item(text: str, marker: str) -> Paragraph:
    return Paragraph(Block((Run(text),), 1, marker))


def line(text: str, level: int = 0) -> Paragraph:
    return Paragraph(Block((Run(text),)), level=level)


def table(*rows: str) -> Table:
    head, *others = make_rows(*rows)
    return Table((Row(head.cells, head.location, is_header=True), *others))


def tell(elements: tuple[Element, ...]) -> list[str | list[str]]:
    return [
        ["|".join(row.texts) for row in each.rows] if isinstance(each, Table) else each.text
        for each in elements
    ]


@pytest.mark.parametrize(
    "listed",
    [
        (line("Recommendations", 2), item("Keep it safe", "1."), item("Keep it clean", "2.")),
        (line("Aims", 2), line("Recommendation 1: Keep it safe"), line("Rec 2 – Keep it clean")),
    ],
)
def test_a_list_whose_numbers_the_rows_name_is_a_table(listed: tuple[Paragraph, ...]) -> None:
    made = tabulate_listed([*listed, table(*ACTIONS)], {})
    numbers = ["1.", "2."] if listed[1].block.marker else ["1", "2"]

    assert tell(made) == [
        listed[0].text,
        ["No|Recommendation", f"{numbers[0]}|Keep it safe", f"{numbers[1]}|Keep it clean"],
        list(ACTIONS),
    ]


@pytest.mark.parametrize(
    ("listed", "actions"),
    [
        ((line("Aims"), item("Keep it safe", "1."), item("Keep it clean", "2.")), ACTIONS),
        ((line("Recommendations"), item("Keep it safe", "1.")), ACTIONS),
        ((line("Recommendations"), item("Keep it safe", "•"), item("Keep it clean", "•")), ACTIONS),
        ((line("Recommendations"), item("Keep it safe", "1."), item("Keep it clean", "2.")),
         ("No|Action|Lead", "1|Mend the gate|GB", "2|Paint it|BM")),
    ],
)  # fmt: skip
def test_any_other_list_is_left_alone(listed: tuple[Paragraph, ...], actions: tuple[str, ...]) -> None:
    elements: tuple[Element, ...] = (*listed, table(*actions))

    assert tabulate_listed(elements, {}) == elements
