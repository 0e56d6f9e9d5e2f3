"""Tables of versions, and the dates that a document says are its own."""

import pytest

from send_extract.extraction.versions import read_versions
from tests.extraction.test_plans import plan

HEAD = ("Version", "Date", "Changes")


@pytest.mark.parametrize(
    ("last", "label", "status", "date"),
    [
        (("0.2", "9 June 2023", "Comments"), "Version 0.2", "draft", "2023-06-09"),
        (("2", "Mon 9 June 2023", "Final"), "Version 2", "final", "2023-06-09"),
        (("v3", "June 2023", "Comments"), "v3", None, None),
    ],
)
def test_the_last_filled_row_is_the_draft(
    last: tuple[str, ...], label: str, status: str | None, date: str | None
) -> None:
    draft = read_versions([HEAD, ("0.1", "3 May 2023", "First"), last, ("", "", "")])
    assert draft is not None
    assert (draft.label, draft.status) == (label, status)
    assert (draft.date.isoformat() if draft.date else None) == date


def test_a_table_of_other_things_is_none_of_versions() -> None:
    assert read_versions([("Risk", "Date"), ("1", "3 May 2023")]) is None
    assert read_versions([HEAD]) is None


def test_a_label_without_a_day_has_that_of_the_table_of_versions() -> None:
    made = plan(
        "Town plan v0.2",
        *(
            "\t".join(row)
            for row in (HEAD, ("0.1", "3 May 2023", "First"), ("0.2", "9 June 2023", "Comments"))
        ),
        "",
        "Recommendation\tAction\tWhen\tLead",
        "R1: Keep a register\tOpen it\tMay\tAB",
    )
    assert (made.draft.label, str(made.draft.date), made.year) == ("v0.2", "2023-06-09", 2023)


def test_a_single_version_may_stand_beside_its_headings() -> None:
    pairs = [
        ("Control", "Control"),
        ("Version", "0.4"),
        ("Review date", "1 May 2027"),
        ("Date", "3 March 2025"),
    ]
    draft = read_versions(pairs)
    assert draft is not None
    assert (draft.label, draft.status, str(draft.date)) == ("Version 0.4", "draft", "2025-03-03")
