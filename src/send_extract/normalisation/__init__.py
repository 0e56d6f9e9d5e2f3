"""The walk that fills the value of each mention."""
