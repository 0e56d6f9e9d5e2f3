from send_extract.values.owner.given import is_given_name


def test_given_names_are_known_with_their_accents_or_without() -> None:
    assert all(map(is_given_name, ["Jane", "Zoë", "Siân", "Ayesha", "Ngozi", "Mary-Jane"]))
    assert not any(map(is_given_name, ["Early", "Youth", "Job", "Northmoor", "Head", "Council"]))
