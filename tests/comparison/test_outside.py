import pytest
from msgspec.structs import replace

from send_extract.comparison.outside import compare_outside
from send_extract.plan import Column, Plan, PlanParagraph, SourceRecord

SOURCE = SourceRecord("draft.txt", "delimited", "utf-8", "0" * 64, 1)


def outside(*texts: str, title: str | None = "Quay plan") -> Plan:
    return Plan(title=title, source=SOURCE, paragraphs=tuple(PlanParagraph(text) for text in texts))


@pytest.mark.parametrize(
    ("old", "new", "kinds"),
    [
        (("The board agreed it.",), ("The board refused it.",), ["paragraph-reworded"]),
        (("The board agreed it.",), (), ["paragraph-removed"]),
        ((), ("The board agreed it.",), ["paragraph-added"]),
        (("One thing",), ("Quite another matter",), ["paragraph-removed", "paragraph-added"]),
        (("Page 1",), ("Page 2",), []),
        (("“Ask” – now",), ('"Ask" - now',), []),
    ],
)
def test_paragraphs_are_told_as_what_became_of_them(
    old: tuple[str, ...], new: tuple[str, ...], kinds: list[str]
) -> None:
    assert [change.kind for change in compare_outside(outside(*old), outside(*new))] == kinds


def test_a_changed_heading_is_told_once_and_its_year_by_the_dates() -> None:
    def headed(*headings: str) -> Plan:
        fields = ("who", "when", "extra")
        return replace(outside(), columns=tuple(map(Column, headings, fields)))

    changes = list(
        compare_outside(headed("Who", "When (2022)", "A"), headed("Accountable", "When (2023)", "B"))
    )

    assert [(each.kind, each.old, each.new, each.field) for each in changes] == [
        ("heading-changed", "Who", "Accountable", "who")
    ]


def test_a_changed_title_is_told() -> None:
    old = outside()
    changes = list(compare_outside(old, replace(old, title="Quay and slipway plan")))

    assert [(change.kind, change.old, change.new) for change in changes] == [
        ("title-changed", "Quay plan", "Quay and slipway plan")
    ]
