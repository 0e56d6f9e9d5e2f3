"""Sentences of something to be done, as the cells of a plan's actions are: orders, and what somebody will do."""

from __future__ import annotations

import re
from collections.abc import Iterable

from send_extract.patterns import compile_later

_VERBS = frozenset(
    # What councils order, in the infinitive.
    [
        "achieve", "act", "adapt", "add", "address", "adopt", "advertise", "advise", "agree", "align", "allocate",
        "amend", "analyse", "apply", "appoint", "approve", "arrange", "ask", "assess", "assign", "assist", "attend",
        "audit", "avoid", "award", "begin", "benchmark", "bid", "book", "brief", "bring", "build", "buy", "calculate",
        "call", "capture", "carry", "cascade", "change", "check", "circulate", "clarify", "clean", "clear", "close",
        "coach", "collaborate", "collate", "collect", "commission", "communicate", "compare", "complete", "conduct",
        "confirm", "connect", "consider", "consolidate", "construct", "consult", "contact", "continue", "contract",
        "contribute", "convene", "convert", "coordinate", "coproduce", "count", "create", "cut", "deal", "decide",
        "define", "deliver", "demonstrate", "deploy", "design", "determine", "develop", "devise", "dig", "digitise",
        "discuss", "display", "distribute", "document", "draft", "draw", "drive", "earmark", "educate", "embed",
        "employ", "empty", "enable", "encourage", "end", "enforce", "engage", "enhance", "ensure", "establish",
        "evaluate", "evidence", "examine", "expand", "explain", "explore", "extend", "facilitate", "file", "fill",
        "finalise", "find", "finish", "fit", "fix", "focus", "follow", "form", "formalise", "formulate", "foster",
        "fund", "gather", "generate", "get", "give", "go", "grow", "hand", "hire", "hold", "host", "identify",
        "implement", "improve", "include", "incorporate", "increase", "influence", "inform", "initiate", "insert",
        "inspect", "install", "instruct", "integrate", "introduce", "investigate", "invite", "issue", "join", "keep",
        "launch", "lay", "lead", "learn", "let", "liaise", "link", "list", "listen", "lobby", "locate", "log", "look",
        "lower", "maintain", "make", "manage", "map", "mark", "market", "maximise", "measure", "meet", "mend",
        "mentor", "merge", "minimise", "mobilise", "model", "modernise", "monitor", "move", "name", "nominate",
        "notify", "obtain", "offer", "open", "operate", "optimise", "order", "organise", "outline", "oversee",
        "paint", "partner", "pay", "perform", "pilot", "place", "plan", "plant", "populate", "prepare", "present",
        "prevent", "print", "prioritise", "procure", "produce", "progress", "promote", "propose", "protect",
        "provide", "publicise", "publish", "purchase", "pursue", "put", "raise", "reach", "realign", "reassess",
        "recommend", "reconcile", "record", "recruit", "redesign", "redraft", "reduce", "refer", "refine", "reflect",
        "refresh", "refurbish", "refuse", "reinforce", "reinstate", "relaunch", "relocate", "remind", "remove",
        "renew", "repair", "replace", "report", "request", "require", "research", "reset", "resolve", "respond",
        "restore", "restructure", "retain", "retrain", "revamp", "review", "revise", "revisit", "ring", "roll", "run",
        "sample", "save", "schedule", "scope", "scrutinise", "seek", "select", "send", "separate", "set", "share",
        "show", "sign", "signpost", "simplify", "source", "speak", "specify", "sponsor", "stagger", "standardise",
        "start", "stop", "streamline", "strengthen", "submit", "summarise", "supply", "support", "survey", "sustain",
        "swap", "sweep", "switch", "tackle", "take", "target", "teach", "tell", "tender", "test", "tidy", "tighten",
        "trace", "track", "train", "transfer", "transform", "translate", "trial", "turn", "undertake", "update",
        "upgrade", "upload", "upskill", "use", "utilise", "validate", "verify", "visit", "walk", "widen", "withdraw",
        "work", "write",
    ]
)  # fmt: skip
_FIRST = compile_later(
    r"\W*(?:\(?[A-Za-z]?\d[\w.]*\)?[.):]?\s+)?(?:to\s+)?(?:[a-z]+ly\s+)?(?:re-|co-)?([a-z]+)(?:\s+(of)\b)?",
    re.IGNORECASE,
)
_WILL = compile_later(r"(?:\S+\s+){1,7}?(?:will|shall)\s+([a-z]+)", re.IGNORECASE)
_FEWEST = 2
"""Words of an order, and orders of a column."""
_MOST = 0.6
"""The share of a column's cells: no list of verbs has all that councils use."""


def is_doing(text: str) -> bool:
    """Whether a cell says what is to be done: it begins with an order, or says that somebody will."""
    first = _FIRST.match(text)
    if first and first[1].lower() in _VERBS and not first[2]:
        return len(text.split()) >= _FEWEST
    will = _WILL.match(text)
    return will is not None and will[1].lower() in _VERBS | {"be", "have"}


def are_doing(texts: Iterable[str]) -> bool:
    """Whether most filled cells of a column, of which there are several, say what is to be done."""
    filled = [text for text in texts if text.strip()]
    return len(filled) >= _FEWEST and sum(map(is_doing, filled)) >= _MOST * len(filled)
