import pytest

from send_extract.account import count_words
from send_extract.errors import DefectiveSource
from send_extract.readers.opendocument import read_odt
from send_extract.source import Source
from tests.forms.office import zip_files
from tests.forms.texts import make_flat_file, p, row, table
from tests.readers.opendocument.telling import find_kind, list_texts, read


def test_headers_and_footers_of_pages_are_told_as_such_each_once() -> None:
    heads = "<style:header>{0}</style:header><style:header-first>{0}</style:header-first>"
    page = f"<style:master-page>{heads}</style:master-page>"
    footer = f"<style:master-page><style:footer>{p('Official')}</style:footer></style:master-page>"
    document = read(p("Words"), margins=page.format(p("Pier plan")) + footer).document

    assert [each.text for each in find_kind(document, "header")] == ["Pier plan"]
    assert [each.text for each in find_kind(document, "footer")] == ["Official"]


def test_one_flat_file_is_read_as_its_parts_are() -> None:
    source = Source("draft.fodt", make_flat_file(table(row("No", "Action"), row("1", "Ask"))))

    [made] = read_odt(source).document.elements
    assert [[each.text for each in one.cells] for one in made.rows] == [["No", "Action"], ["1", "Ask"]]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04", zip_files({"content.xml": "<a/>"}), zip_files({"a.xml": "<a/>"}), b"<a"]
)
def test_a_damaged_text_is_refused_in_one_line(data: bytes) -> None:
    with pytest.raises(DefectiveSource, match=r"^draft\.odt: .*damaged"):
        read_odt(Source("draft.odt", data))


def test_a_flat_file_that_declares_entities_is_refused() -> None:
    data = make_flat_file(p("&a;"), before='<!DOCTYPE a [<!ENTITY a "x">]>')

    with pytest.raises(DefectiveSource, match="declares a document type"):
        read_odt(Source("draft.fodt", data))


def test_every_word_is_counted_before_anything_is_made_of_it() -> None:
    note = "<office:annotation><dc:creator>Reviewer</dc:creator><text:p>Ask Joan</text:p></office:annotation>"
    deleted = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>June</text:p></text:deletion>"
    )
    body = (
        f"{deleted}</text:changed-region></text:tracked-changes>"
        + p("Pier plan")
        + table(row(f"May{note}", "GB"))
    )
    tallies = read(body).tallies

    assert [(tally.location.table, dict(tally.words)) for tally in tallies] == [
        (1, dict(count_words(["May Ask Joan GB"]))),
        (None, dict(count_words(["Pier plan"]))),
    ]
    assert list_texts(body) == [["May", "GB"]]


def test_words_that_stand_in_no_paragraph_are_counted_apart() -> None:
    loose = (
        "<table:table-cell>May</table:table-cell><table:table-cell>GB<text:b>now</text:b></table:table-cell>"
    )
    body = f"<table:table><table:table-row>{loose}</table:table-row></table:table>"

    assert [word for tally in read(body).tallies for word in tally.words] == ["May", "GB", "now"]
