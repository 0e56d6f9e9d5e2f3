import pytest

from send_extract.values.owner.cues import find_cues, mask_brackets


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("Lead: GB. Support: BM", [("Lead", "lead"), ("Support", "support")]),
        ("Lead - GB, Support – BM", [("Lead", "lead"), ("Support", "support")]),
        ("Lead GB, deputy BM", [("Lead", "lead"), ("deputy", "support")]),
        ("A: GB", [("A", "accountable")]),
        ("Lead\nGB", [("Lead", "lead")]),
        ("The lead is GB", [("lead", "lead")]),
        ("Chief Officer: GB", []),
        ("GB (lead: BM)", []),
        ("Lead Practitioner", []),
        ("Leads Council", []),
    ],
)
def test_cues_stand_before_owners(text: str, cues: list[tuple[str, str]]) -> None:
    assert [(cue.printed.strip(), cue.role) for cue in find_cues(text)] == cues


def test_brackets_are_masked_at_their_length() -> None:
    assert mask_brackets("GB (lead)") == "GB (\x01\x01\x01\x01)"
