import pytest

from send_extract.values.owner.asides import Aside, take_asides


@pytest.mark.parametrize(
    ("text", "kept", "aside"),
    [
        ("GB (BM to support)", "GB", Aside("BM", "support", "to support")),
        ("GB (Head of Audit to support)", "GB", Aside("Head of Audit", "support", "to support")),
        ("GB (lead BM)", "GB", Aside("BM", "lead", "lead")),
        ("GB (supported by BM), LM", "GB, LM", Aside("BM", "support", "supported by")),
        ("Working Group (lead: Cllr Smith)", "Working Group", Aside("Cllr Smith", "lead", "lead")),
    ],
)
def test_a_bracket_with_a_role_and_an_owner_is_another_owner(text: str, kept: str, aside: Aside) -> None:
    assert take_asides(text) == (kept, [aside])


@pytest.mark.parametrize(
    "text",
    [
        "GB",
        "GB (lead)",
        "GB (from April)",
        "Director (Place)",
        "Deputy (HR lead)",
        "Deputy (Lead Practitioner)",
        "(lead: GB)",
    ],
)
def test_any_other_bracket_stays(text: str) -> None:
    assert take_asides(text) == (text, [])
