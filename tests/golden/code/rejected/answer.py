import numpy as np


def softmax(x):
    e = np.exp(x - x.max())
    return e / (1 + e.sum())
