from send_extract.values.acronym.heads import enter_terms, is_head, split_head


def test_a_head_is_one_acronym_or_a_list_of_them() -> None:
    assert split_head("AS/ASC/ASD") == ["AS", "ASC", "ASD"]
    assert split_head("SEN or SEND") == ["SEN", "SEND"]
    assert split_head("Local Offer") == ["Local Offer"]
    assert is_head("SEN / SEND")
    assert not is_head("Parent/Carer")


def test_a_head_has_an_entry_a_term_and_a_sense() -> None:
    assert [entry.term for entry in enter_terms("TAC/TAF", "Team Around the Child/Family").entries] == [
        "TAC",
        "TAF",
    ]
    assert len(enter_terms("AP", "Alternative Provision or Accelerated Progress").entries) == 2
    assert len(enter_terms("OT", "Occupational Therapy/Therapist").entries) == 1
