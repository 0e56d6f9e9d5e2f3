import io

import pytest

from send_extract.batch.drafts import find_gist
from send_extract.batch.files import StagedFile
from send_extract.batch.outcomes import Outcome
from send_extract.cli.console import Console
from send_extract.cli.summary import describe_failure, summarise
from send_extract.diagnostics import diagnose
from send_extract.manifest import Failure, ManifestEntry, OutputFile, count_records
from send_extract.plan import Draft, PlanOwner
from send_extract.source import Location
from tests.builders import make_action, make_plan, make_recommendation

PLAIN = Console(io.StringIO(), io.StringIO())


def test_a_draft_has_one_clear_summary() -> None:
    diagnostic = diagnose("timing-unread", Location(line=3, column="When"), text="soon")
    plan = make_plan(
        make_recommendation(actions=(make_action(when="soon"), make_action("1.2"))),
        draft=Draft(label="DRAFT 1"),
        owners=(PlanOwner("GB"), PlanOwner("BM")),
        diagnostics=(diagnostic,),
    )
    entry = ManifestEntry("draft.txt", "extracted", counts=count_records(plan))
    staged = tuple(StagedFile(OutputFile(f"draft/{name}", 1, ""), name == "a") for name in "ab")
    outcome = Outcome("raw/draft.txt", "draft", entry, find_gist(plan, ("diagnostics",)), staged)
    assert list(summarise(outcome, "output", PLAIN)) == [
        "raw/draft.txt  A plan · DRAFT 1",
        "  plan         1 recommendation, 2 actions, 0 measures",
        "  timings      0 read, 1 not read, 1 missing",
        "  to mend      1 warning",
        "  owners       2 (GB, BM)",
        "  glossary     0 terms",
        f"    warning: {diagnostic.message} (line 3, When)",
        "  output       output/draft/ (1 written)",
    ]


def test_what_matters_most_is_told_a_kind_a_line() -> None:
    found = [diagnose("timing-unread", text=text) for text in ("soon", "later")]
    found += [diagnose("owner-missing", number="1"), diagnose("acronym-unused", term="A")]
    found += [diagnose("owner-unread", text="?")]
    plan = make_plan(make_recommendation(), diagnostics=tuple(found))
    entry = ManifestEntry("d.txt", "extracted", counts=count_records(plan))
    outcome = Outcome("d.txt", "d", entry, find_gist(plan, ("faults",)))

    told = [line for line in summarise(outcome, "output", PLAIN) if line.startswith("    ")]

    assert told[0].startswith("    warning: The timing 'soon' was not understood.")
    assert told[0].endswith(" (and 1 like it)")
    assert len(told) == 4
    assert told[3] == "    1 more: send-extract check d.txt"
    assert max(map(len, told)) <= PLAIN.width


@pytest.mark.parametrize(
    ("message", "line"),
    [("draft.txt has no table.", "draft.txt has no table."), ("No table.", "raw/draft.txt: No table.")],
)
def test_a_failure_names_its_draft_once(message: str, line: str) -> None:
    entry = ManifestEntry("draft.txt", "rejected", failure=Failure("NoPlanFound", 65, message))
    outcome = Outcome("raw/draft.txt", "draft", entry)
    assert describe_failure(outcome) == line


@pytest.mark.parametrize("label", ["Director of Everything", "x" * 300])
def test_no_line_of_owners_is_wider_than_the_console(label: str) -> None:
    plan = make_plan(owners=tuple(PlanOwner(f"{label} {place}") for place in range(20)))
    entry = ManifestEntry("d.txt", "extracted", counts=count_records(plan))
    (told,) = (
        line
        for line in summarise(Outcome("d.txt", "d", entry, find_gist(plan)), "output", PLAIN)
        if line.startswith("  owners")
    )

    assert told.startswith(f"  owners       20 ({label[:20]}")
    assert told.endswith(" …)")
    assert len(told) <= PLAIN.width
