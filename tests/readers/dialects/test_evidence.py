import pytest

from send_extract.readers.dialects import choose_dialect

HEADS = ("No", "Recommendation", "Actions", "When", "Who")
ROWS = (("1", "Open the jetty, now", "Survey it", "May", "GB"), ("2", "Mend it", "Order stone", "June", "BM"))


def join(mark: str) -> list[str]:
    return [mark.join(row) for row in (HEADS, *ROWS)]


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (join("\t"), "tabs"),
        (join("|"), "pipes"),
        (join(" | "), "pipes"),
        (join(";"), "semicolons"),
        (join("   "), "gaps"),
        (["A plan, of sorts, for all", "", *join("\t")], "tabs"),
        (["No,Action,Who", "1,Ask,GB", "2,Tell,BM", "A key, of sorts"], "commas"),
        (["Recommendation,Ask", "Action,Tell", "Lead,GB", "Due date,May"], "commas"),
        (["a,b,c", "d,e,f", "g,h,i"], "commas"),
    ],
)
def test_the_dialect_that_explains_most_of_a_text_is_taken(lines: list[str], name: str) -> None:
    dialect = choose_dialect(lines)

    assert dialect is not None
    assert dialect.name == name


@pytest.mark.parametrize(
    "lines",
    [
        ["Action: Open a desk, train staff, and tell users", "Lead: AB, CD and EF", "Due date: May 2023"],
        ["What we will do: Open a desk, with cleaners", "What we will see: Jobs, named, costed and dated"],
        ["Ask all, then tell them.", "Tell them, and ask."],
        ["Words alone"],
    ],
)
def test_prose_and_labelled_text_are_in_no_dialect(lines: list[str]) -> None:
    assert choose_dialect(lines) is None


def test_labels_and_values_under_one_another_are_in_no_dialect() -> None:
    lines = ["1. Meet", "Action:    Agree dates", "Owner:     Clerk", "Due:       April 2024"]

    assert choose_dialect(lines) is None
