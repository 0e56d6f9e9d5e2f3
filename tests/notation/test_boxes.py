import pytest

from send_extract.notation.boxes import choose_ticked, has_boxes


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("☒ GB ☐ BM", ("GB",)),
        ("☐ GB\n☒ BM", ("BM",)),
        ("GB ☒ BM ☐", ("GB",)),
        ("☒ GB, ☒ BM", ("GB", "BM")),
        ("☐ GB ☐ BM", ()),
        ("GB", ()),
        ("☒", ()),
    ],
)
def test_the_labels_of_ticked_boxes_are_chosen_on_the_side_where_they_stand(
    text: str, labels: tuple[str, ...]
) -> None:
    assert choose_ticked(text) == labels


def test_a_text_with_a_box_has_boxes() -> None:
    assert has_boxes("☐ GB")
    assert not has_boxes("GB")
