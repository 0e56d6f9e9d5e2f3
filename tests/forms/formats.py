"""Every format that a document is written in here: a file's name, the reader that it is meant for, its builder."""

from collections.abc import Callable
from email.message import EmailMessage

from send_extract.document import Document
from tests.forms.markup import write_html, write_markdown, write_markdown_with_html
from tests.forms.paper import write_pdf
from tests.forms.sheets import write_csv, write_ods, write_semicolons, write_tabs, write_xlsx
from tests.forms.texts import write_odt
from tests.forms.word import write_docx

Writer = Callable[[Document], bytes]

FORMS: dict[str, tuple[str, Writer]] = {
    "page.html": ("html", write_html),
    "lines.md": ("markdown", write_markdown),
    "lists.md": ("markdown", write_markdown_with_html),
    "word.docx": ("docx", write_docx),
    "sheet.xlsx": ("xlsx", write_xlsx),
    "sheet.ods": ("ods", write_ods),
    "text.odt": ("odt", write_odt),
    "commas.csv": ("csv", write_csv),
    "semicolons.csv": ("csv", write_semicolons),
    "tabs.tsv": ("csv", write_tabs),
    "paper.pdf": ("pdf", write_pdf),
}


def write_mail(document: Document) -> bytes:
    """An e-mail whose body is the document as a page."""
    message = EmailMessage()
    message["Subject"], message["From"] = "The plan", "clerk@example.org"
    message.set_content(write_html(document).decode(), subtype="html", cte="quoted-printable")
    return message.as_bytes()
