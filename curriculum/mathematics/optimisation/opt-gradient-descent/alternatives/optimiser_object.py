"""An optimiser object with a step method that moves in place, and copies of the state in the history."""

import numpy as np
from scipy.linalg import eigh


class _Descent:
    def __init__(self, gradient, start, rate):
        self.gradient, self.rate = gradient, rate
        self.state = np.empty(len(start))
        self.state[:] = start

    def slope(self):
        return self.gradient(self.state)

    def step(self):
        self.state -= self.rate * self.slope()


def gradient_descent(f, gradient, start, rate, tolerance=1e-6, max_steps=1000):
    if rate <= 0:
        raise ValueError("The rate has to be greater than zero.")
    optimiser = _Descent(gradient, start, rate)
    history = [(optimiser.state.copy(), f(optimiser.state))]
    while np.linalg.norm(optimiser.slope()) > tolerance and len(history) - 1 < max_steps:
        optimiser.step()
        history.append((optimiser.state.copy(), f(optimiser.state)))
    path, values = zip(*history)
    return list(path), list(values)


def safe_rate(hessian):
    largest = eigh(hessian, eigvals_only=True, subset_by_index=[len(hessian) - 1, len(hessian) - 1])[0]
    if largest <= 0:
        raise ValueError("no positive eigenvalue")
    return 1.0 / largest
