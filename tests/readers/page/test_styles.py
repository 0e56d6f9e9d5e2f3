import pytest

from send_extract.readers.page.styles import PLAIN, Appearances

SHEET = """
<!-- /* as an office program writes it */
span.MsoOld, .c5 { text-decoration: line-through; font-weight: 700 }
.label { position: absolute; width: 1px; height: 1px; overflow: hidden; clip: rect(0 0 0 0) }
@media (max-width: 600px) { .wide { display: none } }
.menu .deep { display: none }
.twice { display: none } .twice { display: block }
-->
"""


@pytest.mark.parametrize(
    ("attributes", "hides"),
    [
        ({"hidden": ""}, "gone"),
        ({"hidden": "until-found"}, ""),
        ({"style": "DISPLAY : none"}, "gone"),
        ({"style": "color:red;visibility:hidden"}, "unseen"),
        ({"style": "mso-hide:all"}, "gone"),
        ({"style": "overflow:hidden"}, ""),
        ({"style": "position:absolute; left:-10000px"}, "spoken"),
        ({"style": "width:1px;height:1px;overflow:hidden"}, "spoken"),
        ({"style": "width:1px"}, ""),
        ({"aria-hidden": "true"}, "drawn"),
        ({"aria-hidden": "false"}, ""),
        ({"class": "sr-only"}, "spoken"),
        ({"class": "note govuk-visually-hidden"}, "spoken"),
        ({"class": "screen-reader-text"}, "spoken"),
        ({"class": "d-md-none"}, "gone"),
        ({"class": "label"}, "spoken"),
        ({"class": "wide"}, ""),
        ({"class": "deep"}, ""),
        ({"class": "twice"}, ""),
        ({"class": "twice", "style": "display:none"}, "gone"),
        ({"data-label": "Owner"}, ""),
        ({}, ""),
    ],
)
def test_a_tag_says_how_its_words_are_hidden(attributes: dict[str, str], hides: str) -> None:
    assert Appearances([SHEET]).find(attributes).hides == hides


@pytest.mark.parametrize(
    ("attributes", "adds", "drops"),
    [
        ({"style": "text-decoration: line-through"}, "s", ""),
        ({"style": "text-decoration-line: underline line-through"}, "su", ""),
        ({"class": "c5"}, "bs", ""),
        ({"class": "MsoOld", "style": "text-decoration:none"}, "b", "su"),
        ({"class": "msoDel"}, "s", ""),
        ({"style": "font-weight:normal"}, "", "b"),
        ({"style": "vertical-align:super;font-style:italic"}, "^i", ""),
    ],
)
def test_styles_give_and_take_emphasis(attributes: dict[str, str], adds: str, drops: str) -> None:
    look = Appearances([SHEET]).find(attributes)

    assert (look.adds, look.drops) == (adds, drops)


def test_a_tag_without_a_style_looks_plain() -> None:
    assert Appearances().find({"id": "x"}) is PLAIN
