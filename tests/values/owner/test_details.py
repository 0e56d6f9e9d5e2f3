import pytest

from send_extract.values.owner.details import Detail, add_detail, is_another, is_held_by
from send_extract.values.owner.model import Owner
from send_extract.values.owner.parts import open_part
from send_extract.values.owner.people import NO_PEOPLE, People


def tell(head: str, detail: str, people: People = NO_PEOPLE, *, is_beside: bool = False) -> Owner | None:
    """The owner whose words are `head` with what `detail` says of it."""
    part = open_part(head)
    owner = Owner(None, head) if part.kind == "name" else Owner(head)
    return add_detail(owner, Detail(open_part(detail), part, is_beside, people))


@pytest.mark.parametrize(
    ("head", "detail", "owner"),
    [
        ("LA", "KL", Owner("KL", organisation="LA")),
        ("Clerk", "KL", Owner("KL", position="Clerk")),
        ("Clerk", "Jane Doe", Owner(None, "Jane Doe", position="Clerk")),
        ("DSL", "KL", Owner("KL", position="DSL")),
        ("KL", "DSL", Owner("KL", position="DSL")),
        ("KL", "Head of HR", Owner("KL", position="Head of HR")),
        ("KL", "LA", Owner("KL", organisation="LA")),
        ("JD", "Jane Doe", Owner("JD", "Jane Doe")),
        ("DCO", "Dr Singh", Owner(None, "Dr Singh", position="DCO")),
        ("Jane Doe", "JD", Owner("JD", "Jane Doe")),
        ("AD", "Education", Owner("AD (Education)")),
        ("Clerk", "ECC", None),
        ("Clerk", "Young Carers", None),
        ("KL", "May 2024", None),
    ],
)
def test_what_stands_beside_an_owner_is_told_of_it(head: str, detail: str, owner: Owner | None) -> None:
    assert tell(head, detail) == owner


def test_longer_initials_are_a_persons_where_somebody_knows_them() -> None:
    assert tell("Clerk", "ECC", People({"ECC": ["Ed Cole"]})) == Owner("ECC", position="Clerk")


def test_an_area_before_a_post_is_where_it_works() -> None:
    assert tell("Head of SEND", "Education", is_beside=True) == Owner(
        "Head of SEND", organisation="Education"
    )


def test_two_initials_are_two_people() -> None:
    assert is_another(open_part("GB"), open_part("BM"))
    assert not is_another(open_part("GB"), open_part("LA"))


def test_a_councillor_holds_the_post_before() -> None:
    assert is_held_by("Portfolio Holder", "Cllr Smith")
    assert not is_held_by("Clerk", "Cllr Smith")
