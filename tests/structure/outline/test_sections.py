import pytest

from send_extract.document import Block, Paragraph, Run
from send_extract.source import NOWHERE
from send_extract.structure.outline.sections import Name, read_name
from send_extract.structure.outline.tokens import Heading


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Recommendation 3: Plant trees", Name("recommendation", "3", "Plant trees")),
        ("Action 1.2 – Plant trees", Name("action", "1.2", "Plant trees")),
        ("Rec. No. R4", Name("rec", "R4", "")),
        ("2a) Plant trees", Name("", "2a", "Plant trees")),
        ("Auditor's finding 2", Name("finding", "2", "")),
        ("Governance issue 1: Contracts are not recorded", Name("issue", "1", "Contracts are not recorded")),
        ("Theme 1: Homes", Name("", "", "Theme 1: Homes")),
        (" " * 50_000 + "Homes", Name("", "", "Homes")),
    ],
)
def test_a_heading_has_a_noun_a_number_and_words(text: str, name: Name) -> None:
    assert read_name(Heading(0, Paragraph(Block((Run(text),)), NOWHERE, 2), 2)) == name
