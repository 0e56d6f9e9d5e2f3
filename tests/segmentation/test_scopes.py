import pytest

from send_extract.segmentation.scopes import split_scoped


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("GB (1.1), BM (1.2 and 1.3)", ("GB", "BM", "BM")),
        ("GB (actions 1-2), BM (action 3)", ("GB", "GB", "BM")),
        ("GB \u2013 7.1, BM \u2013 7.2 to 7.3", ("GB", "BM", "BM")),
        ("GB: 1, 2; BM: 3", ("GB", "GB", "BM")),
        ("GB for 1 and BM for 2 & 3", ("GB", "BM", "BM")),
        ("GB (BM for 7.2)", ("GB", "BM", "GB")),
        ("Action 1: GB; action 2: BM & LM; 3: HB", ("GB", "BM & LM", "HB")),
        ("Actions 1 and 3 – GB, action 2 – BM", ("GB", "BM", "GB")),
        ("GB (1), BM, LM", ("GB", "BM, LM", "BM, LM")),
        ("GB (1), BM (1-3)", ("GB\nBM", "BM", "BM")),
        ("Head of SEND (2)\nHead of HR", ("Head of HR", "Head of SEND", "Head of HR")),
    ],
)
def test_numbers_say_whose_each_action_is(text: str, parts: tuple[str, ...]) -> None:
    assert split_scoped(text, 3) == parts


@pytest.mark.parametrize(
    "text",
    [
        "GB",
        "GB (1.1)",
        "GB (1), BM (4)",
        "GB (1), BM (2), LM (9)",
        "GB (1-3), BM",
        "S151 Officer",
        "",
    ],
)
def test_numbers_that_leave_an_action_open_say_nothing(text: str) -> None:
    assert split_scoped(text, 3) == ()
