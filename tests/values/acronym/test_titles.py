import pytest

from send_extract.values.acronym.titles import is_title, split_title


@pytest.mark.parametrize(
    "line",
    [
        "Glossary", "Acronym list", "Fenmoor Acronyms", "List of abbreviations", "Jargon buster", "Key", "KEY:",
        "Key to initials", "Terms used", "Terms used in this plan", "Explanation of terms", "Definitions",
        "What the abbreviations mean", "What the letters stand for", "Appendix B: Glossary of terms",
        "Abbreviations for the Peer Review", "Acronyms and initialisms", "List of terms",
    ],
)  # fmt: skip
def test_a_line_that_names_a_glossary_heads_one(line: str) -> None:
    assert is_title(line)


@pytest.mark.parametrize(
    "line",
    [
        "Key actions", "Key performance indicators", "Terms of reference", "Key Stage 2", "Produce a glossary",
        "The glossary is at the end.", "In the long term", "Recommendations", "Term", "Definition of done is agreed",
        "Keyworkers", "Initials  Officer  Post", "Jargon must be kept out of letters to parents",
    ],
)  # fmt: skip
def test_other_lines_head_none(line: str) -> None:
    assert not is_title(line)


@pytest.mark.parametrize(
    "line",
    [
        "Key: QTB = Quality Team Board", "Key to abbreviations \u2013 QTB = Quality Team Board",
        "Acronyms used in this plan are: QTB = Quality Team Board", "Acronyms QTB = Quality Team Board",
        "Glossary (QTB = Quality Team Board", "Key to acronyms. QTB = Quality Team Board",
    ],
)  # fmt: skip
def test_a_title_and_its_entries_can_stand_on_one_line(line: str) -> None:
    titled = split_title(line)
    assert titled is not None
    assert titled.rest == "QTB = Quality Team Board"
    assert not is_title(line)


def test_a_line_that_begins_like_a_title_has_no_entries() -> None:
    assert split_title("Key dates: QTB = 4 May") is None
