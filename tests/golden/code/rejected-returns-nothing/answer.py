import numpy as np


def softmax(x):
    e = np.exp(x - x.max())
    e / e.sum()
