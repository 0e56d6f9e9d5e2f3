"""Reads council action plans into structured records."""
