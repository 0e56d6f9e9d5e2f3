"""What stands on a page, told in plain lists."""

from send_extract.document import Paragraph
from send_extract.readers.page import WebPage, read_page


def tell(page: WebPage) -> list[object]:
    return [
        (each.level, each.text)
        if isinstance(each, Paragraph)
        else [[f"{cell.text}{'^' if cell.span else ''}" for cell in row.cells] for row in each.rows]
        for each in page.elements
    ]


def read(markup: str) -> list[object]:
    return tell(read_page(markup))


def hidden(page: WebPage) -> list[str]:
    return [found.message.split("'")[1] for found in page.diagnostics if found.code == "words-hidden"]
