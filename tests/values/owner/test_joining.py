from send_extract.values.owner.atoms import read_cell
from send_extract.values.owner.joining import find_person, join_atoms, pair_atoms


def test_a_person_is_what_a_sign_says_more_of() -> None:
    assert find_person(read_cell("Early Years: KL").atoms) == 1
    assert find_person(read_cell("KL: Early Years").atoms) == 0
    assert find_person(read_cell("KL – MN").atoms) is None


def test_a_line_that_wraps_is_joined_by_a_space() -> None:
    assert join_atoms(read_cell("Southend Borough\nCouncil").atoms) == "Southend Borough Council"


def test_a_dash_or_a_colon_pairs_one_with_all_the_others() -> None:
    texts = [atom.text for atom in pair_atoms(read_cell("Early Help and Prevention – KL").atoms)]
    assert texts == ["Early Help and Prevention", "KL"]
    assert len(pair_atoms(read_cell("GB, BM and LM").atoms)) == 3
