import pytest

from send_extract.values.owner.series import Text, find_joined, lists_departments


def _cut(words: str) -> list[Text]:
    """Pieces from `sign words|sign words`, the first without a sign."""
    first, *others = words.split("|")
    return [Text(0, first, ""), *(Text(0, *reversed(other.split(maxsplit=1))) for other in others)]


@pytest.mark.parametrize(
    ("words", "joined"),
    [
        ("Education|, Health|and Care Team", {1, 2}),
        ("GB|, Education|, Health|& Care Team", {2, 3}),
        ("Manager for Early Help|, MASH|and Assessment", {1, 2}),
        ("Education|, Health|and Care", set()),
        ("Education|and Care Team", set()),
        ("Manager for Early Help|, Jane Doe|and Assessment", set()),
        ("GB|, BM|and LM", set()),
    ],
)
def test_a_series_goes_together_where_its_end_says_so(words: str, joined: set[int]) -> None:
    assert find_joined(_cut(words)) == joined


@pytest.mark.parametrize(
    ("words", "are_listed"),
    [
        ("HR|/ Legal", True),
        ("HR|, Legal|& Finance", True),
        ("Health|, Education|and Social Care", True),
        ("Policy|and Performance", False),
        ("Adults|, Children|and Families", False),
        ("HR|/ OD Manager", False),
        ("HR", False),
    ],
)
def test_departments_are_listed_unless_one_noun_ends_them(words: str, *, are_listed: bool) -> None:
    assert lists_departments(_cut(words)) is are_listed
