"""The account of words: each word of a source is in a record, outside the records, or named in a diagnostic."""

from send_extract.account.accounting import account_for
from send_extract.account.tokens import Tally, count_words, weigh_words

__all__ = ["Tally", "account_for", "count_words", "weigh_words"]
