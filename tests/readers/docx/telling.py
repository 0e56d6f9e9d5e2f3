"""How the tests of Word files read one and find what they ask for."""

from send_extract.document import Document, Paragraph, Table
from send_extract.readers import Read
from send_extract.readers.docx.reading import read_docx_parts
from send_extract.source import Source
from tests.forms.office import make_word_file


def read(body: str, **parts: str) -> Read:
    return read_docx_parts(Source("draft.docx", make_word_file(body, **parts)))


def find_table(document: Document) -> Table:
    return next(element for element in document.elements if isinstance(element, Table))


def list_texts(body: str) -> list[list[str]]:
    return [[each.text for each in one.cells] for one in find_table(read(body).document).rows]


def find_kind(document: Document, kind: str) -> list[Paragraph]:
    return [each for each in document.elements if isinstance(each, Paragraph) and each.kind == kind]
