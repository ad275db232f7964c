"""A progress bar for long work; silent for short work."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

Tell = Callable[[str, float], None]  # what is being done, and the share of it that is done


def silent(stage: str, share: float) -> None:
    """Tells nobody."""


@contextmanager
def watched(shown: bool) -> Iterator[Tell]:
    """A bar a stage on the terminal (standard error), where `shown`."""
    if not shown:
        yield silent
        return
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import Progress  # noqa: PLC0415

    with Progress(console=Console(stderr=True)) as progress:
        bars: dict[str, int] = {}

        def tell(stage: str, share: float) -> None:
            if stage not in bars:
                bars[stage] = progress.add_task(stage, total=1.0)
            progress.update(bars[stage], completed=share)  # type: ignore[arg-type]

        yield tell
