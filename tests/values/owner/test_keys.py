import pytest

from send_extract.values.owner.keys import Key, find_key, find_keys, read_key


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("AB – Anne Brown, Head of SEND", Key("AB", "Anne Brown", is_certain=True)),
        ("AB = Anne Brown", Key("AB", "Anne Brown", is_certain=False)),
        ("AB: Cllr Anne Brown", Key("AB", "Cllr Anne Brown", is_certain=True)),
        ("A.B. Anne Brown", Key("A.B.", "Anne Brown", is_certain=False)),
        ("CMc\tClare McDonald (Director of Education)", Key("CMc", "Clare McDonald", is_certain=True)),
        ("Anne Brown (AB)", Key("AB", "Anne Brown", is_certain=False)),
        ("Anne Brown (AB), Head of SEND", Key("AB", "Anne Brown", is_certain=True)),
    ],
)
def test_a_line_gives_the_name_behind_initials(line: str, key: Key) -> None:
    assert find_key(line) == key


@pytest.mark.parametrize(
    "line",
    [
        "AP Alternative Provision",
        "CD Anne Brown",
        "Anne Brown",
        "QA quality assurance",
        "",
        "SEND – the plan",
    ],
)
def test_a_line_without_initials_and_their_name_gives_none(line: str) -> None:
    assert find_key(line) is None


def test_a_term_and_its_explanation_can_be_a_key() -> None:
    assert read_key("AB", "Anne Brown, Head of SEND") == Key("AB", "Anne Brown", is_certain=True)
    assert read_key("EP", "Educational Psychologist") is None


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Key: AB = Anne Brown, CD = Carl Dunn", ["Anne Brown", "Carl Dunn"]),
        ("Key to initials: AB – Anne Brown; CD – Carl Dunn", ["Anne Brown", "Carl Dunn"]),
        ("Lead officers: AB - Anne Brown, Clerk; CD - Carl Dunn, Clerk", ["Anne Brown", "Carl Dunn"]),
        ("AB: Anne Brown, CD: Carl Dunn", ["Anne Brown", "Carl Dunn"]),
        ("AB  Anne Brown  Head of SEND", ["Anne Brown"]),
        ("Initials  Name  Role", []),
        ("Key: red = late, green = done", []),
        ("Key:", []),
        ("", []),
    ],
)
def test_a_line_can_be_the_key_to_several(line: str, names: list[str]) -> None:
    assert [key.name for key in find_keys(line)] == names
