"""The account of words: each word of a source is in a record, outside the records, or named in a diagnostic."""

from send_extract.account.accounting import record_balance
from send_extract.account.balance import Balance, draw_balance
from send_extract.account.tokens import Tally, count_runs, count_words, find_words, tally_part

__all__ = [
    "Balance",
    "Tally",
    "count_runs",
    "count_words",
    "draw_balance",
    "find_words",
    "record_balance",
    "tally_part",
]
