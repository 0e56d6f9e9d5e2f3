"""The tables that are made of all drafts together: their columns, and what they say."""

from __future__ import annotations

from typing import Any

from send_extract.corpus.tables import IDENTITY, PLACES, CorpusColumn, CorpusTable
from send_extract.writers.diff.csv import COLUMNS

_PLAN = CorpusColumn("plan", "Which plan it is a draft of: the same in every draft of it.")
_PLACE = CorpusColumn("place", "Which draft of the plan it is, from 1.", "integer")
_LASTING = CorpusColumn("lasting_id", "What the action is called in every draft of its plan.")

DRAFTS = CorpusTable(
    "drafts",
    "Which draft of which plan each source is",
    (
        *IDENTITY,
        _PLAN,
        _PLACE,
        CorpusColumn("drafts", "How many drafts of the plan there are.", "integer"),
        CorpusColumn("is_latest", "Whether it is the last of them; of copies the first is.", "boolean"),
        CorpusColumn("is_ordered", "Whether the drafts say in which order they were made.", "boolean"),
        CorpusColumn("copy_of", "The uri of the source that is the same draft; null where none came before."),
        CorpusColumn("title", "The plan's title, as this draft has it."),
        CorpusColumn("label", "What the draft calls itself."),
        CorpusColumn("date", "The draft's day.", "date"),
    ),
)
_CHANGE_KINDS: dict[str, Any] = {"months": "integer", "days": "integer", "minor": "boolean"}
_CHANGE_TEXTS = {
    "kind": "What changed (docs/diff.md).",
    "old": "The words of the draft before.",
    "new": "The words of this draft.",
    "text": "What it is about.",
    "direction": "later, earlier, set, lost or changed: where a date went.",
    "months": "How many whole months it went.",
    "days": "How many days it went.",
    "minor": "Whether only a letter, capitals or punctuation differ.",
}


def _describe_change(name: str) -> CorpusColumn:
    text = _CHANGE_TEXTS.get(
        name, f"Its {' in the '.join(name.split('_'))}{' draft' if '_' in name else ''}."
    )
    return CorpusColumn(name, text, _CHANGE_KINDS.get(name, "string"))


CHANGES = CorpusTable(
    "changes",
    "What changed in a draft since the one before it, one change a row",
    (
        *IDENTITY,
        _PLAN,
        _PLACE,
        CorpusColumn("since_uri", "The source of the draft before."),
        CorpusColumn("since", "What that draft calls itself."),
        _LASTING,
        CorpusColumn(
            "recommendation_key",
            "Which of this draft's recommendations, from 1: with uri the key to join on; null where it has none.",
            "integer",
        ),
        *map(_describe_change, COLUMNS),
    ),
)
HISTORIES = CorpusTable(
    "histories",
    "Every action in every draft of its plan that has it, under a name that stays the same",
    (
        *IDENTITY,
        _PLAN,
        _PLACE,
        CorpusColumn("is_latest", "Whether the draft is the last of its plan.", "boolean"),
        _LASTING,
        *(CorpusColumn(key, text, "integer") for key, text in PLACES.items()),
        CorpusColumn("recommendation", "The number of its recommendation."),
        CorpusColumn("action", "Its id; null where a recommendation has a date and no actions."),
        CorpusColumn("section", "The heading that it stands under."),
        CorpusColumn("text", "Its words."),
        CorpusColumn("owners", "Its owners."),
        CorpusColumn("when_printed", "Its timing as printed."),
        CorpusColumn("start_date", "The first day.", "date"),
        CorpusColumn("end_date", "The last day; null where there is none.", "date"),
        CorpusColumn("status", "The status that its timing says."),
        CorpusColumn("changes", "The kinds of what changed in it since the draft before."),
    ),
)
FAMILY_TABLES = (DRAFTS, CHANGES, HISTORIES)
"""What the drafts of a plan together give rows to."""

DOUBTS = CorpusTable(
    "doubts",
    "What the histories could not tell: drafts that may be of one plan and were not put together",
    (
        *IDENTITY,
        CorpusColumn("other_uri", "The other draft; null where the plan could not be compared at all."),
        CorpusColumn("share", "The share of the shorter one's texts that both have, 0 to 1.", "number"),
        CorpusColumn("reason", "Why nothing tells, and what would."),
    ),
)
HISTORY_TABLES = (*FAMILY_TABLES, DOUBTS)
"""The tables that are made of all drafts together."""
