"""The same by torch's automatic differentiation."""

import torch


def backward(X, y, weights, biases):
    Ws = [torch.tensor(W, requires_grad=True) for W in weights]
    bs = [torch.tensor(b, requires_grad=True) for b in biases]
    h = torch.tensor(X)
    for i in range(len(Ws)):
        h = h @ Ws[i] + bs[i]
        if i + 1 < len(Ws):
            h = h.tanh()
    loss = torch.nn.functional.cross_entropy(h, torch.tensor(y))
    loss.backward()
    return loss.item(), [W.grad.numpy() for W in Ws], [b.grad.numpy() for b in bs]
