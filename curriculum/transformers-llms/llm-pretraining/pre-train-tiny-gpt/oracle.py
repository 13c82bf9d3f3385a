"""Counting instead of training: triples of characters, backed off to pairs and single ones, as a module."""

import torch
from torch import nn


def windows(ids, length, held):
    text, cut = ids.tolist(), len(ids) - held
    train = [text[i : i + length] for i in range(cut) if i + length <= cut]
    valid = [text[i : i + length] for i in range(cut, len(text), length) if i + length <= len(text)]
    return torch.tensor(train), torch.tensor(valid)


class Counts(nn.Module):
    def __init__(self, words, context):
        super().__init__()
        self.words = words
        self.one, self.two, self.three = torch.zeros(words), torch.zeros(words, words), torch.zeros(words, words, words)

    def count(self, ids):
        for a, b, c in zip(ids.tolist(), ids.tolist()[1:], ids.tolist()[2:]):
            self.one[c] += 1
            self.two[b, c] += 1
            self.three[a, b, c] += 1
        return self

    def forward(self, ids):
        def back_off(counts, below):
            kinds = (counts > 0).sum(-1, keepdim=True)
            return (counts + (kinds + 1) * below) / (counts.sum(-1, keepdim=True) + kinds + 1)

        one = back_off(self.one, torch.full((self.words,), 1 / self.words))
        two = back_off(self.two, one)
        three = back_off(self.three, two[None])
        shares = torch.empty(*ids.shape, self.words)
        shares[:, 0] = two[ids[:, 0]]
        shares[:, 1:] = three[ids[:, :-1], ids[:, 1:]]
        return shares.log()


def make_model(words, context):
    return Counts(words, context)


def pretrain(ids, words, context):
    return Counts(words, context).count(ids)
