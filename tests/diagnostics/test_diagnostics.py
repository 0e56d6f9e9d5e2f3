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


@pytest.mark.parametrize(
    ("count", "said"), [(0, "0 cells or lines were"), (1, "1 cell or line was"), (2, "2 cells or lines were")]
)
def test_a_noun_and_its_verb_follow_the_number_before_them(count: int, said: str) -> None:
    assert diagnose("encoding-mended", count=count, example="â€™").message.startswith(f"{said} saved")
