"""Prompt templates: pieces that are read once."""


class PromptTemplate:
    """A text with holes such as {name}; {{ and }} are literal braces."""

    def __init__(self, text, defaults=None):
        raise NotImplementedError

    def format(self, **values):
        """The text with every hole filled; KeyError if a required name has no value."""
        raise NotImplementedError

    def partial(self, **values):
        """A new template in which these names have these values."""
        raise NotImplementedError

    def __add__(self, other):
        """A new template: this one, and the other behind it."""
        raise NotImplementedError


def escape(text):
    """Template text that gives `text` back."""
    raise NotImplementedError
