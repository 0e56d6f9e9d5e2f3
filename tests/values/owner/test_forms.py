import pytest

from send_extract.values.owner.atoms import read_cell
from send_extract.values.owner.forms import FORMS


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
        ("Head of Parks with Cemeteries", "weigh_post"),
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
