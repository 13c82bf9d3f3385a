"""The figures of the lesson, computed with the solution."""

import torch
from answer import train_epoch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

RATES = [0.1, 0.001, 0.01]  # of the optimisers in the second table
MOMENTUM = 0.9


def worked():
    """Two batches of one example, from weights of 0; and what happens if nobody clears the gradients."""
    x, y, rate = torch.tensor([[2.0], [0.0]]), torch.tensor([0, 1]), 0.5
    told, clean, dirty = [x, y, rate], _zeros(), _zeros()
    for i in range(2):
        logits = clean(x[i : i + 1])
        p = logits.detach().softmax(1)
        losses = []
        for model in (clean, dirty):
            if model is clean:
                model.zero_grad()
            loss = nn.functional.cross_entropy(model(x[i : i + 1]), y[i : i + 1])
            loss.backward()
            losses.append(loss.item())
            with torch.no_grad():
                model.weight -= rate * model.weight.grad
        told += [logits.detach(), p, losses, torch.exp(torch.tensor(losses[0])), p - nn.functional.one_hot(y[i], 2)]
        told += [clean.weight.grad.clone(), clean.weight.detach().clone()]
    model = _zeros()
    loss = train_epoch(model, DataLoader(TensorDataset(x, y), batch_size=1), torch.optim.SGD(model.parameters(), lr=rate))
    if not torch.allclose(model.weight, clean.weight):
        raise ValueError("the solution ends elsewhere")
    return [RATES, MOMENTUM, told, loss, dirty.weight.detach()]


def _zeros():
    model = nn.Linear(1, 2, bias=False)
    nn.init.zeros_(model.weight)
    return model
