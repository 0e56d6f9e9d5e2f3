from send_extract.readers.parts import open_package
from send_extract.readers.spreadsheet.asides import read_notes
from send_extract.readers.spreadsheet.sheets import Note
from tests.forms.office import zip_files

KINDS = {"comments1": "comments", "threaded1": "threadedComment"}
LINKS = "".join(
    f'<Relationship Id="{part}" Type="x/{kind}" Target="../{part}.xml"/>' for part, kind in KINDS.items()
)
NOTES = (
    '<comments><commentList><comment ref="B2"><text><t>[Threaded comment] Your version of Excel …</t></text></comment>'
    '<comment ref="C3"><text><r><t>Ann: </t></r><r><t>agreed</t></r></text></comment></commentList></comments>'
)
THREAD = (
    '<ThreadedComments><threadedComment ref="B2"><text>Is it?</text></threadedComment>'
    '<threadedComment ref="B2"><text>It is.</text></threadedComment></ThreadedComments>'
)


def test_a_comment_is_read_once_and_a_note_with_it() -> None:
    data = zip_files(
        {
            "xl/worksheets/sheet1.xml": "<worksheet/>",
            "xl/worksheets/_rels/sheet1.xml.rels": f"<Relationships>{LINKS}</Relationships>",
            "xl/comments1.xml": NOTES,
            "xl/threaded1.xml": THREAD,
        }
    )
    notes = read_notes(open_package(data), "xl/worksheets/sheet1.xml")

    assert notes == (Note((2, 2), "Ann: agreed"), Note((1, 1), "Is it?"), Note((1, 1), "It is."))
