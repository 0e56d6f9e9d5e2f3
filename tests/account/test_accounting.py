from collections import Counter

from send_extract.account import Balance, Tally, record_balance
from send_extract.plan import Plan, SourceRecord, WordAccount
from send_extract.source import NOWHERE, Location

PLAN = Plan(title="Park plan", source=SourceRecord("draft.txt", "delimited", "utf-8", "0" * 64, 1))
TEXT = "Park plan\nthe quokka\nthe zebra and the zebra"


def record(lost: dict[str, int], *tallies: Tally, text: str = TEXT) -> Plan:
    account = WordAccount(9, 9 - sum(lost.values()), 0, 0, sum(lost.values()))
    return record_balance(PLAN, Balance(account, Counter(lost)), tallies, lambda: text)


def test_a_plan_with_all_its_words_has_an_account_and_no_error() -> None:
    plan = record({}, Tally({"Park": 1, "plan": 1}))
    assert (plan.words, plan.diagnostics) == (WordAccount(9, 9, 0, 0, 0), ())


def test_lost_words_are_an_error_at_their_line() -> None:
    [error] = record({"zebra": 2, "the": 1}, Tally({"zebra": 2, "the": 3})).diagnostics
    assert (error.code, error.severity, error.location) == ("words-lost", "error", Location(line=3))
    assert "3 words of the source are nowhere in the plan: zebra zebra the." in error.message


def test_lost_words_stand_in_the_part_that_has_most_of_them() -> None:
    parts = (Tally({"the": 1}, Location(page=1)), Tally({"the": 1, "zebra": 1}, Location(page=2)))
    [error] = record({"zebra": 1, "the": 1}, *parts, text="").diagnostics
    assert error.location == Location(page=2)


def test_lost_words_outside_every_part_of_a_file_that_is_no_text_have_no_place() -> None:
    parts = (Tally({"the": 1}, Location(table=1)), Tally({"zebra": 1}, NOWHERE))
    [error] = record({"zebra": 1}, *parts, text="").diagnostics
    assert error.location == NOWHERE


def test_many_lost_words_are_counted_and_the_first_are_named() -> None:
    [error] = record({"zebra": 99}, Tally({"zebra": 99})).diagnostics
    assert error.message.startswith("99 words")
    assert error.message.count("zebra") == 50
