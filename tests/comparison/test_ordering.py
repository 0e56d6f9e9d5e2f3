import datetime as dt

import pytest

from send_extract.comparison.ordering import find_imprint, is_turned, order_drafts
from send_extract.plan import Draft, Plan, SourceRecord


def draft(
    name: str = "plan.docx", label: str | None = None, number: int | None = None, **more: object
) -> Plan:
    fields = {"status": None, "date": None, "title": "Quay plan", **more}
    return Plan(
        title=str(fields["title"]),
        draft=Draft(label, fields["status"], number, fields["date"]),  # type: ignore[arg-type]
        source=SourceRecord(name, "docx", None, "0" * 64, 1),
    )


APRIL, JANUARY = dt.date(2024, 4, 2), dt.date(2024, 1, 9)


@pytest.mark.parametrize(
    ("first", "second", "ordered"),
    [
        (draft("b.md", number=2), draft("a.md", number=1), ((1, 0), True)),
        (draft("a.md", number=10), draft("b.md", number=9), ((1, 0), True)),
        (draft("a.md", date=APRIL), draft("b.md", date=JANUARY), ((1, 0), True)),
        (draft("alpha.md", "Progress update April 2024"), draft("zeta.md", "Update January 2024"), ((1, 0), True)),
        (draft("plan April 2024.docx"), draft("plan January 2024.docx"), ((1, 0), True)),
        (draft("2024-04 plan.docx"), draft("2024-01 plan.docx"), ((1, 0), True)),
        (draft("plan-10.docx"), draft("plan-9.docx"), ((1, 0), True)),
        (draft("a.md", status="final"), draft("b.md", number=3, status="draft"), ((1, 0), True)),
        (draft("zeta.md"), draft("alpha.md"), ((1, 0), False)),
        (draft("a.md", number=2, date=JANUARY), draft("b.md", number=1, date=APRIL), ((1, 0), True)),
        (draft("x.md", title="Plan 2022-2025"), draft("y.md", title="Plan 2019-2022"), ((0, 1), False)),
    ],
)  # fmt: skip
def test_drafts_stand_in_the_order_that_they_say(
    first: Plan, second: Plan, ordered: tuple[tuple[int, ...], bool]
) -> None:
    assert order_drafts((find_imprint(first), find_imprint(second))) == ordered


def test_drafts_given_the_wrong_way_round_are_seen() -> None:
    assert is_turned(draft(number=3), draft(number=2))
    assert not is_turned(draft(number=2), draft(number=3))
    assert not is_turned(draft("b.md"), draft("a.md"))
