import datetime as dt
from collections import Counter

import pytest

from send_extract.account.explanations import (
    drop_date,
    drop_furniture,
    drop_letters,
    drop_marks,
    drop_names,
    drop_parted,
    drop_pieces,
    drop_repeats,
    drop_said,
    join_broken,
)
from send_extract.account.tokens import find_words
from send_extract.values.acronym import GlossaryEntry
from tests.builders import make_plan, make_recommendation


def count(words: str) -> Counter[str]:
    return Counter(words.split())


@pytest.mark.parametrize(
    ("left", "wordings", "kept"),
    [
        ("No Actions When No Actions When", ["No", "Actions", "When"], ""),
        ("Harbour plan 2022", ["Harbour plan 2022"], ""),
        ("Harbour 2022", ["Harbour plan 2022"], "Harbour 2022"),
        ("Head HR", ["Head", "Head HR"], ""),
    ],
)
def test_a_wording_is_taken_out_as_often_as_all_of_it_is_left(
    left: str, wordings: list[str], kept: str
) -> None:
    assert drop_repeats(count(left), wordings) == count(kept)


@pytest.mark.parametrize(
    ("left", "text", "kept"),
    [
        ("quay", "Mend the\n        quay", ""),
        ("Head HR", "1\tHead of HR\tMay", ""),
        ("Head HR", "1\tHead of the HR team\tMay", "Head HR"),
        ("HR", "HR", "HR"),
        ("quay", "Mend the quay (continued)", ""),
        ("zebra", "Head of HR | zebra", "zebra"),
    ],
)
def test_a_passage_is_taken_out_that_a_wording_says_or_that_says_one(left: str, text: str, kept: str) -> None:
    assert drop_said(count(left), [text], ["Head of HR", "Mend the quay"]) == count(kept)


@pytest.mark.parametrize(
    ("passage", "is_kept"),
    [
        ("Page 3 of 12", False),
        ("OFFICIAL – SENSITIVE", False),
        ("Introduction ........ 4", False),
        ("Responsible officer", False),
        ("Due date", True),
        ("3 of 12 boats", True),
    ],
)
def test_what_a_page_prints_around_its_words_and_other_names_of_columns_are_taken_out(
    passage: str, *, is_kept: bool
) -> None:
    left = Counter(find_words(passage))
    assert (drop_furniture(left, [f"Dig\n{passage}\tFill"], {"who"}) == left) is is_kept
    assert drop_furniture(left, ["Dig"], {"who"}) == left


@pytest.mark.parametrize(
    ("left", "surplus", "kept"),
    [
        ("Recom mendation", "Recommendation", ""),
        ("Recom mendation Recom mendation", "Recommendation", "Recom mendation"),
        ("S e c t i o n", "Section", ""),
        ("in to", "and", "in to"),
        ("in", "into", "in"),
        ("a", "aa", ""),
        ("Mar22", "Mar 22", ""),
    ],
)
def test_pieces_are_put_together_to_words_that_only_the_plan_has(left: str, surplus: str, kept: str) -> None:
    assert drop_pieces(count(left), count(surplus), count(left)) == count(kept)


def test_pieces_of_which_the_source_has_some_for_another_word_are_put_together_too() -> None:
    assert drop_pieces(count("tion"), count("Action"), count("Ac tion")) == Counter()


def test_pieces_that_are_all_left_may_make_any_word_of_the_plan() -> None:
    assert drop_parted(count("Ac tion zebra"), ["Action", "Actions"]) == count("zebra")
    assert drop_parted(count("Ac zebra"), ["Action"]) == count("Ac zebra")


def test_words_that_a_tag_breaks_are_whole_where_a_piece_is_lost() -> None:
    mended = join_broken(count("ommendation"), ["Rec\t\tommendation 1\tDig\tMay"], ())

    assert mended.texts == ["Recommendation 1\tDig\tMay"]
    assert (mended.words, mended.pieces) == (count("Recommendation"), count("Rec ommendation"))


def test_cells_beside_a_broken_word_are_none_of_it() -> None:
    mended = join_broken(count("ef"), ["R\tef\tFinding\tWho"], count("Ref Finding Who"))

    assert mended.texts == ["Ref\tFinding\tWho"]
    assert (mended.words, mended.pieces) == (count("Ref"), count("R ef"))


def test_letters_that_are_drawn_over_one_another_are_all_in_other_words() -> None:
    assert drop_letters(count("Ask Dig"), count("ADsikg")) == Counter()
    assert drop_letters(count("Ask Dig"), count("Asik")) == count("Ask Dig")


@pytest.mark.parametrize(
    ("printed", "kept"),
    [
        ("Mon 14 March 2022", ""),
        ("14th Mar 22", ""),
        ("14/03/2022 of the board", "board"),
        ("15 April", "15 April"),
    ],
)
def test_a_drafts_own_day_is_taken_out_however_it_is_printed(printed: str, kept: str) -> None:
    assert drop_date(Counter(find_words(printed)), dt.date(2022, 3, 14)) == count(kept)
    assert drop_date(Counter(find_words(printed)), None) == Counter(find_words(printed))


def test_what_names_a_number_a_field_or_the_glossary_is_taken_out_that_often() -> None:
    records = make_recommendation("1", priority="High"), make_recommendation("2")
    left = count("Recommendation Recommendation Recommendation Status Key zebra")

    assert drop_names(left, make_plan(*records)) == count("Recommendation Status Key zebra")
    plan = make_plan(*records, glossary=(GlossaryEntry("QA", "quality assurance"),))
    assert drop_names(left, plan) == count("Recommendation Status zebra")
    done = make_plan(make_recommendation("1", status="Done"))
    assert drop_names(count("Status Priority"), done) == Counter()


def test_what_names_a_number_in_several_words_is_taken_out_whole() -> None:
    left = count("Must do Must do Should zebra do")
    assert drop_names(left, make_plan(make_recommendation())) == count("Must do zebra")
    assert drop_names(left, make_plan(*[make_recommendation()] * 3)) == count("zebra")


def test_marks_are_taken_out_where_there_are_items_for_them() -> None:
    left = count("1 2 a ii zebra")
    assert drop_marks(left, 4) == count("zebra")
    assert drop_marks(left, 3) == left


def test_a_number_of_three_figures_is_a_mark_of_as_many_items() -> None:
    assert drop_marks(count("100 114"), 120) == count("")
    assert drop_marks(count("100 114"), 110) == count("114")
