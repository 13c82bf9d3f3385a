"""Running what learners wrote: behind a wall, under limits, with plain values as the only way out.  Enter through `run.run`."""
