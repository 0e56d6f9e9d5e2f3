from send_extract.readers.marks import MARK, is_regenerated

PARTS = "# Plan\n\n## Recommendations\n\n### Recommendation 1\n\n| No | Action | When | In full | Who |\n"


def test_a_plan_of_our_own_is_known_by_its_first_line() -> None:
    assert is_regenerated(f"\ufeff\n{MARK}0: made from draft.txt -->\n\n# Plan\n")


def test_it_is_known_by_its_parts_where_that_line_was_cut_off() -> None:
    assert is_regenerated(PARTS)
    assert is_regenerated(PARTS.replace("\n", "\r\n"))


def test_parts_in_another_order_are_not_ours() -> None:
    assert not is_regenerated("| In full |\n" + PARTS.replace("| In full |", "|"))
    assert not is_regenerated(PARTS.replace("### Recommendation 1", "### Actions"))
