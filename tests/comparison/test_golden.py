"""Four diffs that a person has read, kept as files; `make golden` writes them anew."""

import pytest

from tests.comparison.golden import CASES, GOLDEN, write_changes


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize(("form", "suffix"), [("json", "json"), ("markdown", "md")])
def test_the_changes_are_those_that_were_read(case: str, form: str, suffix: str) -> None:
    expected = (GOLDEN / case / f"changes.{suffix}").read_text(encoding="utf-8")
    assert write_changes(case, form) == expected
