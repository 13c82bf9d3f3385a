"""The logits processors of the transformers library, in float64; ties in the nucleus by a shift that they can see."""

import numpy as np
import torch
from transformers import TemperatureLogitsWarper, TopKLogitsWarper, TopPLogitsWarper


def shares(logits, temperature=1.0, k=None, p=1.0):
    scores = torch.tensor(logits, dtype=torch.float64)[None]
    if temperature == 0:
        first = torch.zeros_like(scores)
        first[0, int(np.flatnonzero(logits == logits.max())[0])] = 1.0
        return first[0].numpy()
    scores = TemperatureLogitsWarper(float(temperature))(None, scores - scores.max())
    if k is not None:
        scores = TopKLogitsWarper(top_k=k)(None, scores)
    if p < 1:
        shifted = scores - torch.arange(scores.shape[1], dtype=torch.float64) * 1e-13
        scores = scores.masked_fill(torch.isinf(TopPLogitsWarper(top_p=p)(None, shifted)), -torch.inf)
    return scores.softmax(-1)[0].numpy()


def sample(logits, temperature, k, p, rng):
    gumbel = rng.gumbel(size=len(logits))
    with np.errstate(divide="ignore"):
        return int(np.argmax(np.log(shares(np.asarray(logits), temperature, k, p)) + gumbel))
