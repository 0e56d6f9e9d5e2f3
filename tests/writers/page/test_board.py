import datetime as dt

from send_extract.writers.agenda import make_agenda
from send_extract.writers.page.board import Board, make_board
from send_extract.writers.page.changes import tell_past
from tests.builders import make_plan
from tests.writers.page.samples import make_edition


def make(day: str | None = "2022-01-10") -> Board:
    edition = make_edition()
    contents = make_agenda(edition.plan).contents
    counted = dt.date.fromisoformat(day) if day else None
    return make_board(edition.plan, contents, tell_past(edition, contents), counted)


def say(board: Board) -> dict[str, list[str]]:
    return {
        line.question: ["".join(phrase.text for phrase in sentence) for sentence in line.sentences]
        for line in board.lines
    }


def test_the_summary_answers_what_a_board_asks() -> None:
    said = say(make())
    assert said["In the plan"] == ["3 recommendations, 10 actions, 1 measure of success, 3 owners"]
    assert said["Since DRAFT 1"][0] == "1.1 (GB) slipped by 2 months"
    assert said["Due in 3 months"] == ["1 action, 10 January 2022 to 9 April 2022"]
    assert said["Without a date"] == [
        "1 waits for something else: 1.6",
        "1 has a status and no date: 1.7",
        "1 has a date that was not understood: 1.8",
        "1 has no date at all: 1.9",
    ]
    assert said["Without an owner"] == ["1 has no owner: 1.9"]
    assert said["To mend"] == ["1 warning and 1 note", "Dates not understood (1)"]


def test_what_was_due_before_the_day_is_told_apart() -> None:
    assert say(make("2022-06-01"))["Due in 3 months"][1] == (
        "Before that and not said to be complete: 1.1, 1.5, 2"
    )


def test_every_link_of_the_summary_is_within_the_page() -> None:
    phrases = [phrase for line in make().lines for sentence in line.sentences for phrase in sentence]
    assert all(phrase.link.startswith("#") for phrase in phrases if phrase.link)


def test_a_plan_of_nothing_is_said_to_be_one() -> None:
    plan = make_plan()
    said = say(make_board(plan, make_agenda(plan).contents, None, None))
    assert said["Due in 3 months"] == ["Nothing has a date to count from"]
    assert said["Without a date"] == ["There are no actions"]
    assert said["To mend"] == ["Nothing, no fault was found"]
