from send_extract.diagnostics import CODES, Diagnostic
from send_extract.source import Location
from send_extract.writers.mending import NAMES, list_mendings, say_severities
from tests.builders import make_plan

PLAN = make_plan(
    diagnostics=(
        Diagnostic("timing-ambiguous", "info", "two readings", Location(line=3)),
        Diagnostic("owner-missing", "warning", "nobody"),
        Diagnostic(
            "timing-unread", "warning", "first", Location(line=5), (Location(line=5), Location(line=9))
        ),
        Diagnostic("timing-unread", "warning", "second", Location(line=6)),
        Diagnostic("of-tomorrow", "error", "grave"),
    )
)


def test_like_faults_stand_together_and_the_worst_first() -> None:
    kinds = [(kind.code, kind.name, len(kind.faults)) for kind in list_mendings(PLAN)]
    assert kinds == [
        ("of-tomorrow", "Of tomorrow", 1),
        ("timing-unread", "Dates not understood", 2),
        ("owner-missing", "Nobody named", 1),
        ("timing-ambiguous", "Dates with two readings", 1),
    ]


def test_a_fault_names_all_its_places() -> None:
    (_, unread, missing, _) = list_mendings(PLAN)
    assert unread.faults[0].places == ("line 5", "line 9")
    assert missing.faults[0].places == ()


def test_of_many_places_the_rows_are_told_in_their_order_and_once() -> None:
    places = [Location(line=line, column="Actions", item=item) for item, line in enumerate((9, 5, 10, 9), 1)]
    (mending,) = list_mendings(
        make_plan(diagnostics=(Diagnostic("timing-unread", "warning", "words", places[0], tuple(places)),))
    )
    assert mending.faults[0].places == ("line 5", "line 9", "line 10")


def test_how_much_is_to_be_mended_is_said_in_words() -> None:
    assert say_severities(PLAN) == "1 error, 3 warnings and 1 note"
    assert say_severities(make_plan()) == "nothing, no fault was found"


def test_only_what_can_be_found_has_a_name() -> None:
    assert CODES.keys() >= NAMES.keys()
