from msgspec.structs import replace

from send_extract.changes import Change, Pair, Place, Places
from send_extract.writers.agenda.items import list_contents
from send_extract.writers.page import write_page
from send_extract.writers.page.changes import Past, tell_past
from tests.writers.page.samples import make_edition


def tell_sample() -> Past:
    edition = make_edition()
    past = tell_past(edition, list_contents(edition.plan))
    assert past is not None
    return past


def test_a_lone_draft_has_no_past() -> None:
    edition = replace(make_edition(), compared=None, history=None)
    assert tell_past(edition, list_contents(edition.plan)) is None


def test_the_news_of_an_item_is_what_changed_for_it() -> None:
    news = tell_sample().news
    assert news[1, 1].tags == ("slipped",)
    assert news[1, 1].length == "2 months later"
    assert news[1, 2].tags == ("owner",)
    assert news[1, 4].tags == ("new",)


def test_each_sentence_leads_to_the_first_change_that_it_is_about() -> None:
    past = tell_sample()
    anchors = {change.anchor for section in past.sections for change in section.changes if change.anchor}
    assert {headline.anchor for headline in past.headlines} <= anchors | {"changes"}
    assert past.headlines[0].anchor == "changes-dates"


def test_an_owner_is_told_of_their_actions_and_of_those_that_they_got() -> None:
    past = tell_sample()
    told = {position: [line.subject for line in lines] for position, lines in past.owners.items()}
    assert "1.1" in told[0]
    assert "1.2" in told[0]
    assert "1.1" not in told[2]


def test_a_change_of_a_recommendation_says_on_an_owner_s_sheet_which_it_is_of() -> None:
    edition = make_edition()
    assert edition.compared is not None
    change = Change(
        kind="owner-changed", recommendation=Pair("2", "2"), action=None, text="Answer", old="AK", new="GB",
        added=("GB",), removed=("AK",),
    )  # fmt: skip
    diff = replace(edition.compared.diff, changes=(change,))
    past = tell_past(
        replace(edition, compared=replace(edition.compared, diff=diff)), list_contents(edition.plan)
    )
    assert past is not None
    assert [line.subject for line in past.owners[0]] == ["2"]
    assert [line.line.subject for section in past.sections for line in section.changes] == [""]


def test_a_change_of_a_measure_leads_to_the_measure() -> None:
    edition = make_edition()
    assert edition.compared is not None
    change = Change(
        kind="measure-reworded", recommendation=Pair("1", "1"), action=None, text="x", old="x", new="y",
        measure=Pair("1.m1", "1.m1"), place=Places(Place(1, 1), Place(1, 1)),
    )  # fmt: skip
    diff = replace(edition.compared.diff, changes=(change,))
    past = tell_past(
        replace(edition, compared=replace(edition.compared, diff=diff)), list_contents(edition.plan)
    )
    assert past is not None
    assert [each.link for section in past.sections for each in section.changes] == ["m-1.1"]
    assert b'<li id="m-1.1">' in write_page(edition)


def test_hardly_related_drafts_have_no_list_of_changes() -> None:
    edition = make_edition()
    assert edition.compared is not None
    diff = replace(edition.compared.diff, related=False)
    past = tell_past(
        replace(edition, compared=replace(edition.compared, diff=diff)), list_contents(edition.plan)
    )
    assert past is not None
    assert (past.is_related, past.sections, past.news) == (False, (), {})
