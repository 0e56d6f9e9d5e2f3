import pytest

from send_extract.values.owner.roles import find_role


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("Lead", "lead"),
        ("as  SRO", "accountable"),
        ("To Assist", "support"),
        ("Supported  By", "support"),
        ("funded by", "funder"),
        ("A", "accountable"),
        ("C", "consulted"),
        ("for information", "informed"),
        ("April", None),
    ],
)
def test_words_say_a_role_or_none(words: str, role: str | None) -> None:
    assert find_role(words) == role
