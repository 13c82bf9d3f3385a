import numpy as np


def softmax(x):
    x -= x.max()
    np.exp(x, out=x)
    x /= x.sum()
    return x.copy()
