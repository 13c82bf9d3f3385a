"""Messages of a request, and what stays of them when the window is full."""


def build(system, events):
    """The list of messages for these events."""
    raise NotImplementedError


def cost(message, count):
    """Tokens of one message; `count` gives the tokens of a text."""
    raise NotImplementedError


def trim(messages, limit, count):
    """The messages that are kept, in their order."""
    raise NotImplementedError
