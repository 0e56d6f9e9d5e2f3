from datetime import date, timedelta
from typing import Any

import pytest
import recurring_ical_events
import vobject
from icalendar import Calendar
from msgspec.structs import replace

from send_extract import read_plan
from send_extract.changes import Compared
from send_extract.comparison.history import trace_history
from send_extract.plan import Plan, PlanOwner
from send_extract.source import Source
from send_extract.writers.calendars import list_calendars
from send_extract.writers.editions import Edition

FIRST = """# Hedge plan

| No | Recommendation | Action | Who | When |
|---|---|---|---|---|
| 1 | Lay the hedges | Hire a hedger | GB | March 2022 |
| 2 | Count the birds | Buy a book; or two, "cheap" | GB & BM | by 31 July 2022 |
| 3 | Meet | Hold a forum | BM | Quarterly from 1 May 2022 |
| 4 | Wait | Ask again | CON | DfE contingent |
| 5 | Sow | Sow rattle | con | April and May 2022 |
"""


def read(text: str) -> Plan:
    return read_plan(Source("draft.md", text.encode()))


def write(edition: Edition) -> dict[str, bytes]:
    return {name: b"".join(parts) for name, parts in list_calendars(edition)}


def editions(*texts: str) -> list[Edition]:
    plans = [replace(read(text), source=replace(read(text).source, sha256=text)) for text in texts]
    traced = trace_history(plans)
    compared = [None, *(Compared(plans[at], plans[at + 1], diff) for at, diff in enumerate(traced.diffs))]
    return [
        Edition(f"draft-{place}", plan, each, traced.history)
        for place, (plan, each) in enumerate(zip(plans, compared, strict=True), 1)
    ]


def events(data: bytes) -> dict[str, tuple[str, date, int, str]]:
    found: list[Any] = Calendar.from_ical(data).walk("VEVENT")
    return {
        str(event["uid"]): (
            str(event["summary"]),
            event["dtstart"].dt,
            int(event["sequence"]),
            str(event["status"]),
        )
        for event in found
    }


def test_a_calendar_has_every_dated_action_and_each_owner_their_own() -> None:
    files = write(Edition("", read(FIRST)))

    assert list(files) == ["plan.ics", "calendars/GB.ics", "calendars/BM.ics", "calendars/CON-.ics"]
    assert len(events(files["plan.ics"])) == 5
    assert [summary for summary, *_ in events(files["calendars/BM.ics"]).values()] == [
        'By 31 July 2022: 2.1 Buy a book; or two, "cheap"',
        "3.1 Hold a forum",
    ]


def test_another_library_reads_the_same_events_with_their_ends_excluded() -> None:
    data = write(Edition("", read(FIRST)))["plan.ics"].decode()

    read_back = vobject.readOne(data)

    assert [(event.dtstart.value, event.dtend.value) for event in read_back.vevent_list][:2] == [
        (date(2022, 3, 1), date(2022, 4, 1)),
        (date(2022, 7, 31), date(2022, 8, 1)),
    ]


def test_a_rule_comes_on_the_days_that_the_plan_says() -> None:
    plan = read(FIRST)
    calendar = Calendar.from_ical(write(Edition("", plan))["plan.ics"])
    timing = plan.recommendations[2].actions[0].when.value
    assert timing is not None
    window = date(2022, 1, 1), date(2023, 12, 31)

    found = recurring_ical_events.of(calendar).between(window[0], window[1] + timedelta(days=1))
    days = tuple(event["dtstart"].dt for event in found if "forum" in event["summary"])

    assert days == timing.occurrences(*window)
    assert len(days) == 7


def test_an_event_keeps_its_identifier_through_the_drafts_and_what_went_is_cancelled() -> None:
    later = (
        FIRST.replace("March 2022", "June 2022")
        .replace("April and May", "May")
        .replace("| 3 | Meet | Hold a forum | BM | Quarterly from 1 May 2022 |\n", "")
    )
    old, new = (events(write(edition)["plan.ics"]) for edition in editions(FIRST, later))
    alone = events(write(Edition("", read(FIRST)))["plan.ics"])

    assert old == alone
    hired = next(uid for uid, event in old.items() if "hedger" in event[0])
    assert old[hired][1:] == (date(2022, 3, 1), 0, "CONFIRMED")
    assert new[hired][1:] == (date(2022, 6, 1), 1, "CONFIRMED")
    gone = {event[0]: event[2] for event in new.values() if event[3] == "CANCELLED"}
    assert gone == {"3.1 Hold a forum": 1, "5.1 Sow rattle": 1}
    assert old.keys() == new.keys()


def test_what_is_somebody_else_s_now_is_taken_out_of_the_calendar_of_whoever_had_it() -> None:
    later = FIRST.replace("a hedger | GB |", "a hedger | AK |").replace(
        "| 3 | Meet | Hold a forum | BM | Quarterly from 1 May 2022 |\n", ""
    ).replace("| GB & BM |", "| GB |")  # fmt: skip
    old, new = (write(edition) for edition in editions(FIRST, later))
    told = {
        name: {event[0].partition(": ")[2] or event[0]: event[3] for event in events(data).values()}
        for name, data in new.items()
        if name != "plan.ics"
    }

    book = '2.1 Buy a book; or two, "cheap"'
    assert told["calendars/GB.ics"] == {"1.1 Hire a hedger": "CANCELLED", book: "CONFIRMED"}
    assert told["calendars/BM.ics"] == {book: "CANCELLED", "3.1 Hold a forum": "CANCELLED"}
    assert told["calendars/AK.ics"] == {"1.1 Hire a hedger": "CONFIRMED"}
    assert old.keys() <= new.keys()
    shown = {event[0]: event[3] for event in events(new["plan.ics"]).values()}
    assert [title for title, status in shown.items() if status == "CANCELLED"] == ["3.1 Hold a forum"]


def test_the_same_plan_gives_the_same_bytes_and_its_stamp_is_the_draft_s_day() -> None:
    plan = read(FIRST)
    dated = replace(plan, draft=replace(plan.draft, date=date(2022, 3, 14)))

    assert write(Edition("", plan)) == write(Edition("", plan))
    assert b"DTSTAMP:20000101T000000Z" in write(Edition("", plan))["plan.ics"]
    assert b"DTSTAMP:20220314T000000Z" in write(Edition("", dated))["plan.ics"]


@pytest.mark.parametrize("code", ["a/b", "../up", "NUL", "é\nX-EVIL:1", "…", "x" * 200])
def test_no_owner_s_words_leave_the_folder_or_make_a_line_of_the_file(code: str) -> None:
    plan = read(FIRST)
    owner = PlanOwner(code, actions=("1.1",))
    files = write(Edition("", replace(plan, owners=(owner,))))

    name = [*files][1].removeprefix("calendars/")
    assert "/" not in name
    assert not name.startswith(".")
    assert name.upper() != "NUL.ICS"
    assert len(name) < 70
    assert b"\nX-EVIL" not in files[f"calendars/{name}"]
    assert len(events(files[f"calendars/{name}"])) == 1
