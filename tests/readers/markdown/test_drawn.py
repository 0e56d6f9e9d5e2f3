from send_extract.readers.markdown.drawn import type_plainly

GRID = """+----+----------+-------+
| No | Action   | When  |
+====+==========+=======+
| 1  | - Ask    | ~~May |
|    | - Tell   |       |
+----+----------+-------+"""


def test_a_drawn_table_is_one_of_pipes_on_the_lines_where_its_rows_begin() -> None:
    assert type_plainly(f"# Plan\n\n{GRID}\n\nWords").split("\n") == [
        "# Plan",
        "",
        "",
        "| No | Action | When |",
        "|---|---|---|",
        "| 1 | - Ask<br>- Tell | ~~May |",
        "",
        "",
        "",
        "Words",
    ]


def test_a_definition_stands_behind_its_term() -> None:
    assert type_plainly("Due date\n:   May\n\nOwner\n\n:   GB") == "Due date: May\n\n\nOwner: GB\n\n"


def test_a_footnotes_mark_is_raised_and_its_words_stay() -> None:
    assert (
        type_plainly("Ask[^1] all[^a]\n\n[^1]: Of 2019.")
        == "Ask<sup>1</sup> all<sup>*</sup>\n\n[^1]: Of 2019."
    )


def test_text_without_any_of_these_is_left_alone() -> None:
    text = "# Plan\n\n| No | Action |\n|---|---|\n| 1 | Ask |\n"

    assert type_plainly(text) == text
