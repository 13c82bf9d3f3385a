"""The curriculum as data: reading it, checking it, showing it, starting a new step.  Never runs learner code."""
