"""Laws of extraction: no words are lost, and at each location stand the words that it claims."""

import re
from pathlib import Path

import msgspec
import pytest
from bs4 import BeautifulSoup
from hypothesis import given, reject

from send_extract.errors import NoPlanFound
from send_extract.extraction import Extraction, extract_plan
from send_extract.plan import SourceRecord
from send_extract.readers import read_document
from send_extract.settings import DEFAULTS
from send_extract.source import Source
from send_extract.structure import structure_document
from tests.strategies import TABLE_TEXTS

RAW = Path(__file__).parents[2] / "raw"
RECORD = SourceRecord(name="x", format="delimited", encoding="utf-8", sha256="0" * 64, bytes=0)


def extract(text: str) -> tuple[Extraction, str]:
    """The extraction of a text, and all that comes out of it as one string."""
    read = read_document(Source("x", text.encode()), "delimited")
    extraction = extract_plan(structure_document(read.document, {}), RECORD, DEFAULTS)
    messages = " ".join(diagnostic.message for diagnostic in (*read.diagnostics, *extraction.diagnostics))
    return extraction, f"{_gather(msgspec.to_builtins(extraction.plan))} {messages}"


def find_lost(text: str, output: str) -> set[str]:
    """The words of `text` (its markup aside) that `output` does not have."""
    words = set()
    for cell in re.split(r"[\t\n]", text):
        soup = BeautifulSoup(f"<div>{cell}</div>", "lxml")
        words |= {word for string in soup.strings for word in re.findall(r"\w+", string)}
    return words - set(re.findall(r"\w+", output))


@pytest.mark.parametrize("draft", sorted(RAW.glob("*.txt")), ids=lambda path: path.name)
def test_no_word_of_a_real_draft_is_lost(draft: Path) -> None:
    text = draft.read_text(encoding="utf-8")
    assert find_lost(text, extract(text)[1]) == set()


@given(TABLE_TEXTS)
def test_no_word_of_a_random_table_is_lost(text: str) -> None:
    try:
        _, output = extract(text)
    except NoPlanFound:
        reject()
    assert find_lost(text, output) == set()


@given(TABLE_TEXTS)
def test_at_each_location_stand_the_words_that_it_claims(text: str) -> None:
    extraction, _ = extract(text)
    lines = text.split("\n")
    for recommendation in extraction.plan.recommendations:
        claims = [(action.text, action.location) for action in recommendation.actions]
        claims += [(measure.text, measure.location) for measure in recommendation.measures]
        for claimed, location in claims:
            assert location.line is not None
            there = BeautifulSoup(lines[location.line - 1].replace("\t", " "), "lxml").get_text(" ")
            assert set(re.findall(r"\w+", claimed)) <= set(re.findall(r"\w+", there))


def _gather(value: object) -> str:
    if isinstance(value, dict):
        return " ".join(_gather(part) for pair in value.items() for part in pair)
    if isinstance(value, list | tuple):
        return " ".join(_gather(part) for part in value)
    return str(value)
