import pytest

from send_extract.values.owner.model import Owner, Role
from send_extract.values.owner.sharing import Standing, Telling, share_role


def roles(before: str, telling: Telling, begun: int = 0, *, is_list: bool = False) -> list[Role]:
    """The roles of the owners before, of which those with an `l` lead, once the role behind the last is shared."""
    owners = [Owner(one, role="lead" if one == "l" else "owner") for one in before]
    return [owner.role for owner in share_role(Standing(owners, begun, is_list), telling)]


@pytest.mark.parametrize(
    ("before", "telling", "expected"),
    [
        ("a", Telling("lead", ("to lead",), "and"), ["lead"]),
        ("a", Telling("lead", ("lead",), "and", is_bracketed=True), ["owner"]),
        ("ab", Telling("lead", ("joint leads",), ",", is_bracketed=True), ["lead", "lead"]),
        ("ab", Telling("support", ("to support",), "and"), ["owner", "support"]),
        ("lab", Telling("support", ("to support",), "and"), ["lead", "support", "support"]),
        ("alb", Telling("support", ("to support",), "/"), ["owner", "lead", "support"]),
        ("ab", Telling("support", ("to support",), ","), ["owner", "owner"]),
        ("lab", Telling("support"), ["lead", "support", "support"]),
        ("ab", Telling("support"), ["owner", "owner"]),
        ("", Telling("support", ("to support",), "and"), []),
    ],
)
def test_a_role_reaches_as_far_back_as_its_words_say(
    before: str, telling: Telling, expected: list[Role]
) -> None:
    assert roles(before, telling) == expected


def test_a_role_behind_the_last_of_a_later_item_is_that_items() -> None:
    telling = Telling("support", ("to support",), ",")
    assert roles("lab", telling, 1, is_list=True) == ["lead", "support", "support"]
    assert roles("abc", telling, 2, is_list=True) == ["owner", "owner", "support"]


def test_a_bracket_in_a_later_item_is_shared_where_all_before_have_roles() -> None:
    telling = Telling("support", ("support",), ",", is_bracketed=True)
    assert roles("lab", telling, 1, is_list=True) == ["lead", "support", "support"]
    assert roles("aab", telling, 2, is_list=True) == ["owner", "owner", "owner"]


def test_no_role_reaches_owners_before_the_item() -> None:
    telling = Telling("support", ("to support",), "and")
    assert roles("a", telling, 1, is_list=True) == ["owner"]
