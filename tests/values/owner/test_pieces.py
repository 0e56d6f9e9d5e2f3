import pytest

from send_extract.values.owner.division import Claim
from send_extract.values.owner.model import Role
from send_extract.values.owner.pieces import open_piece


@pytest.mark.parametrize(
    ("text", "bare", "role"),
    [
        ("GB (lead)", "GB", "lead"),
        ("(lead) GB", "GB", "lead"),
        ("GB – lead", "GB", "lead"),
        ("GB lead", "GB", "lead"),
        ("GB -lead", "GB", "lead"),
        ("Lead GB", "GB", "lead"),
        ("Lead HR", "Lead HR", "owner"),
        ("Tree Officer tbc", "Tree Officer", "owner"),
        ("Team lead", "Team lead", "owner"),
        ("GB*", "GB", "owner"),
        ("G.B.", "G.B.", "owner"),
        ("Head of HR.", "Head of HR", "owner"),
        ("Head of HR (TBC)", "Head of HR", "owner"),
    ],
)
def test_the_words_of_a_role_are_taken_off(text: str, bare: str, role: Role) -> None:
    piece = open_piece(Claim(text)).piece

    assert (piece.text, piece.role) == (bare, role)


def test_other_brackets_are_kept_beside() -> None:
    piece = open_piece(Claim("Jane Doe (Head of HR)")).piece

    assert (piece.printed, piece.text, piece.bracket) == ("Jane Doe (Head of HR)", "Jane Doe", "Head of HR")
