from send_extract.normalisation.ledger import build_ledger, fold_expansion
from send_extract.normalisation.uses import find_passages, join_passages
from send_extract.values.acronym import GlossaryEntry
from tests.builders import make_plan, make_recommendation


def test_terms_stand_in_order_of_first_use_and_the_unused_last() -> None:
    entries = [GlossaryEntry("RAP", "Resource Allocation Panel", "Resource Allocation Panel")]
    plan = make_plan(make_recommendation(text="EHCPs, the DfE, an EHCP"), glossary=tuple(entries))

    ledger = build_ledger(plan, entries, join_passages(find_passages(plan)), {})

    assert [(term.term, term.uses) for term in ledger.terms] == [("EHCP", 2), ("DfE", 1), ("RAP", 0)]
    assert [term.term for term in ledger.undefined] == ["EHCP", "DfE"]


def test_expansions_are_compared_without_typing() -> None:
    assert fold_expansion("Children & Young People") == fold_expansion("children and young people")
    assert fold_expansion("Children's Service") == fold_expansion("Children’s services")
    assert fold_expansion("Area Plan") != fold_expansion("Area Panel")
