"""The HTTP service: one worker that answers in batches, and the routes in front of it."""
