"""cross_entropy with its own mean, and the empty case apart."""

import torch


def labels_for(tokens, lengths, prompt=None, ignore=-100):
    at = torch.arange(tokens.size(1)).expand_as(tokens)
    start = torch.zeros_like(lengths) if prompt is None else prompt
    return tokens.masked_fill((at >= lengths.unsqueeze(1)) | (at < start.unsqueeze(1)), ignore)


def token_losses(logits, labels, ignore=-100):
    b, n, words = logits.shape
    flat = torch.nn.functional.cross_entropy(logits[:, : n - 1].reshape(-1, words), labels[:, 1:].reshape(-1), ignore_index=ignore, reduction="none")
    return flat.view(b, n - 1)


def causal_loss(logits, labels, ignore=-100):
    targets = labels[:, 1:].flatten()
    if bool((targets == ignore).all()):
        return (logits * 0).sum()
    return torch.nn.functional.cross_entropy(logits[:, :-1].flatten(0, 1), targets, ignore_index=ignore)
