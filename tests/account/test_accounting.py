from collections.abc import Sequence

from send_extract.account import Tally, account_for
from send_extract.plan import Plan, SourceRecord
from send_extract.source import NOWHERE, Location

PLAN = Plan(title="Park plan", source=SourceRecord("draft.txt", "delimited", "utf-8", "0" * 64, 1))


def find_line(words: Sequence[str]) -> Location:
    return Location(line=len(words))


def test_a_plan_whose_words_nobody_counted_has_no_account() -> None:
    assert account_for(PLAN, (), find_line) is PLAN


def test_a_plan_with_all_its_words_has_an_account_and_no_error() -> None:
    plan = account_for(PLAN, [Tally({"Park": 1, "plan": 1})], find_line)
    assert plan.words is not None
    assert (plan.words.source, plan.words.lost, plan.diagnostics) == (2, 0, ())


def test_lost_words_are_an_error_at_their_line() -> None:
    [error] = account_for(PLAN, [Tally({"Park": 1, "zebra": 2, "quokka": 1})], find_line).diagnostics
    assert (error.code, error.severity, error.location) == ("words-lost", "error", Location(line=2))
    assert "3 words of the source are nowhere in the plan: zebra zebra quokka." in error.message


def test_lost_words_stand_in_the_part_that_has_most_of_them() -> None:
    parts = [Tally({"Park": 1}, Location(page=1)), Tally({"zebra": 1}, Location(page=2)), Tally({}, NOWHERE)]
    [error] = account_for(PLAN, parts, find_line).diagnostics
    assert error.location == Location(page=2)


def test_many_lost_words_are_counted_and_the_first_are_named() -> None:
    [error] = account_for(PLAN, [Tally({"zebra": 99})], find_line).diagnostics
    assert error.message.startswith("99 words")
    assert error.message.count("zebra") == 50
