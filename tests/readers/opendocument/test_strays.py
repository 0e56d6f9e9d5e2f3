import pytest

from tests.forms.texts import cell, p, row, table
from tests.readers.opendocument.telling import find_kind, list_texts, read

HEADS, ROW = row("No", "Action"), row("1", "Ask")


@pytest.mark.parametrize(
    "body",
    [
        f"<table:table>{HEADS}Loose words{ROW}</table:table>",
        f"<table:table>Loose words{HEADS}{ROW}</table:table>",
        f"<table:table>{HEADS}<table:table-row>Loose words{cell('1')}{cell('Ask')}</table:table-row></table:table>",
        table(HEADS, f"<table:table-row>{p('Loose words')}{cell('1')}{cell('Ask')}</table:table-row>"),
        f"<table:table><table:desc>Loose words</table:desc>{HEADS}{ROW}</table:table>",
        f"{table(HEADS, ROW)}Loose words",
        f"<text:section>Loose words{table(HEADS, ROW)}</text:section>",
    ],
)
def test_words_in_no_cell_or_no_paragraph_are_a_paragraph(body: str) -> None:
    assert list_texts(body) == [["No", "Action"], ["1", "Ask"]]
    assert [each.text for each in find_kind(read(body).document)] == ["Loose words"]


def test_words_in_a_cell_and_in_no_paragraph_are_more_of_it() -> None:
    loose = "<table:table-cell>Loose<text:p>1</text:p>words</table:table-cell>"
    listed = f"<text:list>Some<text:list-item>{p('Ask')}</text:list-item></text:list>"
    body = f"<table:table>{HEADS}<table:table-row>{loose}{cell(listed)}</table:table-row></table:table>"
    assert list_texts(body)[1] == ["Loose\n1\nwords", "Ask\nSome"]
