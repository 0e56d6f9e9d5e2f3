from collections import Counter

from send_extract.account.balance import draw_balance
from send_extract.account.tokens import Tally, count_words, tally_part
from send_extract.diagnostics import diagnose
from send_extract.plan import Action, Column, Plan, PlanParagraph, Recommendation, SourceRecord, WordAccount
from send_extract.source import NOWHERE, Location

SOURCE = SourceRecord("draft.txt", "delimited", "utf-8", "0" * 64, 1)
PLAN = Plan(
    title="Park plan",
    source=SOURCE,
    columns=(Column("Action", "actions"),),
    recommendations=(Recommendation("1", "Plant", actions=(Action("1.1", "Dig holes"),)),),
    paragraphs=(PlanParagraph("Agreed by the board"),),
    diagnostics=(diagnose("words-struck", NOWHERE, text="Fill it's ponds"),),
)
HELD = "Park plan Action 1 Plant Dig holes Agreed by the board Fill it's ponds"


def balance(*texts: str) -> tuple[WordAccount, Counter[str]]:
    account, lost = draw_balance(
        PLAN, [Tally(count_words([text])) for text in texts], lambda: "\n".join(texts)
    )
    return account, lost


def test_each_word_is_in_a_record_outside_or_reported() -> None:
    assert balance(HELD) == (WordAccount(source=15, records=7, outside=4, reported=4, lost=0), Counter())


def test_words_that_are_nowhere_are_lost() -> None:
    account, lost = balance(HELD, "Dig two zebras")
    assert lost == Counter({"Dig": 1, "two": 1, "zebras": 1})
    assert account == WordAccount(source=18, records=7, outside=4, reported=4, lost=3)


def test_the_account_adds_up_whatever_is_explained() -> None:
    account, lost = balance(HELD, "Action Recommendation zebra a) Park plan")
    assert lost == Counter({"zebra": 1})
    assert account.source == account.records + account.outside + account.reported + account.lost


def test_letters_that_are_drawn_over_one_another_are_found_in_other_words_of_a_page_alone() -> None:
    held = HELD.replace("Plant Dig", "PDliagnt")
    page = draw_balance(PLAN, [tally_part(held, Location(page=1))], str)
    sheet = draw_balance(PLAN, [tally_part(held, Location(sheet="Plan"))], str)

    assert (page.lost, sheet.lost) == (Counter(), Counter({"PDliagnt": 1}))
