import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from send_extract.segmentation import Segments
from send_extract.segmentation.owners import segment_owners


@pytest.mark.parametrize(
    ("text", "count", "parts"),
    [
        ("GB\nBM\nLM", 3, ("GB", "BM", "LM")),
        ("GB/BM\nHead of HR", 2, ("GB/BM", "Head of HR")),
        ("GB; BM", 2, ("GB", "BM")),
        ("GB  BM", 2, ("GB", "BM")),
        ("GB BM LM", 3, ("GB", "BM", "LM")),
        ("1. GB\n2. BM", 2, ("GB", "BM")),
        ("1. GB 2. BM", 2, ("GB", "BM")),
        ("a) GB/LM b) Head of HR", 2, ("GB/LM", "Head of HR")),
        ("• GB\n• TBC", 2, ("GB", "TBC")),
        ("KL & MN PQ", 2, ("KL & MN", "PQ")),
        ("1 KL\n2 MN", 2, ("KL", "MN")),
        ("KL\n-\nMN", 3, ("KL", "-", "MN")),
        ("KL/MN KL PQ", 3, ("KL/MN", "KL", "PQ")),
        ("KL MN KL/MN", 3, ("KL", "MN", "KL/MN")),
        ("KL, KL, MN", 3, ("KL", "KL", "MN")),
        ("Clerk  Clerk; MN", 2, ("Clerk", "Clerk; MN")),
        ("KL MN  MN", 3, ("KL", "MN", "MN")),
        ("KL, MN KL", 2, ("KL, MN", "KL")),
        ("Clerk Clerk Chair", 3, ("Clerk", "Clerk", "Chair")),
        ("SENCo HT Governors", 3, ("SENCo", "HT", "Governors")),
        ("KL All TBC", 3, ("KL", "All", "TBC")),
        ("Head of Housing Head of Skills", 2, ("Head of Housing", "Head of Skills")),
        ("GB (lead), SLT\nHB (lead), TK", 2, ("GB (lead), SLT", "HB (lead), TK")),
        ("GB (1.1), BM (1.2 and 1.3)", 3, ("GB", "BM", "BM")),
        (
            "Head of HR and\nOrganisational Development\nGB",
            2,
            ("Head of HR and Organisational Development", "GB"),
        ),
    ],
)
def test_each_action_has_its_own_owners_where_the_boundaries_are_certain(
    text: str, count: int, parts: tuple[str, ...]
) -> None:
    assert segment_owners(text, count) == Segments(parts, ())


def test_who_is_accountable_is_so_for_every_action() -> None:
    assert segment_owners("GB\nBM\nAccountable: DCS, AK", 2).parts == (
        "GB\nAccountable: DCS, AK",
        "BM\nAccountable: DCS, AK",
    )
    assert segment_owners("GB\nDCS (accountable)", 2) == Segments(("GB\nDCS (accountable)",) * 2, ())


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("GB", 3),
        ("Action 2: GB; BM", 2),
        ("GB/BM", 2),
        ("GB, BM", 2),
        ("GB BM", 3),
        ("Head of HR", 3),
        ("GB; BM", 3),
        ("HR IT", 2),
        ("Jane Doe\nHead of SEND", 2),
        ("GB\nBM", 1),
        ("", 2),
    ],
)
def test_every_action_has_the_whole_cell_otherwise(text: str, count: int) -> None:
    assert segment_owners(text, count) == Segments((text,) * count, ())


def test_lines_of_different_roles_are_everybodys_and_that_is_said() -> None:
    segments = segment_owners("GB (lead)\nBM (support)", 2)

    assert segments.parts == ("GB (lead)\nBM (support)",) * 2
    assert [finding.code for finding in segments.findings] == ["owner-split-ambiguous"]


def test_lines_that_do_not_match_the_actions_are_reported() -> None:
    segments = segment_owners("GB\nBM", 3)

    assert segments.parts == ("GB\nBM",) * 3
    assert [(finding.code, dict(finding.words)["found"]) for finding in segments.findings] == [
        ("owner-count-mismatch", 2)
    ]


@given(st.text(max_size=80), st.integers(0, 6))
@settings(max_examples=1000, deadline=None)
def test_there_is_one_part_an_action(text: str, count: int) -> None:
    assert len(segment_owners(text, count).parts) == count
