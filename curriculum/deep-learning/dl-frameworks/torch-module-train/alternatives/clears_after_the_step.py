"""Gradients cleared after the step, the loader's own data set counts the rows, RMSprop, dropout in the model."""

import torch
from torch import nn, optim
from torch.utils.data import BatchSampler, DataLoader, RandomSampler, TensorDataset


def make_model(inputs, classes):
    model = nn.Sequential()
    widths = [inputs, 128, 128]
    for i in range(2):
        model.append(nn.Linear(widths[i], widths[i + 1]))
        model.append(nn.LeakyReLU())
        model.append(nn.Dropout(0.05))
    model.append(nn.Linear(128, classes))
    return model


def make_loader(X, y, batch_size):
    data = TensorDataset(X, y)
    return DataLoader(data, batch_sampler=BatchSampler(RandomSampler(data), batch_size, False))


def train_epoch(model, loader, optimiser):
    model.train(True)
    running = 0.0
    for x, y in loader:
        loss = nn.NLLLoss()(nn.functional.log_softmax(model(x), dim=-1), y)
        loss.backward()
        optimiser.step()
        optimiser.zero_grad(set_to_none=False)
        running += float(loss) * x.size(0)
    return running / len(loader.dataset)


@torch.no_grad()
def predict(model, X):
    return torch.argmax(model.train(False)(X).softmax(-1), -1)


def fit(X, y, classes, epochs, batch_size, path):
    torch.manual_seed(0)
    model = make_model(X.shape[-1], classes)
    optimiser = optim.RMSprop(model.parameters(), lr=2e-3)
    loader = make_loader(X, y, batch_size)
    losses = [train_epoch(model, loader, optimiser) for _ in range(epochs)]
    with open(path, "wb") as file:
        torch.save(model.state_dict(), file)
    return losses
