"""Filters for a corpus, with reasons."""

COMMON = {"a", "and", "are", "as", "be", "by", "for", "in", "is", "it", "of", "on", "that", "the", "to", "with"}


def normalise(text):
    """One spelling for what looks alike."""
    raise NotImplementedError


def reasons(text, kind):
    """The rules that the text fails, in the order of the table."""
    raise NotImplementedError


def quality_filter(documents):
    """What is kept, what is removed and why, and what each rule does."""
    raise NotImplementedError
