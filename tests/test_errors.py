import pytest

from send_extract.errors import (
    Crash,
    DefectiveSource,
    MemoryExceeded,
    NoPlanFound,
    SendExtractError,
    TimeExceeded,
    revive_error,
)


@pytest.mark.parametrize(
    ("kind", "fate", "code"),
    [
        (Crash, "crash", 70),
        (TimeExceeded, "timeout", 65),
        (MemoryExceeded, "memory", 65),
        (NoPlanFound, "rejected", 65),
    ],
)
def test_each_error_knows_what_becomes_of_its_draft(
    kind: type[SendExtractError], fate: str, code: int
) -> None:
    assert (kind.fate, kind.exit_code) == (fate, code)


@pytest.mark.parametrize(("kind", "expected"), [("NoPlanFound", NoPlanFound), ("Nonsense", DefectiveSource)])
def test_an_error_of_another_process_is_the_same_here(kind: str, expected: type[SendExtractError]) -> None:
    error = revive_error(kind, "draft.docx: no plan")
    assert (type(error), str(error)) == (expected, "draft.docx: no plan")
