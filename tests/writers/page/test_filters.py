from send_extract.writers.agenda.items import list_contents
from send_extract.writers.page.changes import tell_past
from send_extract.writers.page.filters import (
    MOST_STATES,
    file_item,
    list_month_choices,
    list_owner_choices,
    list_states,
)
from tests.builders import make_action, make_plan, make_recommendation
from tests.writers.page.samples import make_edition

EDITION = make_edition()
CONTENTS = list_contents(EDITION.plan)
PAST = tell_past(EDITION, CONTENTS)
NEWS = PAST.news if PAST else {}


def test_an_item_is_filed_under_its_owners_months_and_states() -> None:
    filing = file_item(CONTENTS.items[0], CONTENTS, NEWS, None)
    assert (filing.owners, filing.months) == ("gb", "")
    assert filing.states.split() == ["is-dated", "new-slipped"]
    assert file_item(CONTENTS.items[8], CONTENTS, NEWS, None).owners == "none"


def test_only_what_some_item_has_can_be_chosen() -> None:
    groups = {
        group.name: [choice.name for choice in group.choices]
        for group in list_states(CONTENTS, NEWS, "Since")
    }
    assert groups["Said in place of a date"] == ["Ongoing"]
    assert "Slipped" in groups["Since"]
    assert [(choice.name, choice.size) for choice in list_owner_choices(CONTENTS)][-1] == ("Nobody", 1)
    assert list_month_choices(CONTENTS, None) == ()


def test_a_column_of_many_words_is_no_column_of_states() -> None:
    rows = tuple(
        make_recommendation(str(place), actions=(make_action(f"{place}.1"),), status=f"said {place}")
        for place in range(MOST_STATES + 1)
    )
    names = [group.name for group in list_states(list_contents(make_plan(*rows)), {}, "")]
    assert names == ["Date"]
