"""Every page beside this file is a draft and what must come out of it."""

from pathlib import Path

import pytest

from tests.cases import HERE, print_plan, read, read_case

PAGES = sorted(HERE.glob("*.md"))


def test_there_are_cases() -> None:
    assert PAGES


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_draft_comes_out_as_its_page_says(page: Path) -> None:
    case = read_case(page)
    plan = read(case)

    assert print_plan(plan) == case.plan
    for code, words in case.said:
        assert any(each.code == code and words in each.message for each in plan.diagnostics), (code, words)
