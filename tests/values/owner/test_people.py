import pytest

from send_extract.values.owner.model import Owner
from send_extract.values.owner.people import (
    People,
    find_initials,
    fits_name,
    fold_initials,
    fold_name,
    is_initials,
    name_owner,
)


@pytest.mark.parametrize("text", ["GB", "G.B.", "G. B.", "G B", "APD", "CMc", "JvdB", "JS-J", "SO'N"])
def test_initials_are_known_by_their_shape(text: str) -> None:
    assert is_initials(text)


@pytest.mark.parametrize("text", ["", "G", "Gb", "SENDIASS", "GB BM", "Clerk", "DfE", "KS2"])
def test_other_words_are_no_initials(text: str) -> None:
    assert not is_initials(text)


def test_case_dots_and_spaces_say_nothing() -> None:
    assert fold_initials("G.B.") == fold_initials("g b") == fold_initials("GB")
    assert fold_initials("AP") != fold_initials("APD")


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Gary Brown", "gb"),
        ("Cllr Gary Brown", "gb"),
        ("Clare McDonald", "cmc"),
        ("Clare McDonald", "cm"),
        ("Clare McDonald", "cmd"),
        ("Sean O'Neill", "so"),
        ("Sean O'Neill", "son"),
        ("Jan van der Berg", "jvdb"),
        ("Jan van der Berg", "jb"),
        ("Ann Smith-Jones", "as"),
        ("Ann Smith-Jones", "asj"),
        ("Ann Mary Price", "amp"),
        ("Ann Mary Price", "ap"),
    ],
)
def test_a_name_has_the_initials_that_people_print(name: str, initials: str) -> None:
    assert initials in find_initials(name)


def test_a_surname_alone_has_no_initials() -> None:
    assert find_initials("Cllr Smith") == frozenset()


def test_titles_are_no_part_of_a_name() -> None:
    assert fold_name("Cllr Gary Brown") == fold_name("Gary Brown")


def test_names_are_found_by_initials_in_any_form() -> None:
    people = People({"GB": ["Gary Brown"]}, {"BM": "Beth May"})

    assert people.find_names("g.b.") == ("Gary Brown",)
    assert people.find_names("BM") == ("Beth May",)
    assert people.find_names("GBX") == ()
    assert people.knows("B.M.")
    assert not people.knows("LM")


def test_initials_fit_a_name_that_can_have_them() -> None:
    assert fits_name("KL", "Kim Lowe")
    assert not fits_name("KM", "Kim Lowe")
    assert not fits_name(None, "Kim Lowe")
    assert not fits_name("KL", None)


def test_an_owner_has_the_name_that_is_known_and_the_area_behind_its_initials_apart() -> None:
    people = People({"GB": ["Gary Brown"], "KL": ["Kim Lowe", "Kay Low"]})
    assert name_owner(Owner("GB"), people) == Owner("GB", "Gary Brown")
    assert name_owner(Owner("GB SEND"), people) == Owner("GB", "Gary Brown", organisation="SEND")
    assert name_owner(Owner("KL"), people) == Owner("KL")
