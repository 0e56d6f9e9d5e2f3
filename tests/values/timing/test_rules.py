import pytest

from send_extract.values.timing.grammar import AROUND, AROUND_RHYTHMS, PARTS, PERIODS, RHYTHMS
from send_extract.values.timing.lexicon import spell
from send_extract.values.timing.rules import GrammarRule, GrammarTable
from send_extract.values.timing.tokens import tokenise

TABLES = (PERIODS, AROUND, RHYTHMS, AROUND_RHYTHMS, PARTS)


@pytest.mark.parametrize(
    "rule", [rule for table in TABLES for rule in table.rules], ids=lambda rule: rule.name
)
def test_every_rule_of_the_grammar_is_a_pattern_that_begins_somewhere(rule: GrammarRule) -> None:
    assert rule.list_first()
    assert rule.find("", 0) is None


def test_a_table_makes_one_item_of_what_a_rule_fits_and_names_the_rule() -> None:
    table = GrammarTable(
        GrammarRule("pair", "<first:month> {dash} <last:month>", lambda match: {"several": dict(match.named)})
    )
    first, last = table.rewrite(spell(tokenise("Jan-March soon")), None).items
    assert first.senses["several"] == {"first": 1, "last": 3}
    assert first.rules == ("pair",)
    assert last.rules == ()


def test_a_rule_that_makes_nothing_leaves_the_items_to_the_next() -> None:
    spelling = spell(tokenise("Jan"))
    refused = GrammarTable(GrammarRule("none", "{month}", lambda _: None))
    assert refused.rewrite(spelling, None) == spelling
