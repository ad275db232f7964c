"""`python -m pipeline`."""

import gc

from pipeline.cli import app

# Records are many and form no cycles: looking for some at Python's usual pace takes an eighth of a run.
gc.set_threshold(100_000, 20, 100)

app(prog_name="python -m pipeline")
