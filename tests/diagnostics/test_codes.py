import re
import string
from pathlib import Path

import pytest

from send_extract.diagnostics import CODES, Code
from tests.diagnostics.page import write_page

ROOT = Path(__file__).parents[2]


def test_the_page_of_diagnostics_is_current() -> None:
    assert (ROOT / "docs" / "diagnostics.md").read_text(encoding="utf-8") == write_page(), "run `make golden`"


@pytest.mark.parametrize(("name", "code"), CODES.items())
def test_a_code_is_in_kebab_case_and_its_words_are_sentences(name: str, code: Code) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", name)
    for sentence in (code.message, code.meaning, code.example, code.mend):
        assert sentence.rstrip("`").endswith("."), sentence


@pytest.mark.parametrize("code", CODES.values())
def test_the_words_of_a_message_have_names(code: Code) -> None:
    fields = [name for _, name, _, _ in string.Formatter().parse(code.message) if name is not None]
    assert all(name.isidentifier() for name in fields)
