"""The same institution under every spelling: `identify` for agreements, `institutions_command` for any names."""

from pipeline.sameness.authority import BadAuthority
from pipeline.sameness.command import BadNames, institutions_command
from pipeline.sameness.decisions import BadDecisions
from pipeline.sameness.identity import identify

__all__ = ["BadAuthority", "BadDecisions", "BadNames", "identify", "institutions_command"]
