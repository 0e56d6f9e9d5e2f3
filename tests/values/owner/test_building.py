import pytest

from send_extract.values.owner.building import read_aside
from send_extract.values.owner.model import Owner
from send_extract.values.owner.people import NO_PEOPLE


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
    assert read_aside(words, NO_PEOPLE).owners == owners


@pytest.mark.parametrize("words", ["Place", "from April", "Young Carers", "BM"])
def test_any_other_bracket_is_none(words: str) -> None:
    assert read_aside(words, NO_PEOPLE).owners == ()
