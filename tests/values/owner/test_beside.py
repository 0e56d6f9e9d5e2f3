import pytest

from send_extract.values.owner.atoms import read_cell
from send_extract.values.owner.beside import Beside, add_beside, read_list
from send_extract.values.owner.division import divide
from send_extract.values.owner.model import Owner
from send_extract.values.owner.parts import open_part
from send_extract.values.owner.people import NO_PEOPLE


def tell(owner: Owner, cell: str) -> Owner | None:
    """The owner with what the last claim of the cell says of it."""
    claims = divide(read_cell(cell).atoms)[0].claims
    last = claims[-1]
    return add_beside(owner, Beside(last, open_part(last.text), read_list(claims), NO_PEOPLE))


JANE = Owner(None, "Jane Doe")
HEAD = Owner(None, "Jane Doe", position="Head of SEND")


@pytest.mark.parametrize(
    ("owner", "cell", "told"),
    [
        (JANE, "Jane Doe, JD", Owner("JD", "Jane Doe")),
        (JANE, "Jane Doe, Head of SEND", HEAD),
        (JANE, "Tom Reed, Clerk; Jane Doe, HRBP", Owner(None, "Jane Doe", position="HRBP")),
        (HEAD, "Head of SEND, County Council", Owner(None, "Jane Doe", "owner", "Head of SEND", "County Council")),
        (JANE, "Jane Doe\nCounty Council", None),
        (Owner("Registrar"), "Registrar, Fiona Marsh", Owner(None, "Fiona Marsh", position="Registrar")),
        (Owner("Registrar"), "Registrar, Cllr Marsh", None),
        (Owner("Cabinet Member"), "Cabinet Member, Cllr Lee", Owner(None, "Cllr Lee", position="Cabinet Member")),
        (Owner("MN"), "KL, Head of SEND; MN, Clerk", Owner("MN", position="Clerk")),
        (Owner("MN"), "MN, Clerk", None),
        (JANE, "Jane Doe, Head of SEND (KL)", None),
        (JANE, "Jane Doe, Head of SEND to support", None),
    ],
)  # fmt: skip
def test_a_claim_says_more_of_the_owner_before_or_is_another(
    owner: Owner, cell: str, told: Owner | None
) -> None:
    assert tell(owner, cell) == told


def test_a_list_says_which_names_hold_the_posts_before_them() -> None:
    claims = divide(read_cell("Registrar, Fiona Marsh; Clerk, Tom Reed").atoms)[0].claims
    assert [claim.text for claim in read_list(claims).holders] == ["Fiona Marsh", "Tom Reed"]
