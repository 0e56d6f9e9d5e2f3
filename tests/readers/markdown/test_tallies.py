import pytest

from send_extract.readers.markdown.tallies import tally_markdown

OWN = """<!-- send-extract 1.1: made from x -->

# Park plan

**DRAFT 2**

## Contents

- [1](#recommendation-1) Plant

## Recommendations

### Recommendation 7

> Plant **trees**

- **Led by:** AB<br>CD

| No | Action | When | In full | Led by | Cost |
| --- | --- | --- | --- | --- | --- |
| 7.1 | Dig | May | 1 May to 31 May 2022 | AB | £5 |

## To mend in the next draft

- Nothing
"""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("**R**ecommendation `code` ~~old~~", "Recommendation code old"),
        ('[a page](https://example.org/x_(y) "title") and [^1]\n\n[^1]: the note', "a page and the note"),
        ("[here]: https://example.org\n\n```{.csv}\nDig,May\n```", "Dig May"),
        (r"5\* stars", "5 stars"),
        ("A![a pier](pier.png)ction ![crest](x)", "Action crest a pier"),
        ("Dig</ta</ul>ble> and </pon</b>d>", "Dig and pon d"),
    ],
)
def test_all_of_a_text_is_counted_but_its_signs(text: str, words: str) -> None:
    assert " ".join(tally_markdown(text)[0].words) == words


def test_a_plan_of_our_own_is_counted_without_its_frame() -> None:
    words = "Park plan DRAFT 2 7 Plant trees AB CD 7.1 Dig May £5"
    assert tally_markdown(OWN, is_own=True) == tally_markdown(words)
