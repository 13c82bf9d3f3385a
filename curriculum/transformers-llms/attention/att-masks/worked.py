"""The figures of the lesson, computed with the solution."""

import math

import torch
from answer import batch_mask, masked_softmax


def worked():
    """A text of three tokens under a window and a prefix, and the shares of its last query."""
    visible = batch_mask(torch.tensor([3]), 4, width=2, prefix=torch.tensor([1]))[0, 0]
    if ["".join(".x"[int(v)] for v in row) for row in visible] != ["x...", "xx..", "xxx.", "x.x."]:
        raise ValueError("the table of the text is another")
    scores = torch.tensor([math.log(2), 5, 0, 7], dtype=torch.float64)
    shares = masked_softmax(scores, visible[3])
    return [visible.sum(-1).tolist(), *visible.shape, scores[[1, 3]], torch.exp(scores[[0, 2]]), shares, 3 * shares, torch.arange(4)]
