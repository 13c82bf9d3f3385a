"""The loss with its gradients; and a reward model trained by the answer, asked for hidden texts with and without more padding."""

import torch

import answer


def loss(chosen, rejected, lean):
    """The loss and its gradients."""
    inputs = [x.clone().requires_grad_(True) for x in (chosen, rejected, lean)]
    found = answer.pair_loss(*inputs)
    return {"loss": found.detach(), "gradients": list(torch.autograd.grad(found, inputs))}


def share(first, second, better):
    """The accuracy as a plain number."""
    return float(answer.accuracy(first, second, better))


def trained(words, pairs, ids, mask):
    """The rewards of hidden texts; how far they move when padding is added, or when a text stands in another batch."""
    model = answer.train(dict(pairs), words)
    model.eval()
    with torch.no_grad():
        rewards = model(ids, mask)
        more = torch.full((len(ids), 3), 7)
        padded = model(torch.cat([ids, more], dim=1), torch.cat([mask, more < 0], dim=1))
        longest = int(mask[:40].sum(1).max())
        alone = model(ids[:40, :longest], mask[:40, :longest])
        return {"rewards": rewards, "moved by padding": max(float((padded - rewards).abs().max()), float((alone - rewards[:40]).abs().max()))}
