from itertools import combinations

from send_extract.comparison.blocking import DIGEST, FORM, find_candidates


def spell(*numbers: int) -> bytes:
    return b"".join(number.to_bytes(DIGEST) for number in numbers)


def test_drafts_that_have_no_text_in_common_are_never_compared() -> None:
    assert find_candidates([spell(1), spell(2), b""], ["a", "b", "c"]) == (set(), set())


def test_drafts_with_a_text_in_common_are_compared_each_with_its_neighbours() -> None:
    assert find_candidates([spell(1, 2), spell(3), spell(2, 4)], ["a", "b", "c"]) == ({(0, 2)}, set())
    assert find_candidates([spell(1)] * 3, ["a"] * 3)[0] == {*combinations(range(3), 2)}


def test_the_pairs_of_a_long_life_grow_with_its_drafts_and_not_with_their_square() -> None:
    few, many = (len(find_candidates([spell(1, 2)] * count, ["a"] * count)[0]) for count in (100, 1_000))
    assert few < 100 * 7
    assert many < 1_000 * 10


def test_a_text_of_many_plans_is_a_forms_and_one_of_many_drafts_is_not() -> None:
    texts = [spell(1)] * (FORM + 1)
    assert find_candidates(texts, [str(place) for place in range(FORM + 1)]) == (set(), {spell(1)})
    assert find_candidates(texts, ["a"] * (FORM + 1))[1] == set()
