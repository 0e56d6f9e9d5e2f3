"""Rows of a plan's table inside a cell are rows of the table around it."""

from send_extract.document import Block, Cell, Inset, Row, Run, Table
from send_extract.structure.insets import has_insets, lay_rows, lift_insets, unfold_insets


def cell(text: str, *inner: str) -> Cell:
    """A cell with its own words, and a table inside of these rows."""
    own = [Block((Run(text),))] if text else []
    blocks = [
        Block((Run(words),), inset=Inset(1, number, column))
        for number, row in enumerate(inner)
        for column, words in enumerate(row.split("|"))
        if words
    ]
    return Cell((*own, *blocks))


def table(*rows: tuple[Cell | str, ...]) -> Table:
    return Table(
        tuple(Row(tuple(cell(each) if isinstance(each, str) else each for each in row)) for row in rows)
    )


def show(made: Table) -> list[str]:
    return ["|".join(f"{each.text}{'^' if each.span else ''}" for each in row.cells) for row in made.rows]


STEPS = cell("", "Action|Due", "Ask|May", "Tell|June")


def test_inner_rows_stand_beside_the_cells_around_them() -> None:
    outer = table(("No", "Recommendation", "Actions", "Lead"), ("1", "Keep watch", STEPS, "GB"))

    (made, *_) = unfold_insets([outer], {})

    assert isinstance(made, Table)
    assert show(made) == [
        "No|Recommendation|Actions|Due|Lead",
        "1|Keep watch|Ask|May|GB",
        "1^|Keep watch^|Tell|June|GB^",
    ]


def test_inner_columns_of_an_outer_field_leave_the_outer_words_a_row_of_their_own() -> None:
    inner = cell("First:", "Task|Owner", "Ask|AB")
    outer = table(("No", "Recommendation", "Lead", "Actions"), ("1", "Keep watch", "GB", inner))

    (made, *_) = unfold_insets([outer], {})

    assert isinstance(made, Table)
    assert show(made)[1:] == ["1|Keep watch|GB|First:", "1^|Keep watch^|AB|Ask"]


def test_numbers_of_inner_rows_stand_before_their_words() -> None:
    inner = cell("", "Ref|Action|Due", "1.1|Ask|May")
    outer = table(("No", "Recommendation", "Actions", "Lead"), ("1", "Keep watch", inner, "GB"))

    (made, *_) = unfold_insets([outer], {})

    assert isinstance(made, Table)
    assert show(made)[1:] == ["1|Keep watch|1.1 Ask|May|GB"]


def test_an_inner_row_without_number_and_words_stays_empty() -> None:
    (made, *_) = unfold_insets(
        [
            table(
                ("No", "Recommendation", "Actions"), ("1", "Keep watch", cell("", "Ref|Action|Due", "||May"))
            )
        ],
        {},
    )

    assert isinstance(made, Table)
    assert {each.blocks for each in made.rows[1].cells if not each.text} == {()}


def test_the_headings_of_inner_tables_are_kept_as_a_table_without_rows() -> None:
    outer = table(("No", "Recommendation", "Actions", "Lead"), ("1", "Keep watch", STEPS, "GB"))

    (_, heads) = unfold_insets([outer], {})

    assert isinstance(heads, Table)
    assert show(heads) == ["Action|Due"]


def test_rows_merged_over_all_columns_cover_the_new_ones() -> None:
    title = cell("Theme A")
    merged = (title, *[Cell(title.blocks, "column")] * 3)
    outer = table(("No", "Recommendation", "Actions", "Lead"), merged, ("1", "Keep watch", STEPS, "GB"))

    (made, *_) = unfold_insets([outer], {})

    assert isinstance(made, Table)
    assert show(made)[1] == "Theme A|Theme A^|Theme A^|Theme A^|Theme A^"


def test_an_inner_table_of_any_other_is_a_table_below_it() -> None:
    outer = table(("Place", "Pier"), ("Actions", STEPS), ("Lead", "GB"))

    around, inner = lift_insets(unfold_insets([outer], {}), {})

    assert isinstance(around, Table)
    assert isinstance(inner, Table)
    assert show(around) == ["Place|Pier", "Actions|", "Lead|GB"]
    assert show(inner) == ["Action|Due", "Ask|May", "Tell|June"]


def test_what_is_around_in_one_column_is_paragraphs() -> None:
    words, inner = lift_insets([table(("Recommendation 1: Keep watch",), (STEPS,))], {})

    assert not isinstance(words, Table)
    assert words.text == "Recommendation 1: Keep watch"
    assert has_insets(table((STEPS,)))
    assert not has_insets(inner)


def test_inner_cells_that_cover_rows_are_repeated() -> None:
    blocks = [
        Block((Run("Ask"),), inset=Inset(1, 0, 0)),
        Block((Run("GB"),), inset=Inset(1, 0, 1, rows=2)),
        Block((Run("Tell"),), inset=Inset(1, 1, 0)),
    ]

    rows = lay_rows(blocks)

    assert [[(each.text, each.span) for each in row] for row in rows] == [
        [("Ask", ""), ("GB", "")],
        [("Tell", ""), ("GB", "row")],
    ]
