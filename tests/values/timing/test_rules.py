import pytest

from send_extract.values.timing.grammar import AROUND, AROUND_RHYTHMS, PARTS, PERIODS, RHYTHMS
from send_extract.values.timing.lexicon import spell
from send_extract.values.timing.rules import GrammarRule, GrammarTable
from send_extract.values.timing.tokens import tokenise
from tests.values.timing.conventions import CONVENTIONS

TABLES = (PERIODS, AROUND, RHYTHMS, AROUND_RHYTHMS, PARTS)


RULES = pytest.mark.parametrize(
    "rule", [rule for table in TABLES for rule in table.rules], ids=lambda rule: rule.name
)
SPELT = {spell(tokenise(wording)).letters for convention in CONVENTIONS for wording in convention.wordings}
EVERY_LETTER = "".join(map(chr, range(1, 0x250)))


@RULES
def test_every_rule_of_the_grammar_is_a_pattern_that_begins_somewhere(rule: GrammarRule) -> None:
    assert rule.list_first()
    assert rule.find("", 0) is None


@RULES
def test_a_rule_is_compiled_for_whatever_it_fits(rule: GrammarRule) -> None:
    compiled = copy_rule(rule)
    compiled.find(EVERY_LETTER, 0)
    for letters in SPELT:
        assert fit(copy_rule(rule), letters) == fit(compiled, letters)


def copy_rule(rule: GrammarRule) -> GrammarRule:
    return GrammarRule(rule.name, rule.pattern, rule.make)


def fit(rule: GrammarRule, letters: str) -> list[tuple[int, object] | None]:
    shapes = (rule.find(letters, at) for at in range(len(letters)))
    return [(shape.size, shape.named) if shape else None for shape in shapes]


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
