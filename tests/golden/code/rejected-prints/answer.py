import numpy as np


def softmax(x):
    e = np.exp(x - x.max())
    print(e / e.sum())
