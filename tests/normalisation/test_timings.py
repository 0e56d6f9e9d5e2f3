import datetime as dt

import pytest
from msgspec.structs import replace

from send_extract.normalisation.timings import normalise_timings
from send_extract.plan import Action, Column, Plan, PlanParagraph, Recommendation, SourceRecord
from send_extract.settings import DEFAULTS, PlanSettings, Settings
from send_extract.source import Location
from send_extract.values.mention import Mention
from send_extract.values.timing import word_timing


def make_plan(
    *whens: str,
    section: str | None = None,
    year: str = " (2022)",
    paragraph: str = "",
    texts: tuple[str, ...] = (),
) -> Plan:
    actions = tuple(
        Action(
            f"1.{n}", texts[n - 1] if texts else f"Action {n}", when=Mention(when), location=Location(line=n)
        )
        for n, when in enumerate(whens, 1)
    )
    recommendation = Recommendation(
        "1", "Improve", section=section, when=Mention(" ".join(whens).strip()), actions=actions
    )
    return Plan(
        title="A plan",
        source=SourceRecord("a.txt", "delimited", "utf-8", "", 0),
        columns=(Column(f"When{year}", "when"),),
        recommendations=(recommendation,),
        paragraphs=(PlanParagraph(paragraph, location=Location(line=9)),) if paragraph else (),
    )


def worded(plan: Plan) -> list[str]:
    return [
        word_timing(action.when.value) if action.when.value else ""
        for recommendation in plan.recommendations
        for action in recommendation.actions
    ]


def codes(plan: Plan) -> list[str]:
    return [diagnostic.code for diagnostic in plan.diagnostics]


def test_each_timing_is_read_against_the_headings_year() -> None:
    plan = normalise_timings(make_plan("Jan", "Wef Feb onwards"), DEFAULTS)
    assert worded(plan) == ["January 2022", "from 1 February 2022"]
    assert plan.year == 2022


def test_the_settings_give_the_year_and_the_terms() -> None:
    terms = {"2022/23": {"autumn": (dt.date(2021, 9, 6), dt.date(2021, 12, 17))}}
    plan = normalise_timings(
        make_plan("Autumn term", year=""), Settings(plan=PlanSettings(year=2021), terms=terms)
    )
    assert worded(plan) == ["6 September 2021 to 17 December 2021"]
    assert plan.recommendations[0].actions[0].when.value is not None
    assert not plan.recommendations[0].actions[0].when.value.approximate


def test_a_wording_that_is_not_read_keeps_its_words_and_says_so() -> None:
    plan = normalise_timings(make_plan("Summerish"), DEFAULTS)
    assert plan.recommendations[0].actions[0].when == Mention("Summerish")
    assert codes(plan) == ["timing-unread"]


def test_one_wording_of_one_cell_is_reported_once() -> None:
    plan = make_plan("Summerish", "Summerish")
    cell = Location(line=1)
    actions = tuple(
        replace(action, when=Mention("Summerish", location=cell))
        for action in plan.recommendations[0].actions
    )
    plan = replace(plan, recommendations=(replace(plan.recommendations[0], actions=actions),))
    assert codes(normalise_timings(plan, DEFAULTS)) == ["timing-unread"]


def test_a_section_gives_its_timing_to_actions_that_have_none() -> None:
    plan = normalise_timings(
        make_plan("", "", section="SHORT TERM TARGETS (by June 2006)", year=""), DEFAULTS
    )
    assert worded(plan) == ["by 30 June 2006", "by 30 June 2006"]
    assert codes(plan) == ["timing-inherited"]


@pytest.mark.parametrize(
    "section",
    [
        "Carried forward from the committee of 6 October 2020",
        "Targets agreed at the meeting of 12 February",
        "May 2012",
        "Jobs from the museum board of 14 May 2019",
    ],
)
def test_a_section_that_names_a_day_or_a_meeting_dates_nothing(section: str) -> None:
    plan = normalise_timings(make_plan("", section=section, year=""), DEFAULTS)
    assert worded(plan) == [""]
    assert codes(plan) == ["timing-missing"]


def test_a_section_gives_its_year_to_months_that_have_none() -> None:
    plan = normalise_timings(make_plan("May", section="TARGETS FOR 2006", year=""), DEFAULTS)
    assert worded(plan) == ["May 2006"]


def test_a_sentence_about_all_actions_gives_its_timing_to_those_that_have_none() -> None:
    sentence = "All actions are to be completed by March 2023 unless otherwise stated."
    plan = normalise_timings(make_plan("", "", paragraph=sentence), DEFAULTS)
    assert worded(plan) == ["by 31 March 2023", "by 31 March 2023"]
    assert plan.recommendations[0].actions[0].when.location == Location(line=9)


def test_a_sentence_about_something_else_gives_no_timing() -> None:
    plan = normalise_timings(make_plan("", paragraph="The inspection took place in March 2021."), DEFAULTS)
    assert worded(plan) == [""]
    assert codes(plan) == ["timing-missing"]


def test_timings_in_an_actions_words_are_its_mentions_and_never_its_when() -> None:
    plan = normalise_timings(
        make_plan("TBC", texts=("Report to the panel by July, then quarterly",)), DEFAULTS
    )
    action = plan.recommendations[0].actions[0]
    assert action.when.value is not None
    assert action.when.value.status == "tbc"
    assert [mention.text for mention in action.mentions] == ["by July", "quarterly"]


def test_reading_twice_is_reading_once() -> None:
    once = normalise_timings(make_plan("Jan", "Summerish", "by July"), DEFAULTS)
    again = normalise_timings(replace(once, diagnostics=()), DEFAULTS)
    assert again == once
