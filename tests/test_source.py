"""A source is its name and bytes, and a location what is known of a place in it."""

from send_extract.source import NOWHERE, Location, Source


def test_the_digest_is_of_the_bytes_alone() -> None:
    assert Source("a.txt", b"abc").sha256 == Source("b.txt", b"abc").sha256
    assert Source("a.txt", b"").sha256.startswith("e3b0c44298fc1c14")


def test_what_is_nowhere_is_where_it_stands_in() -> None:
    row = Location(table=1, row=2)

    assert NOWHERE.within(row) == row
    assert Location(line=7).within(row) == Location(line=7)
