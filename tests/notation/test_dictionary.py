from pathlib import Path

import pytest

from send_extract.notation import dictionary
from send_extract.notation.dictionary import is_common
from send_extract.values.owner import given


def test_the_dictionary_has_the_words_of_plans() -> None:
    assert all(map(is_common, ["safeguarding", "governance", "september", "organisation", "of", "a"]))
    assert not any(map(is_common, ["ment", "", "zzz", "#", "safeguardin"]))


@pytest.mark.parametrize(("module", "name"), [(dictionary, "dictionary.txt"), (given, "names.txt")])
def test_a_list_is_in_the_order_by_which_it_is_sought(module: object, name: str) -> None:
    folder = Path(str(getattr(module, "__file__", ""))).parent
    text = (folder / name).read_text("utf-8")
    words = [line for line in text.splitlines() if not line.startswith("#")]
    assert words == sorted(set(words))
    assert text.endswith("\n")
