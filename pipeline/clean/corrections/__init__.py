"""What people ruled on an edition, applied where it still fits."""

from pipeline.clean.corrections.applied import apply, unknown_editions
from pipeline.clean.corrections.rulings import NoRulings, Ruling, read_rulings

__all__ = ["NoRulings", "Ruling", "apply", "read_rulings", "unknown_editions"]
