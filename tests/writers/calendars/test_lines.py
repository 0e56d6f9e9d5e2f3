"""Content lines beside those of icalendar."""

from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event, vRecur
from msgspec.structs import replace

from send_extract import read_plan
from send_extract.source import Source
from send_extract.writers.calendars import list_calendars
from send_extract.writers.calendars.lines import escape_text, order_rule, print_lines
from send_extract.writers.editions import Edition
from tests.strategies import TEXTS

FOLDED = st.text(st.sampled_from("ab \\;,^é–\U0001f33f"), max_size=300)
RULES = st.lists(
    st.sampled_from(
        ["INTERVAL=3", "BYMONTH=1,9", "BYDAY=1MO,-1FR", "BYSETPOS=1", "BYMONTHDAY=1,15", "COUNT=4"]
    ),
    unique=True,
)


@given(TEXTS | FOLDED)
def test_words_are_escaped_and_folded_as_icalendar_does(words: str) -> None:
    event = Event()
    words = words.replace(
        "\\N", ""
    )  # which it takes for a line break, so that a path C:\New would lose its N
    event.add("description", words)

    lines = ("BEGIN:VEVENT", f"DESCRIPTION:{escape_text(words)}", "END:VEVENT")

    assert print_lines(lines) == event.to_ical()


def test_no_letter_of_a_path_is_taken_for_a_line_break() -> None:
    assert escape_text(r"C:\New") == r"C:\\New"


@given(RULES)
def test_a_rule_s_parts_stand_as_icalendar_prints_them(parts: list[str]) -> None:
    rule = ";".join(("FREQ=MONTHLY", *parts))

    assert order_rule(rule).encode() == vRecur.from_ical(rule).to_ical()


def test_a_rule_that_nobody_knows_keeps_its_parts() -> None:
    assert order_rule("X-FREQ=ODD;FREQ=DAILY") == "FREQ=DAILY;X-FREQ=ODD"


@given(TEXTS, TEXTS)
def test_a_calendar_reads_back_and_prints_the_same_with_icalendar(title: str, action: str) -> None:
    plan = read_plan(
        Source("draft.txt", b"A plan\n\nNo\tRecommendation\tAction\tWhen\n1\tDig\tHoe\tMonthly from May 2022")
    )
    (record,) = plan.recommendations
    (step,) = record.actions
    record = replace(record, actions=(replace(step, text=action.replace("\\N", "")),))
    plan = replace(plan, title=title.replace("\\N", ""), recommendations=(record,))
    ((_, parts),) = list_calendars(Edition("", plan))
    data = b"".join(parts)

    assert Calendar.from_ical(data).to_ical(sorted=False) == data
