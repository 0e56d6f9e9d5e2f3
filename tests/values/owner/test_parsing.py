import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from send_extract.values.owner import Owner, People, parse_owners
from send_extract.values.owner.kinds import kind_of
from send_extract.values.owner.lines import RAISED
from send_extract.values.owner.parts import is_timing
from send_extract.values.owner.roles import BEHIND, JOINTS, LABELS
from send_extract.values.owner.words import CONNECTIVES, HONORIFICS, LETTERED, NOBODY
from tests.values.owner.cases import CONVENTIONS

CELLS = [(cell, owners) for convention in CONVENTIONS for cell, owners in convention.cells]
WORDS = "GB|BM|C.M.|Head of HR|Jane Doe|Cllr Smith|SLT|NHS Essex|TBC|All|see below|Clerk|Early Help"
SIGNS = "(lead)|supported by|Lead:|and|&|/|,|;|\n|  |(|)|–|with|…"
SAYING = {word for words in (*LABELS, *BEHIND, *NOBODY, *JOINTS, *CONNECTIVES) for word in words.split()}
PARTS = st.sampled_from([*re.split(r"\|", WORDS), *re.split(r"\|", SIGNS)])


@pytest.mark.parametrize(("cell", "owners"), CELLS, ids=[repr(cell) for cell, _ in CELLS])
def test_cells_are_read_by_the_conventions(cell: str, owners: tuple[Owner, ...]) -> None:
    reading = parse_owners(cell)

    assert reading.value == owners
    assert reading.findings == ()


def test_an_owner_that_is_named_again_is_one_owner_and_no_words_left_over() -> None:
    reading = parse_owners("PT (lead), ICB; PT; PT/DCO")

    assert reading.value == (Owner("PT", role="lead"), Owner("ICB"), Owner("PT"), Owner("DCO"))
    assert reading.findings == ()


@pytest.mark.parametrize(
    "cell",
    [
        "see above?",
        "Ditto",
        "As above",
        "Residents will report that repairs are quicker.",
        "May 2024",
        "Ongoing",
        "3",
        "to be discussed with the whole board at its next meeting",
        "???!",
    ],
)
def test_words_that_are_no_owner_have_no_value_and_are_reported(cell: str) -> None:
    reading = parse_owners(cell)

    assert reading.value is None
    assert [finding.code for finding in reading.findings] == ["owner-unread"]


@pytest.mark.parametrize(
    ("cell", "rest"),
    [
        ("GB (from April)", "from April"),
        ("GB from April", "from April"),
        ("BM, GB from April", "from April"),
        ("GB with delegated powers", "with delegated powers"),
    ],
)
def test_words_left_over_are_reported(cell: str, rest: str) -> None:
    reading = parse_owners(cell)

    assert reading.value is not None
    assert reading.value[-1] == Owner("GB")
    assert [dict(finding.words)["rest"] for finding in reading.findings] == [rest]


def test_initials_have_the_name_that_the_document_gives() -> None:
    people = People({"G.B.": ["Gary Brown"]})

    assert parse_owners("GB/BM", people).value == (Owner("GB", "Gary Brown"), Owner("BM"))
    assert parse_owners("g.b.", people).value == parse_owners("g.b.").value


def test_initials_that_fit_two_names_have_neither_and_say_so() -> None:
    reading = parse_owners("AP", People({"AP": ["Ann Price", "Alan Pope"]}))

    assert reading.value == (Owner("AP"),)
    assert [finding.code for finding in reading.findings] == ["owner-ambiguous"]


def test_a_person_with_two_posts_is_one_owner_and_says_so() -> None:
    reading = parse_owners("Jane Doe, Chief Nurse and Director of Care")

    assert reading.value == (Owner(None, "Jane Doe", "owner", "Chief Nurse and Director of Care"),)
    assert [dict(finding.words)["owners"] for finding in reading.findings] == [
        "Jane Doe, Chief Nurse and Director of Care"
    ]
    assert len(parse_owners("Jane Doe (Clerk) and Head of Parks").value or ()) == 2


