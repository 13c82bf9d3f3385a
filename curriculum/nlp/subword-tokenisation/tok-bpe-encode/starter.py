"""Byte-level byte-pair encoding."""

from earlier.tok_bpe_train import train_bpe


def byte_merges(text, count):
    """Merges learned on the UTF-8 bytes of a text: a list of tuples of two bytes objects."""
    raise NotImplementedError


def encode(text, merges, special=(), trusted=False):
    """The token numbers of a text."""
    raise NotImplementedError


def decode(ids, merges, special=()):
    """The text of token numbers."""
    raise NotImplementedError
