"""How the tests of OpenDocument texts read one and find what they ask for."""

from send_extract.document import Document, Paragraph, Table
from send_extract.readers import Read
from send_extract.readers.opendocument import read_odt
from send_extract.source import Source
from tests.forms.texts import make_text_file


def read(body: str, **parts: str) -> Read:
    return read_odt(Source("draft.odt", make_text_file(body, **parts)))


def find_table(document: Document) -> Table:
    return next(element for element in document.elements if isinstance(element, Table))


def list_texts(body: str, **parts: str) -> list[list[str]]:
    return [[each.text for each in one.cells] for one in find_table(read(body, **parts).document).rows]


def find_kind(document: Document, kind: str = "body") -> list[Paragraph]:
    return [each for each in document.elements if isinstance(each, Paragraph) and each.kind == kind]


def tell(found: Read) -> list[tuple[str, str]]:
    return [
        (each.code, each.message.split("'")[1] if "'" in each.message else "") for each in found.diagnostics
    ]
