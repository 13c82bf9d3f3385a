import numpy as np


def softmax(x):
    return x / x[5]
