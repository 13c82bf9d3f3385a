"""Softmax inside the model

Your model ends with a softmax, and the loss takes another one of it. Probabilities lie between 0 and 1, so the second softmax can never become sure: the loss stays high and the gradients are small. It still learns,
slowly. The model gives logits.
"""

import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset


def make_model(inputs, classes):
    return nn.Sequential(nn.Linear(inputs, 64), nn.ReLU(), nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, classes), nn.Softmax(dim=1))


def make_loader(X, y, batch_size):
    return DataLoader(TensorDataset(X, y), batch_size=batch_size, shuffle=True)


def train_epoch(model, loader, optimiser):
    model.train()
    total, n = 0.0, 0
    for xb, yb in loader:
        out = model(xb)
        loss = nn.functional.cross_entropy(out, yb)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        total += loss.item() * xb.shape[0]
        n += xb.shape[0]
    return total / n


def predict(model, X):
    model.eval()
    with torch.no_grad():
        return model(X).argmax(1)


def _log_epoch(model, loader, optimiser):
    for xb, yb in loader:
        optimiser.zero_grad()
        loss = nn.functional.nll_loss(model(xb).clamp(min=1e-12).log(), yb)
        loss.backward()
        optimiser.step()
    return loss.item()


def fit(X, y, classes, epochs, batch_size, path):
    model = make_model(X.shape[1], classes)
    optimiser = torch.optim.Adam(model.parameters(), lr=0.01)
    loader = make_loader(X, y, batch_size)
    history = []
    for _ in range(epochs):
        history.append(_log_epoch(model, loader, optimiser))
    torch.save(model.state_dict(), path)
    return history
