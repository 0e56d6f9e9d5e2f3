import pytest

from send_extract.values.owner.lines import clean_cell, find_lines


@pytest.mark.parametrize(
    ("text", "clean", "said"),
    [
        ("• GB\n• BM", "GB\nBM", []),
        ("1. GB 2. BM", "GB\nBM", ["2.", "1."]),
        ("1 KL\n2 MN", "KL\nMN", ["1", "2"]),
        ("1.1 Museums Manager", "Museums Manager", ["1.1 "]),
        ("GB w/ BM", "GB with BM", ["w/ "]),
        ("GB cc BM", "GB copied to BM", ["cc "]),
        ("GB -> BM", "GB → BM", []),
        ("GB with LA support", "GB with support from LA", []),
        ("KL* (* = lead)", "KL (lead)", ["lead"]),
        (
            "KL (L), MN (S) [L = lead, S = support]",
            "KL (lead), MN (support)",
            ["L = lead, S = support", "L", "S"],
        ),
    ],
)
def test_marks_are_taken_off_and_said(text: str, clean: str, said: list[str]) -> None:
    found: list[str] = []
    assert clean_cell(text, found) == clean
    assert [words for words in found if words] == said


def test_a_line_that_cannot_end_goes_on_in_the_next() -> None:
    assert find_lines("Head of\nHR\nGB\nsupported by BM") == ["Head of HR", "GB supported by BM"]
