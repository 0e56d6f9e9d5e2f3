import pytest

from send_extract.values.acronym.variants import Usage, find_variants

RARE = 2


def use(
    term: str, uses: int = 1, expansion: str | None = None, *rows: int, phrase: str | None = None
) -> Usage:
    return Usage(term, expansion, uses, frozenset(rows), phrase)


SENCO = use("SENCo", 0, "Special Educational Needs Coordinator")
OPERATIONS = use("SENDOps", 1, "SEND operations Board")


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        (use("SENDCo"), SENCO),
        (use("SECOs"), SENCO),
        (use("SENCO"), SENCO),
        (use("SENDOPPs"), OPERATIONS),
        (use("PHF", 1, None, 1), use("PFH", 2, None, 1, phrase="Portfolio Holder")),
        (use("CAHMS"), use("CAMHS", 3, "Child and Adolescent Mental Health Services")),
        (use("NSHE"), use("NHSE", 3, "National Health Service England")),
        (use("WSOA"), use("WSoA", 1, "Written Statement of Action")),
    ],
)
def test_slips_are_found_with_a_reason(slip: Usage, meant: Usage) -> None:
    found = find_variants([slip, meant, use("QA", 5, "quality assurance")], RARE)

    assert {term: suggestion.term for term, suggestion in found.items()} == {slip.term: meant.term}
    assert found[slip.term].reason


@pytest.mark.parametrize(
    ("term", "other"),
    [
        (use("SEN"), use("SEND", 9)),
        (use("SEN"), use("SEND", 9, "Special Educational Needs and Disabilities")),
        (use("NHS"), use("NHSE", 2, "National Health Service England")),
        (use("EHC"), use("EHCP", 4, "Education, Health and Care Plan")),
        (use("EHCNA"), use("EHCP", 4, "Education, Health and Care Plan")),
        (use("DCO"), use("DSCO", 2, "Designated Social Care Officer")),
        (use("ICB"), use("ICP", 4, "Integrated Care Partnership")),
        (use("NET"), use("NEET", 4, "Not in Education, Employment or Training")),
        (use("CPS"), use("CSP", 4, "Community Safety Partnership")),
        (use("SENDCo", 20), use("SENCo", 20, None)),
        (use("SCB", phrase="Safeguarding Children Board"), use("SBC", 4, "Southend Borough Council")),
        (use("HR"), use("QA", 4, "quality assurance")),
    ],
)
def test_terms_of_their_own_are_no_slips(term: Usage, other: Usage) -> None:
    assert find_variants([term, other], RARE) == {}


def test_a_tie_between_two_is_no_suggestion() -> None:
    outreach = use("SENDPOT", 1, "SEND Parent Outreach Team")
    inclusion = use("SENDPIT", 1, "SEND Parent Inclusion Team")

    assert find_variants([use("SENDPT"), outreach], RARE)["SENDPT"].term == "SENDPOT"
    assert find_variants([use("SENDPT"), outreach, inclusion], RARE) == {}
