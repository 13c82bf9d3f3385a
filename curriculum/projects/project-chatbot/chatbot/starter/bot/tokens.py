"""Pairs as tokens, and the loss of a language model on their completions."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import torch


class Example(NamedTuple):
    """One pair: all token ids, and how many of them are the prompt, on which there is no loss."""

    ids: list[int]
    prompt: int


def example(pair: dict[str, str], tokeniser: Any) -> Example:
    """The prompt as the user's message in the model's own chat form, the completion as the answer, then the token that ends an answer."""
    raise NotImplementedError


def losses(model: Any, batch: Sequence[Example]) -> torch.Tensor:
    """The loss of every completion token (the end token is one) of the batch, one after another, in nats."""
    raise NotImplementedError


def mean_loss(model: Any, examples: Sequence[Example], batch: int) -> float:
    """Loss per completion token over all examples, each token counted once."""
    raise NotImplementedError


def batches(examples: Sequence[Example], size: int, seed: int, first: int) -> Iterator[list[Example]]:
    """Batches without end from step `first` on; which batch belongs to a step follows from the seed and the step alone."""
    raise NotImplementedError
