"""Rows always in the given order

Your loader hands out the rows as they lie in memory. Data often lies sorted, by class or by date: each batch then pulls towards one class, and the last one of an epoch has the last word. A new order in every pass
is what makes a batch a sample.
"""

import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset


def make_model(inputs, classes):
    return nn.Sequential(nn.Linear(inputs, 64), nn.ReLU(), nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, classes))


def make_loader(X, y, batch_size):
    return DataLoader(TensorDataset(X, y), batch_size=batch_size)


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


def fit(X, y, classes, epochs, batch_size, path):
    model = make_model(X.shape[1], classes)
    optimiser = torch.optim.Adam(model.parameters(), lr=0.01)
    loader = make_loader(X, y, batch_size)
    history = []
    for _ in range(epochs):
        history.append(train_epoch(model, loader, optimiser))
    torch.save(model.state_dict(), path)
    return history
