"""A loader that draws with NumPy; AdamW with a schedule; residual layers and batch normalisation."""

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F


class Block(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.norm, self.a, self.b = nn.BatchNorm1d(width), nn.Linear(width, width), nn.Linear(width, width)

    def forward(self, x):
        return x + self.b(F.gelu(self.a(self.norm(x))))


def make_model(inputs, classes):
    return nn.Sequential(nn.Linear(inputs, 48), Block(48), Block(48), nn.ReLU(), nn.Linear(48, classes))


class Loader:
    def __init__(self, X, y, size):
        self.rows, self.size = (X, y), size

    def __len__(self):
        return -(-len(self.rows[0]) // self.size)

    def __iter__(self):
        order = np.random.permutation(len(self.rows[0]))
        parts = [torch.from_numpy(order[i : i + self.size]) for i in range(0, len(order), self.size)]
        return iter([tuple(t.index_select(0, p) for t in self.rows) for p in parts])


def make_loader(X, y, batch_size):
    return Loader(X, y, batch_size)


def train_epoch(model, loader, optimiser):
    model.train()
    per_example = []
    for x, y in loader:

        def closure():
            optimiser.zero_grad()
            losses = F.cross_entropy(model(x), y, reduction="none")
            losses.mean().backward()
            per_example.append(losses.detach())
            return losses.mean()

        optimiser.step(closure)
    return torch.cat(per_example).mean().item()


def predict(model, X):
    model.eval()
    return model(X).detach().sort(dim=1, descending=True).indices[:, 0]


def fit(X, y, classes, epochs, batch_size, path):
    model = make_model(X.shape[1], classes)
    optimiser = torch.optim.AdamW(model.parameters(), lr=5e-3, weight_decay=1e-3)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, epochs)
    losses = []
    for _ in range(epochs):
        losses.append(train_epoch(model, make_loader(X, y, batch_size), optimiser))
        schedule.step()
    torch.save({name: tensor.clone() for name, tensor in model.state_dict().items()}, path)
    return losses
