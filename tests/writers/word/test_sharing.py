import pytest

from send_extract.plan import Recommendation, TimingMention
from send_extract.source import Location
from send_extract.writers.word.sharing import share_out
from tests.builders import make_action, make_owners, make_recommendation


def tell(record: Recommendation) -> list[tuple[list[str], str]]:
    """The actions of each row, and the timing that stands beside them."""
    shared = share_out(record)
    return [
        ([action.text for action in row], holder.when.text)
        for row, holder in zip(shared.rows, shared.holders, strict=True)
    ]


def make_record(whole: str, *whens: str) -> Recommendation:
    actions = tuple(make_action(f"1.{place}", f"Do {place}", when) for place, when in enumerate(whens, 1))
    return make_recommendation(actions=actions, when=TimingMention(whole))


@pytest.mark.parametrize("whole", ["Jan Feb", "Jan\nFeb", "1. Jan 2. Feb", "• Jan\n• Feb", "a) Jan; b) Feb"])
def test_actions_that_have_all_of_a_cell_have_rows_of_their_own(whole: str) -> None:
    assert tell(make_record(whole, "Jan", "Feb")) == [(["Do 1"], "Jan"), (["Do 2"], "Feb")]


def test_an_action_without_a_timing_keeps_its_row_where_the_others_have_all_of_the_cell() -> None:
    assert tell(make_record("1. Jan 3. Feb", "Jan", "", "Feb"))[1] == (["Do 2"], "")


@pytest.mark.parametrize(
    ("whole", "whens"),
    [("Jan Feb Mar", ("", "")), ("2022: Jan, Feb", ("Jan", "Feb")), ("Jan Feb (lead)", ("Jan", "Feb"))],
)
def test_where_words_of_a_cell_are_nobodys_for_certain_the_actions_stand_beside_all_of_it(
    whole: str, whens: tuple[str, ...]
) -> None:
    assert tell(make_record(whole, *whens)) == [(["Do 1", "Do 2"], whole)]


def test_what_a_recommendation_says_beside_its_actions_has_a_row_of_its_own() -> None:
    assert tell(make_record("by 2023\nJan\nFeb", "Jan", "Feb")) == [
        ([], "by 2023"), (["Do 1"], "Jan"), (["Do 2"], "Feb"),
    ]  # fmt: skip


def test_only_the_actions_of_the_row_that_is_not_known_stand_together() -> None:
    rows = ((7, "March"), (8, ""), (8, ""), (9, "July"))
    actions = tuple(
        make_action(
            f"1.{place}", f"Do {place}", when, who=make_owners("GB"), location=Location(line=line, item=place)
        )
        for place, (line, when) in enumerate(rows, 1)
    )
    whole = TimingMention("March\nJan Feb Feb\nJuly")
    record = make_recommendation(actions=actions, when=whole, who=make_owners("GB"))
    assert tell(record) == [(["Do 1"], "March"), (["Do 2", "Do 3"], "Jan Feb Feb"), (["Do 4"], "July")]
    assert [holder.who.text for holder in share_out(record).holders] == ["GB"] * 3


def test_owners_that_are_not_known_keep_the_actions_together_too() -> None:
    record = make_recommendation(
        actions=(make_action(), make_action("1.2")), who=make_owners("GB", "BM", "LM")
    )
    assert len(share_out(record).rows) == 1


def test_a_recommendation_without_actions_is_one_row() -> None:
    assert tell(make_recommendation(when=TimingMention("May"))) == [([], "May")]
