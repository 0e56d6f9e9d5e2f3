from collections import Counter

from send_extract.document import Block, Cell, Document, Paragraph, Row, Run, Table
from send_extract.extraction import keep_unplaced
from send_extract.source import Location
from tests.builders import make_plan


def block(text: str) -> Block:
    return Block((Run(text),))


TABLE = Table(
    (
        Row((Cell((block("Dig the holes"), block("the zebra"))), Cell()), Location(line=3)),
        Row((Cell((block("the zebra"),), "row"), Cell((block("Fill the pond"),))), Location(line=4)),
    )
)
DOCUMENT = Document((Paragraph(block("The quokka plan"), Location(line=1)), TABLE), "delimited")


def test_passages_with_lost_words_stay_outside_the_records_and_are_told() -> None:
    plan = keep_unplaced(make_plan(), DOCUMENT, Counter({"zebra": 1, "quokka": 1}))

    assert [(each.text, each.location.line) for each in plan.paragraphs] == [
        ("the zebra", 3),
        ("The quokka plan", 1),
    ]
    assert [(each.code, each.location.line) for each in plan.diagnostics] == [
        ("words-unplaced", 3),
        ("words-unplaced", 1),
    ]


def test_the_passage_of_which_most_is_lost_is_kept_and_no_other_with_its_common_words() -> None:
    plan = keep_unplaced(make_plan(), DOCUMENT, Counter({"the": 1, "zebra": 1}))
    assert [each.text for each in plan.paragraphs] == ["the zebra"]


def test_words_that_are_not_in_the_document_leave_the_plan_as_it_is() -> None:
    plan = make_plan()
    assert keep_unplaced(plan, DOCUMENT, Counter({"wombat": 1})) is plan
