import pytest

from send_extract.notation.colours import name_colour


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("FF0000", "Red"),
        ("#c00", "Red"),
        ("FFFFC000", "Amber"),
        ("Yellow", "Amber"),
        ("92D050", "Green"),
        ("00B050", "Green"),
        ("5B9BD5", "Blue"),
        ("7030A0", "Purple"),
        ("808080", "Grey"),
        ("000000", "Grey"),
    ],
)
def test_a_fill_is_named_as_people_name_it(printed: str, name: str) -> None:
    assert name_colour(printed) == name


@pytest.mark.parametrize(
    "printed", ["FFFFFF", "D9E2F3", "E2EFD9", "F2F2F2", "auto", "", "none", "12", "#12345", "zz0000"]
)
def test_paper_pale_bands_and_what_is_no_colour_have_no_name(printed: str) -> None:
    assert name_colour(printed) == ""
