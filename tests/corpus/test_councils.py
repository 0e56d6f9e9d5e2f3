import pytest

from send_extract.corpus.councils import find_council


@pytest.mark.parametrize(
    ("title", "council"),
    [
        ("Annex B: Action Plan for Lowmoor District Council", "Lowmoor District Council"),
        ("SEND Action Plan Westmarch County Council", "Westmarch County Council"),
        ("Westmarch County Council: SEND action plan", "Westmarch County Council"),
        ("The London Borough of Upper Thorne action plan", "The London Borough of Upper Thorne"),
        ("Peer Review, Royal Borough of Upton and Thorne", "Royal Borough of Upton and Thorne"),
        ("City of Thornminster Council improvement plan", "City of Thornminster Council"),
        ("Bath and North East Thornset Council", "Bath and North East Thornset Council"),
        ("Marsh-on-Sea City Council plan", "Marsh-on-Sea City Council"),
        ("WESTMARCH COUNTY COUNCIL ACTION PLAN", None),
        ("Action plan of Westmarch County Council and Lowmoor District Council", None),
        ("Youth Council action plan", None),
        ("Parish Council action plan", None),
        ("The Council", None),
        ("SEND Peer Review Recommendations, high level implementation plan", None),
        ("", None),
        (None, None),
    ],
)
def test_a_council_is_named_where_a_title_names_exactly_one(title: str | None, council: str | None) -> None:
    assert find_council(title) == council
