import pytest

from send_extract.values.owner.contacts import drop_contacts


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("Kim Lowe (k.lowe@mill.example)", "Kim Lowe"),
        ("Kim Lowe <k.lowe@mill.example>; JW", "Kim Lowe; JW"),
        ("Kim Lowe – Email: k.lowe@mill.example Tel: 01234 567890", "Kim Lowe"),
        ("KL 0114 273 4567 / JW ext. 4471", "KL / JW"),
    ],
)
def test_addresses_and_numbers_beside_owners_are_left_out(text: str, bare: str) -> None:
    said: list[str] = []

    assert drop_contacts(text, said) == bare
    assert said
    assert all(contact in text for contact in said)


@pytest.mark.parametrize(
    "text",
    ["k.lowe@mill.example", "KL; k.lowe@mill.example", "KL and k.lowe@mill.example", "KL 12", "Room 04471"],
)
def test_what_alone_names_somebody_and_other_numbers_stay(text: str) -> None:
    assert drop_contacts(text, []) == text
