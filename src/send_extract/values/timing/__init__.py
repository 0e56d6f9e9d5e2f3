"""Timings: what the words of a When cell mean, by the conventions of the design (section 3, "When")."""

from send_extract.values.timing.model import Frequency, Interval, Status, Timing

__all__ = ["Frequency", "Interval", "Status", "Timing"]
