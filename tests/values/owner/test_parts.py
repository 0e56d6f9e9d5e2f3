import pytest

from send_extract.values.owner.model import Role
from send_extract.values.owner.parts import begins_person, is_person, is_short, is_timing, open_part


@pytest.mark.parametrize(
    ("text", "bare", "role"),
    [
        ("GB (lead)", "GB", "lead"),
        ("(lead) GB", "GB", "lead"),
        ("GB – lead", "GB", "lead"),
        ("GB lead", "GB", "lead"),
        ("GB -lead", "GB", "lead"),
        ("GB (A)", "GB", "accountable"),
        ("GB chairs", "GB", "lead"),
        ("Head of HR to support", "Head of HR", "support"),
        ("Team lead", "Team lead", None),
        ("PCF co-chairs", "PCF co-chairs", None),
        ("Review Panel Chairs", "Review Panel Chairs", None),
        ("Tree Officer tbc", "Tree Officer", None),
        ("Vacant – Tree Officer", "Tree Officer", None),
        ("G.B.", "G.B.", None),
        ("Head of HR.", "Head of HR", None),
        ("Head of HR (TBC)", "Head of HR", None),
    ],
)
def test_the_words_of_a_role_are_taken_off(text: str, bare: str, role: Role | None) -> None:
    part = open_part(text)

    assert (part.text, part.role) == (bare, role)


@pytest.mark.parametrize(
    ("text", "bare", "remark"),
    [
        ("GB from Sept", "GB", "from Sept"),
        ("from 1 April 2025 Head of Parks", "Head of Parks", "from 1 April 2025"),
        ("until May KL", "KL", "until May"),
        ("Warden to check yearly", "Warden", "to check yearly"),
        ("Clerk to the Council", "Clerk to the Council", ""),
        ("Link to School", "Link to School", ""),
    ],
)
def test_a_remark_in_small_letters_is_no_owner(text: str, bare: str, remark: str) -> None:
    part = open_part(text)

    assert (part.text, part.remark) == (bare, remark)


@pytest.mark.parametrize(
    ("text", "bare", "brackets"),
    [
        ("Jane Doe (Head of HR)", "Jane Doe", ("Head of HR",)),
        ("KL [MN supporting]", "KL", ("MN supporting",)),
        ("(GB)", "GB", ()),
        ("[Name]", "[Name]", ()),
    ],
)
def test_other_brackets_are_kept_beside(text: str, bare: str, brackets: tuple[str, ...]) -> None:
    part = open_part(text)

    assert (part.text, part.brackets) == (bare, brackets)


def test_a_department_beside_a_person_is_where_it_works() -> None:
    assert (open_part("GB SEND").text, open_part("GB SEND").area) == ("GB", "SEND")
    assert (open_part("Ann Brown LA").text, open_part("Ann Brown LA").area) == ("Ann Brown", "LA")


def test_a_person_begins_with_initials_or_a_title() -> None:
    assert begins_person("Cllr")
    assert begins_person("GB,")
    assert not begins_person("HR")
    assert is_person("GB")
    assert not is_person("LA")


def test_two_letters_are_surely_a_person_and_a_departments_are_not() -> None:
    assert is_short("GB")
    assert not is_short("APD")
    assert not is_short("HR")


@pytest.mark.parametrize(
    ("text", "person", "area"),
    [
        ("HR KL", "KL", "HR"),
        ("Programme Manager KL", "KL", "Programme Manager"),
        ("DSL KL", "KL", "DSL"),
        ("GB SEND", "GB", "SEND"),
        ("Ann Brown LA", "Ann Brown", "LA"),
        ("Head of SEND", "Head of SEND", ""),
        ("Ann Brown Early Help", "Ann Brown Early Help", ""),
    ],
)
def test_a_person_is_parted_from_what_stands_beside_without_a_sign(text: str, person: str, area: str) -> None:
    assert (open_part(text).text, open_part(text).area) == (person, area)


@pytest.mark.parametrize("words", ["May 2024", "Ongoing", "12/05/2023", "Q3"])
def test_a_date_or_a_status_is_no_owner(words: str) -> None:
    assert is_timing(words)
