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
    asked = tokeniser.apply_chat_template([{"role": "user", "content": pair["prompt"]}], tokenize=False, add_generation_prompt=True)
    prompt = tokeniser(asked, add_special_tokens=False)["input_ids"]
    answer = tokeniser(pair["completion"], add_special_tokens=False)["input_ids"]
    return Example([*prompt, *answer, tokeniser.eos_token_id], len(prompt))


def losses(model: Any, batch: Sequence[Example]) -> torch.Tensor:
    """The loss of every completion token (the end token is one) of the batch, one after another, in nats.

    Only these positions go through the output layer, which is a fifth of the work of a small model.
    """
    longest = max(len(e.ids) for e in batch)
    ids = torch.tensor([e.ids + [0] * (longest - len(e.ids)) for e in batch])
    mask = torch.tensor([[1] * len(e.ids) + [0] * (longest - len(e.ids)) for e in batch])
    hidden = model.base_model(input_ids=ids, attention_mask=mask).last_hidden_state
    rows = [(row, place) for row, e in enumerate(batch) for place in range(e.prompt, len(e.ids))]
    at = torch.tensor(rows).T
    logits = model.get_output_embeddings()(hidden[at[0], at[1] - 1])
    return torch.nn.functional.cross_entropy(logits.float(), ids[at[0], at[1]], reduction="none")


def mean_loss(model: Any, examples: Sequence[Example], batch: int) -> float:
    """Loss per completion token over all examples, each token counted once."""
    ordered = sorted(examples, key=lambda e: len(e.ids))
    with torch.inference_mode():
        found = torch.cat([losses(model, ordered[k : k + batch]) for k in range(0, len(ordered), batch)])
    return float(found.double().mean())


def batches(examples: Sequence[Example], size: int, seed: int, first: int) -> Iterator[list[Example]]:
    """Batches without end from step `first` on; each pass over the examples has an order of its own, fixed by seed and pass.

    So a run that goes on at step k sees what an unbroken run would have seen at step k.
    """
    size = min(size, len(examples))
    per_pass = len(examples) // size
    step = first
    while True:
        order = torch.randperm(len(examples), generator=torch.Generator().manual_seed(seed * 100_003 + step // per_pass)).tolist()
        start = step % per_pass * size
        yield [examples[k] for k in order[start : start + size]]
        step += 1
