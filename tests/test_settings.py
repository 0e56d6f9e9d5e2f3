import datetime as dt
import subprocess
import sys

import pytest

from send_extract.errors import InvalidSettings
from send_extract.settings import DEFAULTS, TERMS, parse_settings

EVERY_KEY = """
[plan]
date = 2022-01-13
year = 2022
quarters = "calendar"
financial_year_start = 9
council = "Westmarch County Council"
[terms."2022/23"]
autumn = [2022-09-05, 2022-12-16]
[people]
GB = "the name behind the initials"
[glossary]
PFH = "Portfolio Holder"
[headings]
"Desired outcome" = "measures"
"""


def test_an_empty_file_gives_the_defaults() -> None:
    assert parse_settings("") == DEFAULTS


def test_every_key_of_the_design_is_read() -> None:
    settings = parse_settings(EVERY_KEY)
    assert settings.plan == (dt.date(2022, 1, 13), 2022, "calendar", 9, "Westmarch County Council")
    assert settings.terms == {"2022/23": {"autumn": (dt.date(2022, 9, 5), dt.date(2022, 12, 16))}}
    assert settings.people == {"GB": "the name behind the initials"}
    assert settings.glossary == {"PFH": "Portfolio Holder"}
    assert settings.headings == {"Desired outcome": "measures"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("peple = {}", "the key 'peple' is not known (did you mean 'people'?)"),
        ("[plan]\nyaer = 2022", "the key 'plan.yaer' is not known (did you mean 'year'?)"),
        ("[zzz]", "known keys: plan, terms, people, glossary, headings"),
        ("[plan]\nyear = 'soon'", "plan.year: "),
        ("[plan]\nquarters = 'odd'", "'financial' or 'calendar'"),
        ("[plan]\nfinancial_year_start = 13", "a month from 1 to 12"),
        ("[headings]\n'Desired outcome' = 'mesures'", "'measures'"),
        ('[terms."2022/23"]\nautumn = [2022-12-16, 2022-09-05]', "is before its first"),
        (
            '[terms."2022/23"]\nautumn = [2022-12-16]',
            'terms."2022/23".autumn: a list of the first and the last day',
        ),
        (
            '[terms."2022/23"]\nautumn = 2022-12-16',
            'terms."2022/23".autumn: a list of the first and the last day',
        ),
        ("plan = 1", "plan: a table of keys is needed"),
        ("terms = 1", "terms: a table of keys is needed"),
        ("[plan]\ndate = 2022", "plan.date: a day, such as 2022-01-13, is needed"),
        ("[check]\naccept = 'SEND'", 'check.accept: a list, such as ["SEND"], is needed'),
        ("[people]\nGB = 3", "people.GB: a text in quotes is needed"),
        ("[plan", "not valid TOML"),
        ("[plan]\nyear = -5", "plan.year: a year from 1900 to 2200"),
        ("[plan]\nyear = 0", "plan.year: a year from 1900 to 2200"),
        ("[plan]\nyear = 2201", "plan.year: a year from 1900 to 2200"),
        (
            '[terms."2022/23"]\nautum = [2022-09-05, 2022-12-16]',
            "autum: the term is not known (did you mean 'autumn'?)",
        ),
        ('[terms."2022/23"]\nht7 = [2022-09-05, 2022-12-16]', "did you mean 'ht"),
        ('[terms."2022/23"]\nzzz = [2022-09-05, 2022-12-16]', "known keys: autumn, spring"),
        ('[terms."banana"]', 'write it as "2022/23"'),
        ('[terms."2022"]', 'write it as "2022/23"'),
        ('[terms."2022/24"]', 'did you mean "2022/23"?'),
        ('[terms."1999/98"]', 'did you mean "1999/00"?'),
    ],
)
def test_a_fault_is_named_in_one_line(text: str, said: str) -> None:
    with pytest.raises(InvalidSettings) as caught:
        parse_settings(text, "here.toml")
    assert said in str(caught.value)
    assert str(caught.value).startswith("here.toml ")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("year", ["2022/23", "2022-23", "2022/2023", "2022–23", "1999/00", "1999/2000"])
def test_a_school_year_is_two_years_on_end(year: str) -> None:
    assert list(parse_settings(f'[terms."{year}"]').terms) == [year]


@pytest.mark.parametrize("term", [*TERMS, "Autumn", "HT1", "February_half_term"])
def test_every_term_of_a_school_year_can_be_given(term: str) -> None:
    text = f'[terms."2022/23"]\n"{term}" = [2022-09-05, 2022-12-16]'
    assert list(parse_settings(text).terms["2022/23"]) == [term]


def test_every_fault_is_named_at_once() -> None:
    with pytest.raises(InvalidSettings, match=r"plan\.year.*'peple'"):
        parse_settings("peple = 1\n[plan]\nyear = 'x'")


def test_settings_cost_nothing_until_a_file_is_read() -> None:
    code = "import sys, send_extract.settings; assert 'pydantic' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_settings_nested_too_deep_are_refused() -> None:
    with pytest.raises(InvalidSettings, match="deeper than any setting"):
        parse_settings(f"plan = {'[' * 100_000}{']' * 100_000}", "send-extract.toml")
