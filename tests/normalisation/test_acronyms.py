from pathlib import Path

import pytest

from send_extract import read_plan
from send_extract.normalisation.acronyms import normalise_acronyms
from send_extract.normalisation.owners import normalise_owners
from send_extract.plan import OwnersMention, Plan, TimingMention
from send_extract.settings import DEFAULTS, CheckSettings, Settings
from send_extract.values.acronym import Acronym, GlossaryEntry
from send_extract.values.timing import Timing
from tests.builders import make_action, make_plan, make_recommendation
from tests.values.acronym.cases import EXCESS, SOUND

DRAFT = Path(__file__).parents[2] / "raw" / "draft-1.txt"


def plan_with(
    *texts: str, glossary: tuple[tuple[str, str], ...] = (), who: str = "", **fields: object
) -> Plan:
    rows = [
        make_recommendation(str(number), text, who=OwnersMention(who)) for number, text in enumerate(texts, 1)
    ]
    entries = tuple(GlossaryEntry(term, text) for term, text in glossary)
    return make_plan(*rows, glossary=entries, **fields)


def normalise(plan: Plan, settings: Settings = DEFAULTS) -> Plan:
    return normalise_acronyms(normalise_owners(plan, settings), settings)


def statuses_of(plan: Plan) -> dict[str, str]:
    return {acronym.term: acronym.status for acronym in plan.acronyms}


def codes_of(plan: Plan) -> list[str]:
    return [diagnostic.code for diagnostic in plan.diagnostics]


def test_the_real_draft_has_its_undefined_misspelt_and_faulty_acronyms() -> None:
    plan = read_plan(DRAFT)
    suggestions = {
        acronym.term: acronym.suggestion for acronym in plan.acronyms if acronym.status == "variant"
    }

    assert suggestions == {"PHF": "PFH", "SENDCo": "SENCo", "SECOs": "SENCo", "SENDOPPs": "SENDOps"}
    assert {term for term, status in statuses_of(plan).items() if status == "undefined"} == {
        "PFH", "SEND", "SEN", "OFSTED", "EHCNA", "PR", "HR",
    }  # fmt: skip
    assert {term for term, status in statuses_of(plan).items() if status == "defined"} == {
        entry.term for entry in plan.glossary
    }
    faults = [diagnostic for diagnostic in plan.diagnostics if diagnostic.code.startswith("glossary-")]
    assert [fault.code for fault in faults] == ["glossary-stray-character", "glossary-expansion-excess"]
    assert "HR" in faults[1].message


def test_the_glossary_keeps_its_words_and_has_clean_expansions() -> None:
    plan = normalise(
        plan_with("The SBC HR team", glossary=(("SBC", "Southend |Borough Council Human Resources"),))
    )

    assert [(entry.text, entry.expansion) for entry in plan.glossary] == [
        ("Southend |Borough Council Human Resources", "Southend Borough Council")
    ]
    assert codes_of(plan) == ["glossary-stray-character", "glossary-expansion-excess"]


@pytest.mark.parametrize(("term", "text"), SOUND)
def test_nothing_is_said_of_sound_entries(term: str, text: str) -> None:
    plan = normalise(plan_with(f"Ask the {term} first", glossary=((term, text),)))

    assert [code for code in codes_of(plan) if code.startswith("glossary-")] == []
    assert statuses_of(plan)[term] == "defined"


@pytest.mark.parametrize(("term", "text", "excess"), EXCESS)
def test_words_that_no_letter_accounts_for_are_named(term: str, text: str, excess: str) -> None:
    plan = normalise(plan_with(f"Ask the {term} first", glossary=((term, text),)))

    assert codes_of(plan) == ["glossary-expansion-excess"]
    assert repr(excess) in plan.diagnostics[0].message


def test_letters_that_do_not_fit_are_named() -> None:
    assert codes_of(normalise(plan_with("RTA", glossary=(("RTA", "Review of provision"),)))) == [
        "glossary-expansion-mismatch"
    ]


def test_every_use_is_counted_where_it_stands() -> None:
    action = make_action(text="QA visits", when="DfE contingent", value=Timing(contingent_on="DfE"))
    recommendation = make_recommendation(text="QA for the EDI team", actions=(action,), notes=("see QA",))

    plan = normalise(make_plan(recommendation, glossary=(GlossaryEntry("QA", "Quality Assurance"),)))

    assert {acronym.term: acronym.uses for acronym in plan.acronyms} == {"QA": 3, "EDI": 1, "DfE": 1}
    assert all(len(acronym.locations) == acronym.uses for acronym in plan.acronyms)


def test_a_plural_and_a_possessive_are_uses_of_the_term() -> None:
    plan = normalise(
        plan_with("EHCPs and the EHCP's author", glossary=(("EHCP", "Education, Health and Care Plan"),))
    )

    assert [(acronym.term, acronym.uses, acronym.status) for acronym in plan.acronyms] == [
        ("EHCP", 2, "defined")
    ]


def test_an_unused_term_is_said() -> None:
    plan = normalise(plan_with("Nothing here", glossary=(("QA", "Quality Assurance"),)))

    assert statuses_of(plan) == {"QA": "unused"}
    assert codes_of(plan) == ["acronym-unused"]


def test_a_term_defined_in_the_text_or_the_settings_is_defined() -> None:
    plan = normalise(
        plan_with("Children With Disabilities (CWD) and the PFH"),
        Settings(glossary={"PFH": "Portfolio Holder"}),
    )

    assert [(acronym.term, acronym.expansion, acronym.source) for acronym in plan.acronyms] == [
        ("CWD", "Children With Disabilities", "text"),
        ("PFH", "Portfolio Holder", "settings"),
    ]
    assert codes_of(plan) == []


