import pytest

from send_extract.values.owner.atoms import read_cell
from send_extract.values.owner.division import Claim, divide, divide_counted


def cut(text: str) -> list[str]:
    ways = divide(read_cell(text).atoms)
    return [claim.text for claim in ways[0].claims] if ways else []


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("GB\nBM", ["GB", "BM"]),
        ("GB; BM", ["GB", "BM"]),
        ("GB  BM\tLM", ["GB", "BM", "LM"]),
        ("GB/LM, BM and PQ", ["GB", "LM", "BM", "PQ"]),
        ("Director of Grounds,\nCapital Projects and Renewals Manager",
         ["Director of Grounds", "Capital Projects and Renewals Manager"]),
        ("Head of HR and\nFinance", ["Head of HR and Finance"]),
        ("Head of HR and GB", ["Head of HR", "GB"]),
        ("Head of HR and OD", ["Head of HR and OD"]),
        ("Skills & Work / Housing", ["Skills & Work", "Housing"]),
        ("\n\n", []),
    ],
)  # fmt: skip
def test_the_cheapest_reading_divides_a_cell(text: str, owners: list[str]) -> None:
    assert cut(text) == owners


def test_divisions_that_cost_the_same_are_a_tie() -> None:
    ways = divide(read_cell("Clerk to the Council and RFO").atoms)

    assert sorted(len(way.claims) for way in ways) == [1, 2]


def test_a_division_can_have_as_many_parts_as_are_counted() -> None:
    table = divide_counted(read_cell("Clerk Clerk Chair").atoms)

    assert [claim.text for claim in table[3][0].claims] == ["Clerk", "Clerk", "Chair"]


def test_a_claim_has_the_role_of_its_cue_and_what_a_sign_joins_to_a_person() -> None:
    (way,) = divide(read_cell("Lead: KL – Head of HR").atoms)

    assert way.claims == (
        Claim("KL", "cue", "lead", is_cued=True, detail="Head of HR", printed="KL – Head of HR"),
    )
