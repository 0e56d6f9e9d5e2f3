import pytest
from msgspec.structs import replace

from send_extract.comparison.grouping import TOGETHER, Doubt, Traits, find_traits, relate_drafts
from send_extract.plan import Draft
from tests.builders import SOURCE, make_plan, make_recommendation

PLAN = "SEND action plan"


def draft(
    *texts: int,
    title: str | None = PLAN,
    council: str | None = None,
    number: int = 1,
    name: str = "plan.docx",
) -> Traits:
    """A draft whose recommendations are sentences of these numbers."""
    records = (make_recommendation(str(text), f"Sentence {text} of a plan") for text in texts)
    source = replace(SOURCE, name=name)
    return find_traits(make_plan(*records, title=title, draft=Draft(number=number), source=source), council)


def group(*drafts: Traits) -> list[tuple[int, ...]]:
    return [found.indexes for found in relate_drafts(drafts).groups]


LARKS, KENT = "Larkshire County Council", "Eastwick Council"


@pytest.mark.parametrize(
    ("one", "other", "together", "in_doubt"),
    [
        (draft(*range(10), council=LARKS), draft(0, *range(20, 29), council=LARKS), True, False),
        (draft(*range(10), council=LARKS), draft(*range(20, 30), council=LARKS), False, True),
        (draft(0, council=LARKS), draft(1, council=LARKS, title=f"{PLAN} 2026"), False, False),
        (draft(0, council=LARKS, title=None), draft(1, council=LARKS, title=None), False, False),
        (draft(*range(10), council=LARKS), draft(*range(10), council=KENT), False, False),
        (draft(*range(10)), draft(*range(5), *range(20, 25)), True, False),
        (draft(*range(10)), draft(*range(4), *range(20, 26)), False, True),
        (draft(*range(10)), draft(*range(20, 30)), False, False),
        (draft(*range(10)), draft(*range(8), 20, 21, title="Annex B"), True, False),
        (draft(*range(10)), draft(*range(5), *range(20, 25), title="Annex B"), False, True),
        (draft(*range(10), council=LARKS), draft(*range(4), *range(20, 26)), False, True),
        (draft(*range(10), title=None), draft(*range(9), title=None), True, False),
    ],
)
def test_drafts_are_put_together_by_texts_title_and_council_or_the_doubt_is_told(
    one: Traits, other: Traits, together: bool, in_doubt: bool
) -> None:
    found = relate_drafts([one, other])
    assert (len(found.groups) == 1, bool(found.doubts)) == (together, in_doubt)
    assert len(relate_drafts([other, one]).groups) == len(found.groups)


def test_drafts_of_a_folder_are_asked_less() -> None:
    drafts = [draft(*range(10)), draft(0, *range(20, 29))]
    assert len(relate_drafts(drafts, TOGETHER).groups) == 1
    assert relate_drafts(drafts).doubts == (Doubt(0, 1, 0.1),)


def test_a_draft_that_names_no_council_never_brings_two_councils_together() -> None:
    larks, kent = draft(*range(10), council=LARKS), draft(*range(1, 11), council=KENT)
    found = relate_drafts([larks, kent, draft(*range(11))])
    assert [group.indexes for group in found.groups] == [(0,), (1,), (2,)]
    assert [(doubt.one, doubt.other) for doubt in found.doubts] == [(0, 2), (1, 2)]


def test_a_text_of_every_council_says_nothing_of_the_plan() -> None:
    form = range(100, 104)
    plans = [draft(*form, place, title=f"Plan of {chr(65 + place) * 5}") for place in range(26)]
    assert len(group(*plans)) == 26


def test_the_order_in_which_drafts_are_given_changes_nothing() -> None:
    drafts = [
        draft(*range(place, place + 6), number=place, council=council, name=f"{council}-{place}.docx")
        for council in (LARKS, KENT, None)
        for place in range(5)
    ]
    turned = drafts[1::2] + drafts[::-2]

    def tell(given: list[Traits]) -> set[tuple[str, ...]]:
        found = relate_drafts(given).groups
        return {tuple(given[index].imprint.name for index in each.indexes) for each in found}

    assert tell(drafts) == tell(turned)


def test_hundreds_of_drafts_of_one_plan_stay_together() -> None:
    assert len(group(*(draft(1, 2, 3, number=number) for number in range(450)))) == 1
