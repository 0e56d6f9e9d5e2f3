import pytest

from send_extract.values.owner.atoms import find_lines, read_cell


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("GB/BM", ["", "/"]),
        ("GB / BM", ["", " / "]),
        ("GB, and BM", ["", ",and"]),
        ("GB -> BM", ["", "→"]),
        ("GB, then BM", ["", "→"]),
        ("GB plus BM", ["", "+"]),
        ("GB w/ BM", ["", "with"]),
        ("GB,\nBM", ["", ",\n"]),
        ("GB – BM", ["", "-"]),
        ("HoS E&W", [""]),
        ("Smith-Jones", [""]),
        ("Cllr. Smith", [""]),
        ("GB (BM, LM)", [""]),
        ("Lead: GB", ["cue"]),
    ],
)
def test_signs_part_the_atoms(text: str, signs: list[str]) -> None:
    assert [atom.sign for atom in read_cell(text).atoms] == signs


@pytest.mark.parametrize(
    ("text", "atoms"),
    [
        ("• GB\n• BM", ["GB", "BM"]),
        ("1. GB 2. BM", ["GB", "BM"]),
        ("1.1 Museums Manager", ["Museums Manager"]),
        ("2 Teachers", ["2 Teachers"]),
        ("GB¹, BM*", ["GB", "BM"]),
        ("MN, KL* (* = lead)", ["MN", "KL (lead)"]),
        ("Team Leader", ["Team Leader"]),
        ("SENCo HT Governors", ["SENCo", "HT", "Governors"]),
        ("Head of Housing Head of Skills", ["Head of Housing", "Head of Skills"]),
    ],
)
def test_marks_are_no_words(text: str, atoms: list[str]) -> None:
    assert [atom.text for atom in read_cell(text).atoms] == atoms


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Lead: GB, BM", ["lead", "lead"]),
        ("Lead: GB; BM", ["lead", "owner"]),
        ("Supported by: GB; BM", ["support", "support"]),
        ("Lead GB, BM", ["lead", "owner"]),
        ("Co-leads GB, BM", ["lead", "lead"]),
    ],
)
def test_a_cue_holds_on_as_far_as_it_can(text: str, roles: list[str]) -> None:
    assert [atom.role for atom in read_cell(text).atoms] == roles


def test_a_line_that_cannot_end_goes_on_in_the_next() -> None:
    assert find_lines("Head of\nHR\nGB\nsupported by BM") == ["Head of HR", "GB supported by BM"]
