"""A recursion over the layers with einsum, slopes from cosh."""

import numpy as np
from scipy.special import logsumexp


def backward(X, y, weights, biases):
    def go(h, k):
        """Loss, error of h, and the gradients from layer k on."""
        z = np.einsum("ni,io->no", h, weights[k]) + biases[k]
        if k == len(weights) - 1:
            log_z = logsumexp(z, axis=1)
            picked = np.take_along_axis(z, y[:, None], axis=1)[:, 0]
            dz = (np.exp(z - log_z[:, None]) - np.eye(z.shape[1])[y]) / z.shape[0]
            loss, dW, db = np.average(log_z - picked), [], []
        else:
            loss, dh, dW, db = go(np.tanh(z), k + 1)
            dz = dh / np.cosh(np.clip(z, -300, 300)) ** 2
        gradient = np.einsum("ni,no->io", h, dz)
        return loss, dz @ weights[k].T, [gradient] + dW, [np.einsum("no->o", dz)] + db

    loss, _, dW, db = go(X, 0)
    return loss, dW, db
