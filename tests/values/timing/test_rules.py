import pytest

from send_extract.values.timing.grammar import AROUND, AROUND_RHYTHMS, PARTS, PERIODS, RHYTHMS
from send_extract.values.timing.items import spell
from send_extract.values.timing.lexicon import END, classes_of
from send_extract.values.timing.rules import Grammar, GrammarRule, GrammarTable
from send_extract.values.timing.tokens import tokenise
from tests.values.timing.conventions import CONVENTIONS

TABLES = (PERIODS, AROUND, RHYTHMS, AROUND_RHYTHMS, PARTS)
RULES = pytest.mark.parametrize(
    "rule", [rule for table in TABLES for rule in table.rules], ids=lambda rule: rule.name
)
SPELT = {spell(tokenise(wording)).letters for convention in CONVENTIONS for wording in convention.wordings}


@RULES
def test_every_rule_of_the_grammar_is_a_pattern_that_begins_somewhere(rule: GrammarRule) -> None:
    assert all(way.first for way in rule.ways)


def read(pattern: str, text: str) -> list[str]:
    """The words of each item after one rule has read `text`, those that it made in brackets."""
    grammar = Grammar(GrammarTable(GrammarRule("rule", pattern, lambda _: {"made": None})))
    spelling = grammar.rewrite(spell(tokenise(text)), None)
    return [
        f"({words})" if "made" in item.senses else words
        for item in spelling.items
        for words in [" ".join(token.text for token in spelling.tokens[item.start : item.end])]
    ]


@pytest.mark.parametrize(
    ("pattern", "text", "read_as"),
    [
        ("{month}", "Jan to May", ["(Jan)", "to", "(May)"]),
        ("{month} {range|dash} {month}", "Jan to May", ["(Jan to May)"]),
        ("{month} {dot}? {year}", "Jan. 2022 May 2023", ["(Jan . 2022)", "(May 2023)"]),
        ("{month}{2,3}", "Jan Feb Mar Apr", ["(Jan Feb Mar)", "Apr"]),
        ("{month} (?: {comma} {month} )*", "Jan, Feb, Mar", ["(Jan , Feb , Mar)"]),
        ("(?: {year} | {month} )+ {dash}", "Jan 2022 -", ["(Jan 2022 -)"]),
        ("{month} (?= {year} )", "Jan 2022 Feb", ["(Jan)", "2022", "Feb"]),
        ("{month} (?! {year} )", "Jan 2022 Feb", ["Jan", "2022", "(Feb)"]),
        ("{month}* {year}", "Jan Feb 2022 Mar", ["(Jan Feb 2022)", "Mar"]),
        ("{month}+ {month} {year}", "Jan Feb Mar 2022", ["(Jan Feb Mar 2022)"]),
    ],
)
def test_a_pattern_over_classes_fits_as_a_regular_expression_does(
    pattern: str, text: str, read_as: list[str]
) -> None:
    assert read(pattern, text) == read_as


def test_a_way_of_a_rule_is_tried_where_it_makes_nothing_of_the_one_before() -> None:
    rule = GrammarRule(
        "rule", "<month> [ <year> || ]", lambda match: None if match.get("year") == 2022 else {"made": None}
    )
    spelling = Grammar(GrammarTable(rule)).rewrite(spell(tokenise("Jan 2023 Feb 2022")), None)
    assert [(item.start, item.end) for item in spelling.items] == [(0, 2), (2, 3), (3, 4)]


@RULES
def test_a_rule_is_found_wherever_it_fits(rule: GrammarRule) -> None:
    for letters in SPELT:
        for at, letter in enumerate(letters):
            for way in rule.ways:
                assert not way.fit(letters + END, at) or not way.first.isdisjoint(classes_of(letter))


def test_a_table_makes_one_item_of_what_a_rule_fits_and_names_the_rule() -> None:
    pair = GrammarRule(
        "pair", "<first:month> {dash} <last:month>", lambda match: {"several": dict(match.named)}
    )
    first, last = Grammar(GrammarTable(pair)).rewrite(spell(tokenise("Jan-March soon")), None).items
    assert first.senses["several"] == {"first": 1, "last": 3}
    assert first.rules == ("pair",)
    assert last.rules == ()


def test_a_rule_that_makes_nothing_leaves_the_items_to_the_next() -> None:
    spelling = spell(tokenise("Jan"))
    refused = Grammar(GrammarTable(GrammarRule("none", "{month}", lambda _: None)))
    assert refused.rewrite(spelling, None) == spelling


def test_each_table_of_a_grammar_reads_what_the_one_before_it_left() -> None:
    month = GrammarRule("month", "{month}", lambda _: {"period": None})
    pair = GrammarRule("pair", "{period} {dash} {period}", lambda _: {"several": None})
    tables = GrammarTable(month), GrammarTable(pair)
    for text, order in (("Jan-March", tables), ("Feb-May", tables), ("Jan-March", tables[::-1])):
        spelling = Grammar(*order).rewrite(spell(tokenise(text)), None)
        assert len(spelling.items) == (1 if order is tables else 3)
