"""What the end of a run needs of its drafts, kept on the disk: thousands take no more memory than ten."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO, TYPE_CHECKING

import msgspec
from msgspec import Struct

from send_extract.batch.outcomes import Outcome

if TYPE_CHECKING:
    from send_extract.batch.drafts import Handled

_OUTCOMES = msgspec.json.Decoder(Outcome)


class _Span(Struct, frozen=True):
    """Where the parts of a draft stand in the file, one behind another, by their ends."""

    start: int
    outcome: int
    traits: int
    plan: int


class Register:
    """The drafts of a run in its order, each as it came back; `file` is open to be written and read."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._spans: list[_Span] = []
        self._end = 0

    def __len__(self) -> int:
        return len(self._spans)

    def add(self, handled: Handled) -> None:
        """Adds the next draft of the run."""
        start = self._end
        ends = []
        self._file.seek(start)
        for part in (handled.outcome, handled.traits, handled.plan):
            self._file.write(part)
            self._end += len(part)
            ends.append(self._end)
        self._spans.append(_Span(start, *ends))

    def outcomes(self) -> Iterator[Outcome]:
        """The outcome of each draft, as often as it is asked for."""
        return map(self.outcome, range(len(self)))

    def outcome(self, place: int) -> Outcome:
        """The outcome of a draft."""
        span = self._spans[place]
        return _OUTCOMES.decode(self._read(span.start, span.outcome))

    def traits(self, place: int) -> bytes:
        """What tells of which plan a draft is, JSON; nothing where it has none."""
        span = self._spans[place]
        return self._read(span.outcome, span.traits)

    def plan(self, place: int) -> bytes:
        """The plan of a draft, JSON; nothing where it has none."""
        span = self._spans[place]
        return self._read(span.traits, span.plan)

    def _read(self, start: int, end: int) -> bytes:
        self._file.seek(start)
        return self._file.read(end - start)
