"""What is noted while a run is at work: seconds a stage, and tracebacks for whoever mends the program."""

from __future__ import annotations

import time
import traceback
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(slots=True)
class Watch:
    """Seconds by stage, and the tracebacks of failures that did not end the run."""

    seconds: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    tracebacks: list[str] = field(default_factory=list)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Adds the time spent inside to the stage's seconds."""
        start = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[name] += time.perf_counter() - start

    def note(self) -> None:
        """Keeps the traceback of the exception at hand."""
        self.tracebacks.append(traceback.format_exc())


@contextmanager
def logged(log: Path) -> Iterator[Watch]:
    """A watch whose tracebacks end in `log`, there after work with failures and gone after others."""
    watch = Watch()
    try:
        yield watch
    except Exception:
        watch.note()
        raise
    finally:
        if watch.tracebacks:
            log.write_text("\n".join(watch.tracebacks), encoding="utf-8", errors="backslashreplace")
        else:
            log.unlink(missing_ok=True)
