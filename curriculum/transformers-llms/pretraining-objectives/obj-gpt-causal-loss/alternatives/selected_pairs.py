"""The pairs that count are picked out first; nothing else is computed."""

import torch
import torch.nn as nn


def labels_for(tokens, lengths, prompt=None, ignore=-100):
    out = torch.full_like(tokens, ignore)
    for row, target, length, p in zip(tokens, out, lengths.tolist(), [0] * len(tokens) if prompt is None else prompt.tolist()):
        target[p:length] = row[p:length]
    return out


def _pairs(logits, labels, ignore):
    rows, columns = torch.nonzero(labels[:, 1:] != ignore, as_tuple=True)
    return rows, columns, -logits[rows, columns].log_softmax(-1)[torch.arange(len(rows)), labels[rows, columns + 1]]


def token_losses(logits, labels, ignore=-100):
    rows, columns, terms = _pairs(logits, labels, ignore)
    return logits.new_zeros(labels.shape[0], labels.shape[1] - 1).index_put((rows, columns), terms)


def causal_loss(logits, labels, ignore=-100):
    terms = _pairs(logits, labels, ignore)[2]
    return terms.sum() / (len(terms) or 1)
