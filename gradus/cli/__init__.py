"""Gradus in a terminal: thin commands over `study`, `content` and `prove`."""
