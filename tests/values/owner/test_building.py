import pytest

from send_extract.values.owner.building import Detail, add_detail, is_held_by, is_timing, read_aside
from send_extract.values.owner.model import Owner
from send_extract.values.owner.people import NO_PEOPLE, People


@pytest.mark.parametrize(
    ("words", "owners"),
    [
        ("BM to support", (Owner("BM", role="support"),)),
        ("Head of Audit to support", (Owner("Head of Audit", role="support"),)),
        ("supported by BM", (Owner("BM", role="support"),)),
        ("lead: Cllr Smith", (Owner(None, "Cllr Smith", "lead"),)),
        ("BM/LM", (Owner("BM"), Owner("LM"))),
        ("and SLT", (Owner("SLT"),)),
    ],
)
def test_a_bracket_with_a_role_or_several_people_is_other_owners(
    words: str, owners: tuple[Owner, ...]
) -> None:
    assert read_aside(words, NO_PEOPLE)[0] == owners


@pytest.mark.parametrize("words", ["Place", "from April", "Young Carers", "BM"])
def test_any_other_bracket_is_none(words: str) -> None:
    assert read_aside(words, NO_PEOPLE)[0] == ()


def test_initials_beside_a_body_or_a_post_are_a_person_of_it() -> None:
    known = People({"ECC": ["Ed Cole"]})

    assert add_detail(Owner("LA"), Detail("KL", "initials", "department"), NO_PEOPLE) == Owner(
        "KL", organisation="LA"
    )
    assert add_detail(Owner("Clerk"), Detail("ECC", "initials", "position"), NO_PEOPLE) is None
    assert add_detail(Owner("Clerk"), Detail("ECC", "initials", "position"), known) == Owner(
        "ECC", position="Clerk"
    )


@pytest.mark.parametrize("words", ["May 2024", "Ongoing", "12/05/2023", "Q3"])
def test_a_date_or_a_status_is_no_owner(words: str) -> None:
    assert is_timing(words)


def test_a_councillor_holds_the_post_before() -> None:
    assert is_held_by("Portfolio Holder", "Cllr Smith")
    assert not is_held_by("Clerk", "Cllr Smith")
