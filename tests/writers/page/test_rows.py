import re

from msgspec.structs import replace

from send_extract.values.mention import Mention
from send_extract.writers.agenda import make_agenda
from send_extract.writers.editions import Edition
from send_extract.writers.outline import outline_plan
from send_extract.writers.page.filters import Filing
from send_extract.writers.page.rows import ItemRows, PageEntry, list_remarks
from send_extract.writers.page.timeline import draw_timeline
from send_extract.writers.page.words import explain_with
from tests.builders import make_action, make_owners, make_plan, make_recommendation
from tests.writers.page.samples import HOSTILE, make_edition, make_hostile

TAGS = re.compile(r"<(\w+)")


def list_rows(edition: Edition, place: int = 0) -> list[str]:
    """The rows of an item in each view."""
    plan = edition.plan
    contents, owners, months = make_agenda(plan)
    rows = ItemRows(contents, {}, explain_with(plan))
    item = contents.items[place]
    band, *_ = draw_timeline(contents, {}, None).bands
    filings = [Filing("gb", "0-1", "is-dated")] * len(contents.items)
    entry = PageEntry("r-1", outline_plan(plan).entries[0], (item,))
    sheets = [
        replace(month, lines=tuple(line for line in month.lines if line.item == item)) for month in months
    ]
    return [
        rows.timeline(band._replace(rows=tuple(row for row in band.rows if row.item == item))),
        rows.plan(entry),
        rows.actions([item], filings),
        rows.owner(replace(owners[0], items=(item,))),
        *(rows.month(sheet) for sheet in sheets if sheet.lines),
    ]


def test_every_view_s_row_of_an_item_leads_to_it_and_can_be_filtered() -> None:
    for row in list_rows(make_edition()):
        assert row.count("<tr ") - row.count('<tr class="lead">') == 1
        assert row.count("<tr") == row.count("</tr>")
        assert 'data-i="0"' in row
        assert 'href="#a-1.1"' in row
        assert "Hold the" in row


def test_no_row_has_a_tag_that_is_the_source_s() -> None:
    for row in list_rows(make_hostile()):
        assert HOSTILE not in row
        assert {"script", "img"}.isdisjoint(TAGS.findall(row))


def test_what_each_action_says_for_itself_is_not_said_of_their_recommendation_too() -> None:
    first = replace(make_action("1.1"), who=make_owners("GB"), extra={"RAG": "Green", "Ref": "1.1"})
    second = replace(make_action("1.2"), who=make_owners("AK"), extra={"RAG": "Red"})
    record = replace(
        make_recommendation(actions=(first, second)),
        who=Mention(text="GB\nAK"), extra={"RAG": "Green\nRed", "Ref": "1.1", "Cost": "£5"}, notes=("Green",),
    )  # fmt: skip
    plan = make_plan(record, replace(record, who=make_owners("GB"), actions=(first, first)))
    items, entries = make_agenda(plan)[0].items, outline_plan(plan).entries
    assert [*list_remarks(entries[0], items[:2], "Who")] == [("Cost", "£5"), ("Note", "Green")]
    assert ("Who", "GB") in [*list_remarks(entries[1], items[2:], "Who")]
    rows = ItemRows(make_agenda(plan)[0], {}, explain_with(plan))
    printed = rows.plan(PageEntry("r-1", entries[0], items[:2]))
    assert printed.count("<dt>RAG</dt>") == 2
    assert "<dt>Ref</dt>" not in printed


def test_a_measure_leads_to_itself_behind_the_words_above_it() -> None:
    plan = make_edition().plan
    record = plan.recommendations[0]
    record = replace(record, measures=(replace(record.measures[0], lead_in="We shall know, as:"),))
    plan = replace(plan, recommendations=(record,))
    rows = ItemRows(make_agenda(plan)[0], {}, explain_with(plan))
    printed = rows.measures(PageEntry("r-1", outline_plan(plan).entries[0], ()))
    link = '<a class="self" href="#m-1.1" aria-label="Measure 1.m1">1</a>'
    assert printed.startswith(f'<li id="m-1.1">{link} <i>We shall know, as:</i> <abbr title=')


def test_what_has_no_date_has_a_lane_that_says_so() -> None:
    edition = make_edition()
    unread = next(
        place
        for place, action in enumerate(edition.plan.recommendations[0].actions)
        if action.when.text == "soonish"
    )
    timeline, plan, *_ = list_rows(edition, unread)
    assert "“soonish” is not understood" in timeline
    assert "Date not understood" in plan
