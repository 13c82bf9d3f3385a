"""Plain indexing; padding struck out by multiplication, its logit by torch.where."""

import torch


class TokenEmbedding(torch.nn.Module):
    def __init__(self, words, width, pad=None):
        super().__init__()
        rows = torch.empty(words, width).normal_(0.0, width**-0.5)
        self.real = torch.ones(words, 1)
        if pad is not None:
            self.real[pad] = 0.0
        self.rows = torch.nn.Parameter(rows * self.real)

    def forward(self, tokens):
        return self.rows[tokens] * self.real[tokens] * self.rows.shape[1] ** 0.5

    def logits(self, hidden):
        scores = torch.einsum("...w,vw->...v", hidden, self.rows)
        return torch.where(self.real[:, 0] > 0, scores, -torch.inf)
