"""Tables without headings: the next page of the plan, or something else."""

from send_extract import Plan, read_plan

HEAD = "<tr><th>Ref<th>Recommendation<th>Lead<th>Target date</tr>"
ROW = "<tr><td>2.1<td>Balance the books<td>Clerk<td>July 2024</tr><tr><td colspan=4>Total: £4m</tr>"


def read_tables(*tables: str) -> Plan:
    return read_plan("".join(["<h1>Town plan</h1>", *(f"<table>{rows}</table>" for rows in tables)]).encode())


def test_a_table_of_the_same_width_and_kind_of_cells_is_the_next_page() -> None:
    made = read_tables(HEAD + ROW, "<tr><td>2.2<td>Count visitors<td>Clerk<td>Ongoing</tr>")
    assert [each.number for each in made.recommendations] == ["2.1", "2.2"]


def test_words_that_go_on_at_the_head_of_a_page_are_the_rows_own() -> None:
    made = read_tables(HEAD + ROW, "<tr><td><td>and pay the bills<td><td></tr>")
    assert [each.text for each in made.recommendations] == ["Balance the books and pay the bills"]


def test_a_block_of_signatures_of_the_same_width_is_no_page_of_the_plan() -> None:
    made = read_tables(
        HEAD + ROW, "<tr><td>Signed<td><td>Date<td></tr><tr><td>Leader<td>A Jones<td>4 June<td></tr>"
    )
    assert [each.number for each in made.recommendations] == ["2.1"]
    assert [words.text for words in made.paragraphs] == [
        "Signed  Date",
        "Leader  A Jones  4 June",
        "Total: £4m",
    ]
