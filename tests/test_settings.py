import datetime as dt
import subprocess
import sys

import pytest

from send_extract.errors import InvalidSettings
from send_extract.settings import DEFAULTS, parse_settings

EVERY_KEY = """
[plan]
date = 2022-01-13
year = 2022
quarters = "calendar"
financial_year_start = 9
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
    assert settings.plan == (dt.date(2022, 1, 13), 2022, "calendar", 9)
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
        ('[terms."2022/23"]\nautumn = [2022-12-16]', 'terms."2022/23".autumn'),
        ("[plan", "not valid TOML"),
    ],
)
def test_a_fault_is_named_in_one_line(text: str, said: str) -> None:
    with pytest.raises(InvalidSettings) as caught:
        parse_settings(text, "here.toml")
    assert said in str(caught.value)
    assert str(caught.value).startswith("here.toml ")
    assert "\n" not in str(caught.value)


def test_every_fault_is_named_at_once() -> None:
    with pytest.raises(InvalidSettings, match=r"plan\.year.*'peple'"):
        parse_settings("peple = 1\n[plan]\nyear = 'x'")


def test_settings_cost_nothing_until_a_file_is_read() -> None:
    code = "import sys, send_extract.settings; assert 'pydantic' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)