def test_settings_settle_what_the_document_leaves_open() -> None:
    people = People({"AP": ["Ann Price", "Alan Pope"]}, {"AP": "Ann Price"})

    assert parse_owners("A.P.", people).value == (Owner("A.P.", "Ann Price"),)


def test_known_initials_in_brackets_after_a_post_are_its_holder() -> None:
    people = People({"GB": ["Gary Brown"]})

    assert parse_owners("Head of SEND (GB)", people).value == (
        Owner("GB", "Gary Brown", "owner", "Head of SEND"),
    )
    assert parse_owners("Head of SEND (ECC)", people).value == (Owner("Head of SEND (ECC)"),)


@given(st.lists(PARTS, max_size=12).map(" ".join) | st.text(max_size=60))
@settings(max_examples=1000, deadline=None)
def test_no_word_is_lost(cell: str) -> None:
    reading = parse_owners(cell)

    if reading.value is None:
        assert str(dict(reading.findings[0].words)["text"]) in cell.replace("\xa0", " ")
        return
    said = " ".join(
        str(words)
        for owner in reading.value
        for words in (owner.code, owner.name, owner.position, owner.organisation)
    )
    rest = " ".join(str(dict(finding.words).get("rest", "")) for finding in reading.findings)
    for word in re.findall(r"[^\W_]{3,}", RAISED.sub("", cell)):
        assert word in said or word in rest or word.casefold() in SAYING


@given(st.text(max_size=200))
@settings(max_examples=1000, deadline=None)
def test_any_words_give_a_reading(cell: str) -> None:
    assert parse_owners(cell) == parse_owners(cell)


def test_a_list_of_departments_is_split_and_said() -> None:
    reading = parse_owners("Culture, Sport & Leisure")

    assert reading.value == (Owner("Culture"), Owner("Sport"), Owner("Leisure"))
    assert [finding.code for finding in reading.findings] == ["owner-division-ambiguous"]


def test_a_cell_that_no_owners_fill_is_kept_and_reported() -> None:
    reading = parse_owners("Head of HR, " * 500)

    assert reading.value is None
    assert [finding.code for finding in reading.findings] == ["owner-unread"]


def test_the_ticked_of_several_boxes_are_the_owners() -> None:
    assert parse_owners("☒ KL ☐ MN ☒ PQ").value == (Owner("KL"), Owner("PQ"))


def test_initials_in_small_letters_are_those_that_the_column_has_in_capitals() -> None:
    people = People(codes=["GB"])

    assert parse_owners("gb/BM", people).value == (Owner("GB"), Owner("BM"))
    assert parse_owners("gb").value is None


# Words that join owners, which a cell in capitals holds too, and posts by their letters, which a person can hold.
NO_PERSON = frozenset(("AND", "OR", "FOR", "OBO", "NHS")) | LETTERED
INITIALS = st.from_regex(r"[A-Z]{2,3}", fullmatch=True).filter(
    lambda code: (
        kind_of(code) == "initials"
        and code not in NO_PERSON
        and code.casefold() not in HONORIFICS
        and not is_timing(code)
    )
)


@given(
    st.lists(INITIALS, min_size=1, max_size=5),
    st.sampled_from(["/", " / ", ", ", " & ", " and ", "; ", "\n", " + ", "  "]),
)
@settings(max_examples=1000, deadline=None)
def test_initials_printed_in_any_form_read_back(codes: list[str], divider: str) -> None:
    reading = parse_owners(divider.join(codes))

    assert reading.value == tuple(Owner(code) for code in dict.fromkeys(codes))


POSTS = st.sampled_from(
    [
        "Head of HR",
        "Director of Finance",
        "Planning Officer",
        "Chair of Governors",
        "SEND Team",
        "Essex Police",
    ]
)


@given(st.lists(POSTS, min_size=1, max_size=4), st.sampled_from([", ", "; ", "\n", " + ", " / "]))
@settings(max_examples=1000, deadline=None)
def test_posts_and_bodies_printed_in_any_form_read_back(codes: list[str], divider: str) -> None:
    reading = parse_owners(divider.join(codes))

    assert reading.value == tuple(Owner(code) for code in dict.fromkeys(codes))
