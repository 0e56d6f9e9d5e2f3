import pytest

from send_extract.values.owner.division import Claim, divide_cell, divide_lines
from send_extract.values.owner.people import NO_PEOPLE, People


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("GB\nBM", ["GB", "BM"]),
        ("GB; BM", ["GB", "BM"]),
        ("GB  BM\tLM", ["GB", "BM", "LM"]),
        ("Head of HR and\nFinance", ["Head of HR and Finance"]),
        ("Head of\nHR", ["Head of HR"]),
        ("GB\nsupported by BM", ["GB supported by BM"]),
        ("1. GB\n2. BM", ["GB", "BM"]),
        ("\n\n", []),
    ],
)
def test_lines_divide_a_cell_unless_they_run_on(text: str, parts: list[str]) -> None:
    assert [part.text for part in divide_lines(text)] == parts


def test_claims_have_the_role_that_the_words_before_them_say() -> None:
    division = divide_cell("GB, supported by BM & LM", NO_PEOPLE)

    assert [(claim.text, claim.role) for claim in division.claims] == [
        ("GB", "owner"),
        ("BM", "support"),
        ("LM", "support"),
    ]
    assert "supported by" in division.joints


def test_known_people_divide_where_unknown_capitals_do_not() -> None:
    people = People({"GB": ["Gary Brown"]})

    assert [claim.text for claim in divide_cell("Head of HR and GB", people).claims] == ["Head of HR", "GB"]
    assert divide_cell("Head of HR and OD", people).claims == (Claim("Head of HR and OD", divider=""),)
