"""`python -m pipeline`."""

import gc
import sys
from io import TextIOWrapper

from pipeline.cli import app

# Records are many and form no cycles: looking for some at Python's usual pace takes an eighth of a run.
gc.set_threshold(100_000, 20, 100)

# A name or a quotation mark that the terminal cannot show is no reason to stop.
for stream in (sys.stdout, sys.stderr):
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")

app(prog_name="python -m pipeline")
