"""The signs of symbol fonts are the signs that they print."""

import pytest

from send_extract.readers.docx.symbols import print_symbol
from tests.forms.office import paragraph, run
from tests.readers.docx.telling import find_kind, read


@pytest.mark.parametrize(
    ("code", "font", "expected"),
    [
        ("F0FC", "Wingdings", "✓"),
        ("FC", "Wingdings", "✓"),
        ("F0FE", "Wingdings", "☑"),
        ("F0A8", "Wingdings", "☐"),
        ("F052", "Wingdings 2", "☑"),
        ("F0B7", "Symbol", "•"),
        ("F0B3", "Symbol", "≥"),
        ("F021", "Wingdings", "\uf021"),
        ("21", "Wingdings", "\uf021"),
        ("2610", "MS Gothic", "☐"),
        ("20AC", "Arial", "€"),
    ],
)
def test_a_sign_is_looked_up_in_its_font_and_kept_where_it_is_not_known(
    code: str, font: str, expected: str
) -> None:
    assert print_symbol(code, font) == expected


@pytest.mark.parametrize(
    ("text", "font", "expected"),
    [
        ("ü", "Wingdings", "✓"),
        ("\uf0fc", "Wingdings", "✓"),
        ("\uf0b7", "Symbol", "•"),
        ("ab", "Symbol", "ab"),
    ],
)
def test_signs_that_were_typed_in_a_symbol_font_are_printed(text: str, font: str, expected: str) -> None:
    content = run(text, f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>')

    assert [each.text for each in find_kind(read(paragraph(content)).document, "body")] == [expected]


def test_a_symbol_stands_among_the_words() -> None:
    content = run("Done ") + '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'

    assert [each.text for each in find_kind(read(paragraph(content)).document, "body")] == ["Done ✓"]
