"""What a board is told first, in sentences."""

import pytest
from msgspec.structs import replace

from send_extract import read_plan
from send_extract.changes import Compared, Shift
from send_extract.comparison import diff_plans
from send_extract.writers.diff.lengths import say_length, say_list, say_series
from send_extract.writers.diff.summary import ORDERS, summarise_diff

HEAD = "| No | Recommendation | Summary actions | When (2022) | Who | RAG |\n| --- | --- | --- | --- | --- | --- |\n"


def draft(*rows: str, label: str = "DRAFT 1", head: str = HEAD, below: str = "") -> bytes:
    return f"# Quay plan\n\n{label}\n\n{head}{''.join(f'| {row} |{chr(10)}' for row in rows)}\n{below}\n".encode()


def say(old: bytes, new: bytes) -> list[str]:
    before, after = read_plan(old), read_plan(new)
    return summarise_diff(Compared(before, after, diff_plans(before, after)))


def test_the_older_of_two_drafts_is_asked_for_only_where_something_changed() -> None:
    old, new = (read_plan(draft(f"1 | Light it | Lamps | {month} | GB | ")) for month in ("Jan", "March"))

    for other, said in ((old, ["Nothing changed"]), (new, [ORDERS["unknown"].capitalize(), SLIPPED])):
        diff = replace(diff_plans(old, other), order="unknown")
        assert summarise_diff(Compared(old, other, diff)) == said


SLIPPED = "1.1 (GB) slipped by 2 months"


def test_slips_are_named_with_their_owners_while_they_are_few() -> None:
    old = draft("1 | Light it | Lamps<br>Posts<br>Wires | Jan<br>Feb<br>March | GB | ")
    new = draft("1 | Light it | Lamps<br>Posts<br>Wires | March<br>April<br>March | GB | ")

    assert say(old, new) == ["1.1 and 1.2 (GB) slipped by 2 months"]


def test_a_plan_that_moved_as_a_whole_says_so() -> None:
    rows = [f"{n} | Aim {word} | Do {word} | {month} | GB | " for n, (word, month) in enumerate(WORDS, 1)]
    later = [row.replace("Jan", "April").replace("Feb", "May").replace("March", "June") for row in rows]

    assert say(draft(*rows), draft(*later)) == ["All 3 dated actions moved 3 months later"]


WORDS = (("lamps", "Jan"), ("quays", "Feb"), ("cranes", "March"))


def test_a_successor_is_told_in_one_breath() -> None:
    rows = [f"{n} | Aim {word} | Do {word} | {month} | KT | " for n, (word, month) in enumerate(WORDS, 1)]

    assert say(draft(*rows), draft(*(row.replace("KT", "SN") for row in rows))) == [
        "SN takes over from KT (recommendations 1 to 3)"
    ]


def test_states_are_told_instead_of_other_dates() -> None:
    old = draft("1 | Light it | Lamps<br>Posts | Jan<br>Feb | GB | ")
    new = draft("1 | Light it | Lamps<br>Posts | Complete<br>Overdue | GB | ")

    assert say(old, new) == ["1 complete (1.1), 1 overdue (1.2)"]


def test_a_colour_that_turned_is_told_under_its_own_heading() -> None:
    old, new = (draft(f"1 | Light it | Lamps | Jan | GB | {colour}") for colour in ("Amber", "Red"))

    assert say(old, new) == ["RAG: 1 turned red"]


def test_a_new_column_is_told_once_with_its_counts() -> None:
    bare = "| No | Recommendation | Summary actions | When (2022) | Who |\n| --- | --- | --- | --- | --- |\n"
    rows = [f"{n} | Aim {word} | Do {word} | {month} | KT" for n, (word, month) in enumerate(WORDS, 1)]
    coloured = [f"{row} | {colour}" for row, colour in zip(rows, ("Amber", "Amber", "Red"), strict=True)]

    assert say(draft(*rows, head=bare), draft(*coloured)) == ["RAG is new: 2 amber, 1 red"]


def test_small_edits_are_told_as_small() -> None:
    old, new = (draft(f"1 | Light it | Fit the lamps{stop} | Jan | GB | ") for stop in ("", "."))

    assert say(old, new) == ["1 small edit (punctuation, spelling)"]


def test_a_year_that_the_heading_gained_is_said_once() -> None:
    old, new = (
        draft("1 | Light it | Lamps | Jan | GB | ", head=HEAD.replace(" (2022)", year))
        for year in ("", " (2022)")
    )

    assert say(old, new) == ["1.1 was given a date", "The heading gained its year (2022)"]


def test_the_same_due_day_is_no_other_date() -> None:
    old, new = (draft(f"1 | Light it | Lamps | {when} | GB | ") for when in ("June", "30 June"))

    assert say(old, new) == ["1.1 is due the same day as before"]


def test_what_stands_outside_the_table_is_told() -> None:
    row = "1 | Light it | Lamps | Jan | GB | "

    assert say(
        draft(row, below="The board agreed this plan in May."),
        draft(row, below="The board refused this plan in May."),
    ) == ["1 paragraph outside the table reworded"]


@pytest.mark.parametrize(
    ("shift", "words"),
    [
        (Shift(2, 61, "later"), "2 months"),
        (Shift(2, 67, "later"), "67 days"),
        (Shift(0, -17, "earlier"), "17 days"),
        (Shift(12, 365, "later"), "12 months"),
        (Shift(None, None, "lost"), ""),
    ],
)
def test_a_length_is_in_months_where_they_are_whole(shift: Shift, words: str) -> None:
    assert say_length(shift) == words


def test_numbers_that_follow_one_another_are_a_series() -> None:
    assert say_series(["1", "2", "3", "6a"], ["1", "2", "3", "4", "6a"]) == "1 to 3 and 6a"
    assert say_list(["a"]) == "a"
    assert say_list([]) == ""
