"""Some thousands of mutants of every format; `make fuzz` has the many."""

from contextlib import suppress

import pytest

from tests.fuzz import verdicts
from tests.fuzz.__main__ import tell_progress
from tests.fuzz.mutants import Mutant, make_mutant
from tests.fuzz.seeds import Seed
from tests.fuzz.verdicts import judge

PARTS, IN_A_PART = 8, 250
MOST_LOST = 5
"""Words of a damaged file that no record has are told by the program itself; here they may not become many."""


@pytest.mark.slow
@pytest.mark.parametrize("part", range(PARTS))
def test_no_mutant_crashes_the_program_or_holds_it_up(part: int) -> None:
    numbers = range(part * IN_A_PART, (part + 1) * IN_A_PART)
    verdicts = {number: judge(make_mutant(number)) for number in numbers}
    assert {number: each for number, each in verdicts.items() if each.fate in {"crash", "slow"}} == {}
    assert sum(each.fate == "lost" for each in verdicts.values()) <= MOST_LOST


def test_a_refusal_is_told_from_a_reading() -> None:
    assert judge(Mutant(0, Seed("draft.txt", b""), b"\0\1\2")).fate == "refused"
    assert judge(Mutant(0, Seed("send-extract.toml", b""), b"[plan]\nyear = 2022\n")).fate == "read"
    assert judge(Mutant(0, Seed("send-extract.toml", b""), b"[plan")).fate == "refused"


def test_what_takes_too_long_is_no_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    def wait(*_: object) -> None:
        while True:
            with suppress(Exception):  # as a parser's net would
                while True:
                    pass

    monkeypatch.setattr(verdicts, "PATIENCE", 0.1)
    monkeypatch.setattr(verdicts, "make_plan", wait)
    assert judge(Mutant(0, Seed("draft.txt", b""), b"x")).fate == "slow"


def test_progress_counts_every_fate() -> None:
    fates = dict.fromkeys(("read", "crash"), 1_000)
    assert tell_progress(fates, 5_000) == "2,000 of 5,000: 1,000 read, 0 refused, 1,000 crash, 0 slow, 0 lost"
