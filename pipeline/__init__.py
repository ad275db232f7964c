"""Turns lists of exchange agreements, as PDF or as text dumped from PDF, into clean tables."""

__version__ = "0.1.0"
