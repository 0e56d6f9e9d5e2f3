from send_extract.account.printed import print_records, print_repeated, print_reported
from send_extract.diagnostics import diagnose
from send_extract.plan import Action, Plan, Recommendation, SourceRecord
from send_extract.source import NOWHERE
from send_extract.values.acronym import GlossaryEntry

PLAN = Plan(
    title="Park plan",
    source=SourceRecord("draft.txt", "delimited", "utf-8", "0" * 64, 1),
    recommendations=(
        Recommendation("1", "Plant", section="Green", extra={"RAG": "Red"}, actions=(
            Action("1.1", "Dig", extra={"RAG": "Red", "Cost": "£5"}, lead_in="We will:"),
            Action("1.2", "Fill", lead_in="We will:"),
        )),
        Recommendation("2", "Paint", section="Green"),
    ),
    glossary=(GlossaryEntry("QA", "quality assurance"),),
)  # fmt: skip


def test_what_holds_for_several_records_is_printed_once() -> None:
    printed = list(print_records(PLAN))
    assert (printed.count("Green"), printed.count("We will:")) == (1, 1)
    assert {"Park plan", "QA", "quality assurance", "1", "Plant", "Dig", "Fill", "2", "Paint"} <= {*printed}


def test_an_actions_own_cells_are_printed_where_their_record_has_none_of_that_heading() -> None:
    printed = list(print_records(PLAN))
    assert printed.count("Red") == 1
    assert {"Cost", "£5"} <= {*printed}


def test_actions_are_printed_once_and_their_surroundings_may_be_repeated() -> None:
    assert {"Dig", "Fill"}.isdisjoint(print_repeated(PLAN))
    assert {"Green", "Plant", "We will:", "Red"} <= {*print_repeated(PLAN)}


def test_what_messages_quote_is_reported_once_as_it_stands() -> None:
    words = 'It\'s\t“this” \\ \xa0or "that"'
    found = (diagnose("words-struck", NOWHERE, text=words), diagnose("words-hidden", NOWHERE, text=words))
    assert list(print_reported(Plan(title=None, source=PLAN.source, diagnostics=found))) == [words]
