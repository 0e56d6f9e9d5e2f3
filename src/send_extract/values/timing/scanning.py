"""The pattern of a timing's tokens: its groups tell what kind a token is."""

from __future__ import annotations

import re

from send_extract.patterns import compile_later
from send_extract.values.timing.words import MONTHS

# `2022-31 March` is the end of one day and the beginning of another, not a pair of years.
_NAME = r"st|nd|rd|th|" + "|".join(sorted({name[:3] for name in MONTHS}))
_NUMERIC = r"""
      (?P<spaced>\d\d\ \d\d\ (?:(?:19|20)\d\d|\d\d))(?!\ ?\d)
    | (?P<iso>(?:19|20)\d\d(?P<part>[/.-])(?:0[1-9]|1[0-2])(?P=part)\d\d(?:[t\ ]\d\d:\d\d(?::\d\d)?z?)?)(?!\d)
    | (?P<date>\d{1,2}\ ?(?P<mark>[/.-])(?P=mark)?\ ?\d{1,2}\ ?(?P=mark){1,2}\ ?(?:\d{4}|\d\d))(?![\d/])
    | (?P<dotted_day>\d{1,2}(?P<point>[.-])\d{1,2}\.?
        (?=\ ?(?:[\u2010-\u2015-]|to\b|and\b|&)\ ?\d{1,2}(?P=point)\d{1,2}(?P=point)\d\d)
      | (?:1[3-9]|2\d|3[01])\.(?:0?[1-9]|1[0-2])\.(?=[\s,;)]|$))
    | (?P<years>(?:19|20)\d\d
        (?:\ ?/\ ?|[\u2010-\u2014-](?!\d\d\ ?(?:NAME|/\d))|\ ?[\u2010-\u2014-]\ ?(?=\d{4}))
        (?:(?:19|20)\d\d|\d\d))(?![\d/]|-\d)
    | (?P<school_year>(?:19|20)\d\d/\d)(?![\d/])
    | (?P<short_length>\d\d?[mwy](?!\w))
    | (?P<halves>\d\d?(?:\ ?\u00bd|\.5|\ 1/2)[\ -]?(?:years?|yrs?)\b)
    | (?P<fraction>1/4[\ -]?ly\b|1/2(?=[\ -]?(?:year|yr|term|annual)))
    | (?P<short_years>\d\d/\ ?\d\d(?!\ ?(?:NAME)[a-z]*\.?\ ?['\u2019]?\d\d)|\d{1,2}/\d{1,2}(?!\ ?(?:NAME)))(?![\d/])
    | (?P<month_year>(?:0?[1-9]|1[0-2])[/.-](?:19|20)\d\d)(?![\d/])
    | (?P<year>(?:19|20)\d\d)(?!\d)
    | (?P<short_year>['\u2018\u2019`]\d\d)(?!\d)
    | (?P<ordinal>\d{1,2}\ ?(?:st|nd|rd|th))(?:\b|(?=(?:NAME)[a-z]*(?![a-z])))
    | (?P<clock>\d{1,2}:\d\d(?::\d\d)?(?:\ ?(?:[ap]m|h|hrs?|hours)\b)?|\d{1,2}\.\d\d\ ?(?:hrs|hours)\b
        |\d{1,2}\ ?o['\u2019]?clock\b
        |\d{1,2}(?:\.\d\d)?\ ?[ap]\.?m\b\.?|\d{4}\ ?(?:hrs|hours)\b
        |12\ ?(?:noon|midnight|midday)\b)
    | (?P<number>\d+)
""".replace("NAME", _NAME)
# Months behind which small words are glued (`byJune`, `end ofMay`); short ones make other words (`Tomar`).
_LONG_MONTHS = "|".join(sorted(name for name in MONTHS if len(name) > len("mar") or name == "may"))
_GLUED = (
    rf"(?:by|from|until|till?|to|of|in|for|end|mid|early|late|before|after|since|wef)(?=(?:{_LONG_MONTHS})\b)"
)
# What most tokens are, tried first: words, numbers and years that nothing longer can begin with.
_PLAIN = rf"""
      {_GLUED}
    | (?!q|h[at]|noon|mid)[a-z]{{2,}}+(?![\w'\u2019])
    | (?P<plain_number>\d\d?)(?=\ (?!st|nd|rd|th|noon|mid)[a-z]{{3}})
    | (?P<plain_year>(?:19|20)\d\d)(?=\ [a-z]|$)
"""
_WORDED = r"""
      (?P<quarter_sign>\u00bc[\ -]?ly\b)
    | (?P<part_sign>[\u00bc-\u00be\u2153\u2154])
    | (?P<quarter>(?:q|qtr|quarter)\.?\ ?[1-4])(?!\w)
    | (?P<half_term>(?:ht|half[\ -]term)\ ?[1-6])(?!\w)
    | (?P<half>h[12])(?!\w)
    | (?P<noon>(?:noon|midnight|midday)\b)
    | (?P<dotted>(?:[a-z]\.){2,}(?:[a-z]\b)?)
    | (?P<ampersand>[a-z]{1,2}&[a-z]{1,2}\b)
    | [^\W\d_]+(?:['\u2019][^\W\d_]+)*
"""
_MARKS_OF_TEXT = r"""
      (?P<less><(?=\ ?\d+\ ?(?:day|w|month|mth|y)))
    | (?P<more>>\ ?\d+(?=\ ?(?:day|w|month|mth|y)))
    | (?P<arrow>[\u2010-\u2015\u2212-]*[=\u2010-\u2015\u2212-]>|>|[\u2192\u21d2\u27a1\u2794])
    | (?P<dash>[\u2010-\u2015\u2212\u00ad-]+)
    | (?P<sign>\S)
"""
TOKEN = compile_later(
    rf"(?=\S)(?:{_PLAIN} | (?=[\d'\u2018\u2019`])(?:{_NUMERIC}) | (?=\w)(?:{_WORDED}) | {_MARKS_OF_TEXT})",
    re.VERBOSE,
)
