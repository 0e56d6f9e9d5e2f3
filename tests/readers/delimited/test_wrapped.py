"""Lines that a text breaks at its width."""

from __future__ import annotations

from send_extract.readers.delimited.wrapped import join_wrapped
from send_extract.readers.dialects.evidence import TextRow


def _join(*lines: str) -> list[str]:
    return [row.cells[0] for row in join_wrapped([TextRow([line], at) for at, line in enumerate(lines, 1)])]


def test_a_line_without_room_for_the_next_word_goes_on() -> None:
    assert _join("The council should publish one plan of the", "executive.") == [
        "The council should publish one plan of the executive."
    ]
    assert _join("Notes of each meeting are shared with the", "Auditor") == [
        "Notes of each meeting are shared with the Auditor"
    ]


def test_a_line_with_room_left_is_a_line_of_its_own() -> None:
    assert _join("publish the plan", "refresh it every month on the website") == [
        "publish the plan",
        "refresh it every month on the website",
    ]


def test_a_mark_a_label_a_stop_or_a_capital_begins_a_line() -> None:
    for line in ("- refresh it", "due date: May", "Refresh it"):
        assert len(_join("Publish the one plan on the website of ours", line)) == 2
    assert len(_join("Publish the one plan on the website today.", "refresh it")) == 2


def test_in_a_text_of_long_lines_nothing_is_joined() -> None:
    assert len(_join("Publish the plan " * 9, "today")) == 2
