import pytest

from send_extract.values.owner.atoms import read_cell


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


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("Housing, Legal, Parks & Leisure", [False, True, True, False]),
        ("Cllrs Bird, Reed", [False, True]),
        ("Housing, Parks & Leisure, Legal", [False, False, False, False]),
        ("GB, BM", [False, False]),
    ],
)
def test_a_comma_parts_departments_and_names_behind_one_title(text: str, listed: list[bool]) -> None:
    assert [atom.is_listed for atom in read_cell(text).atoms] == listed
