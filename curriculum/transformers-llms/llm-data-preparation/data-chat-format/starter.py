"""Conversations as training text."""


def render(messages, template, add_generation_prompt=False):
    """The text of a conversation."""
    raise NotImplementedError


def encode(messages, template, tokenizer):
    """Return {"input_ids", "labels"} with labels on the assistant's parts only."""
    raise NotImplementedError
