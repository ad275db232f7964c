"""Where names begin and end: `units` cuts cells, `segment` scores cuttings, `whole` judges a run of words."""
