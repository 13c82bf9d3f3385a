"""A classifier in PyTorch: module, loader, loop, state on disk."""

import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset


def make_model(inputs, classes):
    return nn.Sequential(nn.Linear(inputs, 64), nn.ReLU(), nn.Linear(64, 64), nn.ReLU(), nn.Linear(64, classes))


def make_loader(X, y, batch_size):
    return DataLoader(TensorDataset(X, y), batch_size, shuffle=True)


def train_epoch(model, loader, optimiser):
    model.train()
    total, count = 0.0, 0
    for inputs, labels in loader:
        optimiser.zero_grad()
        loss = nn.functional.cross_entropy(model(inputs), labels)
        loss.backward()
        optimiser.step()
        total += loss.item() * len(labels)
        count += len(labels)
    return total / count


@torch.no_grad()
def predict(model, X):
    model.eval()
    return model(X).argmax(dim=1)


def fit(X, y, classes, epochs, batch_size, path):
    model = make_model(X.shape[1], classes)
    optimiser = torch.optim.Adam(model.parameters(), lr=0.01)
    loader = make_loader(X, y, batch_size)
    losses = [train_epoch(model, loader, optimiser) for _ in range(epochs)]
    torch.save(model.state_dict(), path)
    return losses
