import pytest

from send_extract.values.owner.atoms import read_cell
from send_extract.values.owner.forms import FORMS, find_person, is_bare, is_rank, join_atoms


def fit(text: str) -> set[str]:
    """The names of the forms that all of `text` has."""
    atoms = read_cell(text).atoms
    return {form.__name__ for form in FORMS if form(atoms) is not None}


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("KL – Head of SEND", "weigh_person"),
        ("Early Years: KL", "weigh_person"),
        ("Early Help and Prevention – KL", "weigh_person"),
        ("Task and finish group", "weigh_series"),
        ("Speech and Language Therapy", "weigh_fields"),
        ("Southend Borough\nCouncil", "weigh_wrap"),
        ("Assistant Director, Education and Early Years", "weigh_rank"),
        ("Deputy Director – Housing (KL)", "weigh_rank"),
        ("Head of HR, IT and Finance", "weigh_post"),
        ("Director of Children, Families and Learning", "weigh_post"),
        ("Head of Children with Disabilities", "weigh_post"),
        ("Health and Wellbeing Board", "weigh_series"),
        ("Southend Health and Wellbeing Board", "weigh_series"),
        ("Police and Crime Commissioner", "weigh_series"),
        ("Schools, Skills and Inclusion Board", "weigh_series"),
        ("Parents and Carers Forum", "weigh_series"),
        ("Policy and Performance", "weigh_fields"),
        ("HR/OD team", "weigh_slash"),
        ("Parent/Carer Forum", "weigh_slash"),
    ],
)
def test_one_owner_has_one_of_the_forms(text: str, form: str) -> None:
    assert form in fit(text)


@pytest.mark.parametrize(
    "text",
    [
        "GB, BM and LM", "HR, Legal & Finance", "Head of HR and Head of Finance", "Planning Officer and Tree Officer",
        "Council and Health Board", "Police and Surrey Council", "Health and Education", "HR and IT", "Sarah and Tom",
        "Age UK and Citizens Advice",
        "Director of Place, Housing Team", "Police, Fire and the Careers Service", "GB/SENCo",
        "Headteacher and Governing Board",
    ],
)  # fmt: skip
def test_several_owners_have_none(text: str) -> None:
    assert fit(text) == set()


def test_a_person_is_what_a_sign_says_more_of() -> None:
    assert find_person(read_cell("Early Years: KL").atoms) == 1
    assert find_person(read_cell("KL: Early Years").atoms) == 0
    assert find_person(read_cell("KL – MN").atoms) is None


def test_business_has_no_noun_and_a_rank_no_business() -> None:
    assert is_bare("Early Help")
    assert not is_bare("Housing Team")
    assert is_rank("Assistant Director")
    assert not is_rank("Tree Officer")


def test_a_line_that_wraps_is_joined_by_a_space() -> None:
    assert join_atoms(read_cell("Southend Borough\nCouncil").atoms) == "Southend Borough Council"
