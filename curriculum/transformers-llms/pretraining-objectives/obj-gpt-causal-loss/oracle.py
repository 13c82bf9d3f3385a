"""Place by place in double precision, by log-sum-exp of the shifted logits."""

import torch


def labels_for(tokens, lengths, prompt=None, ignore=-100):
    rows = []
    for b, row in enumerate(tokens.tolist()):
        first = 0 if prompt is None else int(prompt[b])
        rows.append([t if first <= i < int(lengths[b]) else ignore for i, t in enumerate(row)])
    return torch.tensor(rows)


def _terms(logits, labels, ignore):
    for b in range(labels.shape[0]):
        for i in range(labels.shape[1] - 1):
            target = int(labels[b, i + 1])
            x = logits[b, i].double()
            yield b, i, None if target == ignore else torch.logsumexp(x - x[target], 0)


def token_losses(logits, labels, ignore=-100):
    out = torch.zeros(labels.shape[0], labels.shape[1] - 1, dtype=logits.dtype)
    for b, i, term in _terms(logits, labels, ignore):
        if term is not None:
            out[b, i] = term
    return out


def causal_loss(logits, labels, ignore=-100):
    terms = [t for _, _, t in _terms(logits, labels, ignore) if t is not None]
    return (torch.stack(terms).mean() if terms else logits.double().sum() * 0).to(logits.dtype)