def test_one_meaning_in_two_places_is_no_conflict() -> None:
    glossary = (("CWD", "Children with Disabilities"),)

    assert codes_of(normalise(plan_with("Children With Disabilities (CWD)", glossary=glossary))) == []


def test_several_senses_are_kept_and_none_is_chosen() -> None:
    glossary = (("AP", "Alternative Provision"), ("AP", "Accelerated Progress"))

    plan = normalise(plan_with("Fund AP places", glossary=glossary))

    assert plan.acronyms[0].expansion is None
    assert plan.acronyms[0].senses == ("Alternative Provision", "Accelerated Progress")
    assert codes_of(plan) == ["acronym-conflict"]


def test_initials_of_owners_are_no_acronyms() -> None:
    plan = normalise(plan_with("GB to report to G.B.", who="GB/APD"))

    assert plan.acronyms == ()


def test_a_key_to_initials_is_no_glossary_of_acronyms() -> None:
    plan = normalise(plan_with("Meet", who="GB", glossary=(("GB", "Gary Brown, Head of Service"),)))

    assert plan.acronyms == ()
    assert plan.owners[0].name == "Gary Brown"


@pytest.mark.parametrize(
    "text",
    [
        "This is NOT agreed",
        "SHORT TERM TARGETS",
        "Phase II of it",
        "TBC",
        "DRAFT",
        "Vitamin B",
        "CHILDREN AND FAMILIES PLAN",
    ],
)
def test_words_in_capitals_are_no_acronyms(text: str) -> None:
    assert normalise(plan_with(text)).acronyms == ()


def test_a_word_that_the_plan_prints_small_as_often_is_no_acronym() -> None:
    assert normalise(plan_with("Every plan is LOCAL", "Use local plans")).acronyms == ()


def test_what_an_undefined_term_may_stand_for_is_offered() -> None:
    plan = normalise(plan_with("Enable the Portfolio Holder; PFH samples files"))

    assert plan.acronyms[0].status == "undefined"
    assert "Portfolio Holder" in str(plan.acronyms[0].reason)
    assert "Portfolio Holder" in plan.diagnostics[0].message


def test_a_term_that_is_used_only_misspelt_is_not_unused() -> None:
    glossary = (("SENCo", "Special Educational Needs Coordinator"),)

    plan = normalise(plan_with("Advisory SECOs", glossary=glossary))

    assert statuses_of(plan) == {"SECOs": "variant", "SENCo": "defined"}


def test_a_plan_without_words_has_no_acronyms() -> None:
    assert normalise(make_plan()).acronyms == ()


def test_normalising_twice_is_normalising_once() -> None:
    once = normalise(plan_with("The PFH and PHF of SBC", glossary=(("SBC", "Southend Borough Council"),)))
    twice = normalise(once)

    assert (twice.acronyms, twice.glossary) == (once.acronyms, once.glossary)


def test_words_that_are_explained_but_no_acronyms_are_left_out() -> None:
    plan = normalise(plan_with("The Local Offer", glossary=(("Local Offer", "what there is"),)))

    assert plan.acronyms == ()
    assert plan.glossary[0].expansion == "what there is"


def test_a_term_in_small_letters_is_counted() -> None:
    plan = normalise(
        plan_with("An Ofsted visit", glossary=(("Ofsted", "Office for Standards in Education"),))
    )

    assert plan.acronyms == (
        Acronym(
            "Ofsted",
            "defined",
            "Office for Standards in Education",
            None,
            1,
            plan.acronyms[0].locations,
            "glossary",
        ),
    )


def test_a_timing_is_no_use_of_an_acronym() -> None:
    action = make_action(when="Q3 FY22", who=OwnersMention(""))

    assert (
        normalise(make_plan(make_recommendation(actions=(action,), when=TimingMention("Q3")))).acronyms == ()
    )


def test_all_that_is_not_explained_is_said_once_with_its_counts_and_places() -> None:
    plan = normalise(plan_with("The CSIB reads", "EHCNA and the CSIB"))

    (told,) = [diagnostic for diagnostic in plan.diagnostics if diagnostic.code == "acronym-undefined"]
    assert "CSIB (twice), EHCNA (once)" in told.message
    assert len(told.locations) == len({*plan.acronyms[0].locations, *plan.acronyms[1].locations})


def test_one_mending_is_told_once() -> None:
    plan = read_plan(DRAFT)
    told = [diagnostic.message for diagnostic in plan.diagnostics if diagnostic.code.startswith("acronym")]

    assert sum("PFH" in message for message in told) == 1
    assert not [message for message in told if " HR " in message]


def test_an_accepted_term_is_told_no_more_and_keeps_its_record() -> None:
    plan = normalise(plan_with("The CSIB and EHCNA"), Settings(check=CheckSettings(("CSIB",))))

    assert [diagnostic.message for diagnostic in plan.diagnostics if "CSIB" in diagnostic.message] == []
    assert statuses_of(plan) == {"CSIB": "undefined", "EHCNA": "undefined"}


def test_a_term_that_is_explained_in_the_plural_is_used_in_the_singular() -> None:
    plan = normalise(plan_with("The QTB reads", glossary=(("QTBs", "Quality Team Boards"),)))

    assert statuses_of(plan) == {"QTBs": "defined"}


def test_people_of_a_key_are_no_acronyms_whether_they_own_something_or_not() -> None:
    plan = normalise(plan_with("The QTB reads", glossary=(("MN", "Max North"),), who="KL"))

    assert statuses_of(plan) == {"QTB": "undefined"}
