import numpy as np

x = np.ones(3)[7]


def softmax(x):
    return x
