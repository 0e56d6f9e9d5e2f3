import pytest
from lxml import etree

from send_extract.readers.opendocument.styles import OfficeStyles
from tests.forms.texts import SPACES, style


def make_styles(*styles: str) -> OfficeStyles:
    return OfficeStyles([etree.fromstring(f"<a {SPACES}>{''.join(styles)}</a>")])


@pytest.mark.parametrize(
    ("properties", "emphasis"),
    [
        ('fo:font-weight="bold"', "b"),
        ('fo:font-weight="700"', "b"),
        ('fo:font-style="italic"', "i"),
        ('style:text-underline-style="solid"', "u"),
        ('style:text-underline-style="none"', ""),
        ('style:text-line-through-style="solid"', "s"),
        ('style:text-line-through-type="double"', "s"),
        ('style:text-position="super 58%"', "^"),
        ('style:text-position="sub 58%"', "_"),
    ],
)
def test_styles_say_how_words_are_printed(properties: str, emphasis: str) -> None:
    assert make_styles(style("T", properties)).emphasis("text", "T") == emphasis


def test_a_style_has_what_it_is_based_on_but_for_what_it_turns_off() -> None:
    base = style("Strong", 'fo:font-weight="bold" fo:font-style="italic"')
    own = style("T", 'fo:font-style="normal"', more='style:parent-style-name="Strong"')

    assert make_styles(base, own).emphasis("text", "T") == "b"


def test_a_circle_of_styles_ends() -> None:
    circle = [
        style(a, 'fo:font-weight="bold"', more=f'style:parent-style-name="{b}"') for a, b in ("AB", "BA")
    ]

    assert make_styles(*circle).emphasis("text", "A") == "b"


def test_what_is_not_named_is_plain() -> None:
    assert make_styles().emphasis("text", None) == ""
