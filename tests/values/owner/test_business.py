import pytest

from send_extract.values.owner.atoms import read_cell
from send_extract.values.owner.business import (
    are_two,
    ends_series,
    has_own_name,
    is_bare,
    is_of_series,
    is_rank,
    is_subject,
    is_surname,
    weigh_business,
    weigh_two,
)
from send_extract.values.owner.tokens import read_words


def test_business_has_no_noun_and_a_rank_no_business() -> None:
    assert is_bare("Early Help")
    assert not is_bare("Housing Team")
    assert is_rank("Assistant Director")
    assert is_rank("HoS")
    assert not is_rank("Tree Officer")


def test_a_rank_is_for_business_or_a_part_of_a_body() -> None:
    assert is_subject("Early Help")
    assert is_subject("Housing Team")
    assert not is_subject("Parish Council")


def test_a_surname_is_no_business() -> None:
    assert is_surname("Hale")
    assert not is_surname("Housing")
    assert not is_surname("HALE")


@pytest.mark.parametrize(
    ("text", "is_alone", "cost"),
    [
        ("Finance", True, 0),
        ("HR", True, 0),
        ("Kittens", True, 1),
        ("EHCP", False, 1),
        ("EHCP", True, 2),
        ("LA", True, None),
        ("Clerk", True, None),
    ],
)
def test_business_costs_what_is_guessed_of_it(text: str, is_alone: bool, cost: int | None) -> None:
    assert weigh_business(text, is_alone=is_alone) == cost


def test_a_series_is_business_and_ends_in_a_noun_of_all() -> None:
    assert is_of_series("Skills")
    assert not is_of_series("Tree Officer")
    assert ends_series(read_words("Inclusion Board"))
    assert not ends_series(read_words("Board"))
    assert not ends_series(read_words("Head Teacher"))
    assert has_own_name(read_words("Kite Trust").folded)
    assert not has_own_name(read_words("Housing Trust").folded)


@pytest.mark.parametrize(
    ("before", "last", "is_ampersand", "cost"),
    [
        ("Parents", "Carers Forum", False, 0),
        ("Health", "Safety Team", False, 0),
        ("Moor", "Fell Trust", True, 0),
        ("Moor", "Fell Trust", False, None),
        ("Early Help", "Prevention Board", False, 0),
        ("Kittens", "Prevention Board", False, 2),
        ("Clerk", "Prevention Board", False, None),
    ],
)
def test_two_words_and_one_noun_are_one_owner(
    before: str, last: str, is_ampersand: bool, cost: int | None
) -> None:
    assert weigh_two(before, read_words(last).folded, is_ampersand=is_ampersand) == cost


@pytest.mark.parametrize(
    ("cell", "are_several"),
    [
        ("Policy and Performance", False),
        ("Parks and Open Spaces", False),
        ("Health and Education", True),
        ("HR and IT", True),
        ("Age UK and Citizens Advice", True),
        ("supported by Parks and Libraries", True),
    ],
)
def test_two_fields_are_one_department_or_two_owners(cell: str, are_several: bool) -> None:
    atoms = read_cell(cell).atoms
    assert are_two(atoms[0], [atom.text for atom in atoms]) == are_several
