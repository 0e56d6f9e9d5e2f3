import pytest

from send_extract.segmentation.labelled import order_parts


@pytest.mark.parametrize(
    ("parts", "actions", "ordered"),
    [
        (["Audit: Nov", "Policy: May"], ["Policies rewritten", "Audit of the files"], ("Policy: May", "Audit: Nov")),
        (["audit Nov", "training in May"], ["Train all staff", "Audit files"], ("training in May", "audit Nov")),
        (["Audit: Nov", "Policy: May"], ["Audit of policies", "Policy rewritten"], ("Audit: Nov", "Policy: May")),
        (["Audit: Nov", "Other: May"], ["Policy rewritten", "Audit of files"], ("Audit: Nov", "Other: May")),
        (["Start Jan", "End March"], ["End of year report", "Start of works"], ("Start Jan", "End March")),
        (["Nov", "May"], ["Policy rewritten", "Audit of files"], ("Nov", "May")),
        (["", ""], ["Policy rewritten", "Audit of files"], ("", "")),
    ],
)  # fmt: skip
def test_a_labelled_timing_goes_to_the_action_that_it_names(
    parts: list[str], actions: list[str], ordered: tuple[str, ...]
) -> None:
    assert order_parts(parts, actions) == ordered
