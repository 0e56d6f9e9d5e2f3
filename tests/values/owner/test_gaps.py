import pytest

from send_extract.values.owner.cues import mask_brackets
from send_extract.values.owner.gaps import can_part


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("GB BM LM", ["GB", "BM", "LM"]),
        ("SENCo HT Governors", ["SENCo", "HT", "Governors"]),
        ("Head of Housing Head of Skills", ["Head of Housing", "Head of Skills"]),
        ("Clerk Cllr Bird", ["Clerk", "Cllr Bird"]),
        ("GB (lead) BM", ["GB (lead)", "BM"]),
        ("All TBC", ["All", "TBC"]),
        ("Team Leader", ["Team Leader"]),
        ("KIM LOWE", ["KIM LOWE"]),
        ("Ward Cllrs", ["Ward Cllrs"]),
        ("GB (BM LM)", ["GB (BM LM)"]),
        ("HT Supt Custody", ["HT Supt Custody"]),
    ],
)
def test_few_spaces_can_stand_between_two_owners(text: str, parts: list[str]) -> None:
    masked = mask_brackets(text)
    places = [place for place, sign in enumerate(text) if sign == " " and can_part(text, masked, place)]
    bounds = zip([0, *(place + 1 for place in places)], [*places, None], strict=True)
    assert [text[start:end] for start, end in bounds] == parts
