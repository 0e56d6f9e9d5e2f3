import pytest

from send_extract.normalisation.glossary import clean_entry, report_excess
from send_extract.values.acronym import GlossaryEntry
from tests.values.acronym.cases import EXCESS, SOUND


@pytest.mark.parametrize(("term", "text"), SOUND)
def test_a_sound_entry_is_clean(term: str, text: str) -> None:
    clean = clean_entry(GlossaryEntry(term, text))

    assert (clean.findings, clean.excess) == ((), "")
    assert clean.entry.text == text


@pytest.mark.parametrize(("term", "text", "excess"), EXCESS)
def test_words_without_a_letter_are_excess(term: str, text: str, excess: str) -> None:
    assert clean_entry(GlossaryEntry(term, text)).excess == excess


def test_excess_that_explains_an_undefined_term_says_so() -> None:
    clean = clean_entry(GlossaryEntry("SBC", "Southend Borough Council Human Resources"))

    term, finding = report_excess(clean, ["PFH", "HR"])

    assert term == "HR"
    assert "HR" in str(dict(finding.words)["hint"])


def test_stray_characters_are_off_the_expansion_and_kept_in_the_words() -> None:
    clean = clean_entry(GlossaryEntry("EH", "Early |Help"))

    assert (clean.entry.text, clean.entry.expansion) == ("Early |Help", "Early Help")
    assert [finding.code for finding in clean.findings] == ["glossary-stray-character"]
