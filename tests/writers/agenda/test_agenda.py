from send_extract.writers.agenda import make_agenda
from tests.builders import make_action, make_owners, make_plan, make_recommendation
from tests.writers.page.samples import make_edition


def test_each_month_has_what_is_due_in_it_then_comes_what_has_no_month() -> None:
    months = make_agenda(make_edition().plan).months
    assert [(month.name, [line.item.number for line in month.lines]) for month in months] == [
        ("January 2022", ["1.4"]),
        ("April 2022", ["1.3", "1.4", "1.5"]),
        ("May 2022", ["1.1", "2"]),
        ("July 2022", ["1.4", "1.2"]),
        ("October 2022", ["1.4"]),
        ("All through the plan", ["1.10"]),
        ("Waiting for something else", ["1.6"]),
        ("With a status and no date", ["1.7"]),
        ("With a date that was not understood", ["1.8"]),
        ("Without a date", ["1.9"]),
    ]


def test_no_item_is_left_out_of_the_months_or_the_owners() -> None:
    agenda = make_agenda(make_edition().plan)
    listed = {line.item.position for month in agenda.months for line in month.lines}
    assert listed == {item.position for item in agenda.contents.items}
    assert {item.position for sheet in agenda.owners for item in sheet.items} == listed


def test_an_owner_s_sheet_is_in_the_order_of_days_and_nobody_s_is_last() -> None:
    sheets = make_agenda(make_edition().plan).owners
    assert [sheet.person.label for sheet in sheets] == ["GB", "Head of Service", "AK", "No owner"]
    assert [item.number for item in sheets[0].items] == ["1.5", "1.1", "2", "1.2", "1.10", "1.6", "1.7"]


def test_owners_with_like_names_have_sheets_of_their_own() -> None:
    actions = (make_action("1.1", who=make_owners("GB")), make_action("1.2", who=make_owners("gb")))
    anchors = [
        sheet.person.anchor for sheet in make_agenda(make_plan(make_recommendation(actions=actions))).owners
    ]
    assert anchors == ["owner-gb", "owner-gb-2"]
