"""A module class; batches cut from a random permutation by a generator class; SGD with momentum."""

import torch
import torch.nn as nn


class Net(nn.Module):
    def __init__(self, inputs, classes):
        super().__init__()
        self.body = nn.ModuleList([nn.Linear(inputs, 100), nn.Linear(100, 100)])
        self.head = nn.Linear(100, classes)

    def forward(self, x):
        for layer in self.body:
            x = torch.tanh(layer(x))
        return self.head(x)


def make_model(inputs, classes):
    return Net(inputs, classes)


class Batches:
    def __init__(self, X, y, size):
        self.X, self.y, self.size = X, y, size

    def __iter__(self):
        for chunk in torch.randperm(len(self.X)).split(self.size):
            yield self.X[chunk], self.y[chunk]


def make_loader(X, y, batch_size):
    return Batches(X, y, batch_size)


def train_epoch(model, loader, optimiser):
    if not model.training:
        model.train()
    criterion = nn.CrossEntropyLoss(reduction="sum")
    total = torch.zeros(())
    count = 0
    for x, y in loader:
        for p in model.parameters():
            p.grad = None
        loss = criterion(model(x), y)
        (loss / y.numel()).backward()
        optimiser.step()
        total = total + loss.detach()
        count += y.numel()
    return (total / count).item()


def predict(model, X):
    was = model.training
    model.eval()
    with torch.inference_mode():
        classes = torch.max(model(X), dim=-1).indices
    model.train(was)
    return classes.clone()


def fit(X, y, classes, epochs, batch_size, path):
    net = make_model(X.size(1), classes)
    opt = torch.optim.SGD(net.parameters(), lr=0.1, momentum=0.9)
    losses = []
    while len(losses) < epochs:
        losses.append(train_epoch(net, make_loader(X, y, batch_size), opt))
    torch.save(dict(net.state_dict()), path)
    return losses
