from msgspec.structs import replace

from send_extract.writers.agenda.items import list_contents
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


def test_hardly_related_drafts_have_no_list_of_changes() -> None:
    edition = make_edition()
    assert edition.compared is not None
    diff = replace(edition.compared.diff, related=False)
    past = tell_past(
        replace(edition, compared=replace(edition.compared, diff=diff)), list_contents(edition.plan)
    )
    assert past is not None
    assert (past.is_related, past.sections, past.news) == (False, (), {})
