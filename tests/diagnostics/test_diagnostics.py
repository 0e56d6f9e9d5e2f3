import pytest

from send_extract.diagnostics import Finding, diagnose
from send_extract.source import NOWHERE, Location


def test_a_diagnostic_says_what_is_odd_and_where() -> None:
    diagnostic = diagnose("timing-missing", Location(line=3), id="1.2")
    assert (diagnostic.code, diagnostic.severity) == ("timing-missing", "warning")
    assert diagnostic.message == "Action 1.2 has no timing. Give it one."
    assert diagnostic.location == Location(line=3)


def test_a_finding_is_a_diagnostic_once_its_place_is_known() -> None:
    finding = Finding("timing-missing", (("id", "1.2"),))
    assert finding.at(NOWHERE) == diagnose("timing-missing", id="1.2")


@pytest.mark.parametrize(("code", "words"), [("no-such-code", {}), ("timing-missing", {})])
def test_an_unknown_code_or_a_missing_word_is_a_bug(code: str, words: dict[str, object]) -> None:
    with pytest.raises(KeyError):
        diagnose(code, NOWHERE, **words)
