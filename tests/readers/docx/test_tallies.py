import pytest

from send_extract.source import NOWHERE, Location
from tests.forms.office import cell, paragraph, row, run, table
from tests.readers.docx.telling import read

CHOICE = (
    "<w:r><mc:AlternateContent><mc:Choice><w:t>new</w:t></mc:Choice><mc:Fallback><w:t>old</w:t></mc:Fallback>"
    "</mc:AlternateContent></w:r>"
)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (paragraph(run("Recom") + run("mendation")) + paragraph("Dig"), "Recommendation Dig"),
        (paragraph(run("Dig") + "<w:r><w:tab/></w:r>" + run("holes")), "Dig holes"),
        (
            paragraph(run("priority") + run("2", '<w:vertAlign w:val="superscript"/>') + run("now")),
            "priority 2 now",
        ),
        (paragraph(f"<w:del>{run('gone')}</w:del><w:ins>{run('new')}</w:ins>"), "new"),
        (paragraph(CHOICE), "new"),
        (paragraph("Dig") + f"<w:t>holes{run('now')}</w:t>" + run("too"), "Dig holes now too"),
        (table(row(cell("a")), row(cell("gone"), properties="<w:del/>")), "a"),
    ],
)
def test_the_text_of_the_xml_is_counted_as_it_is_printed(body: str, words: str) -> None:
    found = [word for tally in read(body).tallies for word in tally.words]
    assert " ".join(found) == words


def test_each_table_and_each_part_is_counted_by_itself() -> None:
    body = paragraph("before") + table(row(cell("a"))) + paragraph("between") + table(row(cell("b")))
    found = read(
        body, header=paragraph("top"), comments=f'<w:comment w:id="1">{paragraph("said")}</w:comment>'
    )

    assert [(list(tally.words), tally.location) for tally in found.tallies] == [
        (["a"], Location(table=1)),
        (["b"], Location(table=2)),
        (["before", "between"], NOWHERE),
        (["top"], NOWHERE),
        (["said"], NOWHERE),
    ]
