"""One wide hidden layer, DataLoader with collate of indices, loss weighed by shares."""

import torch
from torch.utils.data import DataLoader


def make_model(inputs, classes):
    hidden = torch.nn.Linear(inputs, 256)
    torch.nn.init.normal_(hidden.weight, std=3.0)
    return torch.nn.Sequential(hidden, torch.nn.ReLU(), torch.nn.Linear(256, classes))


def make_loader(X, y, batch_size):
    def collate(indices):
        return X[indices], y[indices]

    return DataLoader(range(len(y)), batch_size=batch_size, shuffle=True, collate_fn=collate)


def train_epoch(model, loader, optimiser):
    model.train()
    seen, mean = 0, 0.0
    for inputs, labels in loader:
        optimiser.zero_grad()
        logits = model(inputs)
        loss = (logits.logsumexp(1) - logits.gather(1, labels[:, None])[:, 0]).mean()
        loss.backward()
        optimiser.step()
        seen += len(labels)
        mean += (loss.item() - mean) * len(labels) / seen
    return mean


def predict(model, X):
    model.eval()
    with torch.no_grad():
        logits = model(X)
    return (logits == logits.amax(1, keepdim=True)).int().argmax(1)


def fit(X, y, classes, epochs, batch_size, path):
    model = make_model(X.shape[1], classes)
    optimiser = torch.optim.NAdam(model.parameters(), lr=0.01)
    loader = make_loader(X, y, batch_size)
    out = [train_epoch(model, loader, optimiser) for _ in range(epochs)]
    torch.save(model.state_dict(), str(path))
    return out
