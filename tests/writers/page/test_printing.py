from datetime import date

import pytest
from hypothesis import given
from markupsafe import escape as escape_markup

from send_extract.writers.agenda.items import list_contents
from send_extract.writers.page.news import NEWS, TINTS, News
from send_extract.writers.page.printing import (
    escape,
    print_chart,
    print_day,
    print_owners,
    print_reading,
    print_tags,
    print_words,
)
from send_extract.writers.page.reading import ReadingLine
from send_extract.writers.page.timeline import TimelineLabel, TimelineRow
from send_extract.writers.page.timeline.marks import TimelineMark
from send_extract.writers.page.words import PageWords
from tests.strategies import TEXTS
from tests.writers.page.samples import HOSTILE, make_edition


@given(TEXTS)
def test_words_are_escaped_as_a_template_does(words: str) -> None:
    assert escape(words) == str(escape_markup(words))


def test_words_carry_their_emphasis_and_what_they_stand_for() -> None:
    parts = (PageWords("Ask "), PageWords("R&D", "Research & <b>", ("strong", "em")))
    assert print_words(parts) == (
        'Ask <strong><em><abbr title="Research &amp; &lt;b&gt;">R&amp;D</abbr></em></strong>'
    )


def test_owners_are_links_to_their_sheets_and_nobody_is_said() -> None:
    contents = list_contents(make_edition().plan)
    printed = [print_owners(item, contents.people) for item in contents.items]
    assert printed[0] == '<a class="owner o0" href="#owner-gb">GB</a>'
    assert printed[1].count("<a ") == 2
    assert '<span class="quiet">nobody</span>' in printed


@pytest.mark.parametrize(
    ("day", "printed"),
    [(date(2022, 3, 1), '<time datetime="2022-03-01">1 Mar 2022</time>'), (None, "")],
)
def test_a_day_is_said_and_can_be_sorted_by(day: date | None, printed: str) -> None:
    assert print_day(day) == printed


def test_news_are_tags_with_how_far_a_date_went() -> None:
    assert print_tags(News(("slipped", "reworded"), length="2 months")) == (
        ' <span class="tag orange">Slipped: 2 months</span> <span class="tag grey">Reworded</span>'
    )
    assert NEWS.keys() == TINTS.keys()


def test_a_chart_says_in_words_what_it_shows() -> None:
    marks = (TimelineMark("bar", "5%", "8%"), TimelineMark("due", "13%"))
    item = list_contents(make_edition().plan).items[0]
    row = TimelineRow(item, "March & May", marks, TimelineLabel("<GB>", "13%", "right"))
    assert print_chart(row) == (
        '<svg role="img" aria-label="March &amp; May" width="100%" height="32">'
        '<rect class="bar" x="5%" y="6" width="8%" height="16" rx="2"/><use href="#k-due" x="13%" y="14"/>'
        '<text class="right" x="13%" dx="14" y="19">&lt;GB&gt;</text></svg>'
    )


def test_what_is_known_of_a_reading_is_no_markup() -> None:
    assert "<img" not in print_reading([ReadingLine(HOSTILE, HOSTILE)])
