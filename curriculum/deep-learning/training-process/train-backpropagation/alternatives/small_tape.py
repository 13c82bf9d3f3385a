"""A tiny automatic differentiation of its own: nodes that know how to send gradients back."""

import numpy as np


class Node:
    def __init__(self, value, parents=()):
        self.value, self.parents, self.grad = value, parents, 0.0

    def send(self, grad):
        self.grad = self.grad + grad
        for parent, pull in self.parents:
            parent.send(pull(grad))


def matmul(a, b):
    return Node(a.value @ b.value, [(a, lambda g: g @ b.value.transpose()), (b, lambda g: a.value.transpose() @ g)])


def add(a, bias):
    return Node(a.value + bias.value, [(a, lambda g: g), (bias, lambda g: np.ones(len(g)) @ g)])


def tanh(a):
    t = np.tanh(a.value)
    return Node(t, [(a, lambda g: g - g * t * t)])


def nll(a, labels):
    z = a.value - np.max(a.value, 1, keepdims=True)
    q = np.exp(z)
    q = q / q.sum(1)[:, None]
    hot = labels[:, None] == np.arange(z.shape[1])
    value = np.sum(np.log(np.sum(np.exp(z), 1)) - z[hot]) / len(labels)
    return Node(value, [(a, lambda g: g * np.where(hot, q - 1.0, q) / len(labels))])


def backward(X, y, weights, biases):
    Ws, bs = [Node(w) for w in weights], [Node(b) for b in biases]
    h = Node(X)
    for i, (w, b) in enumerate(zip(Ws, bs)):
        h = add(matmul(tanh(h) if i > 0 else h, w), b)
    loss = nll(h, y)
    loss.send(1.0)
    return loss.value, [w.grad for w in Ws], [b.grad for b in bs]
