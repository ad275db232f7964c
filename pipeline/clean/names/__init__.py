"""Where names begin and end: `units` cuts cells, `segment` scores cuttings, `gaps` judges the gap
between two lines (`pieces`), `whole` a run of words; `elsewhere` is what other cells say."""
