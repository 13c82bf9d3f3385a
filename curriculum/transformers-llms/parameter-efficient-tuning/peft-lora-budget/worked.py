"""The figures of the lesson, computed from the settings of its examples."""


def worked():
    """Trained weights, moments, memory, a file and the rank it allows, a share."""
    layers, width, narrow, rank = 80, 8192, 1024, 2
    layer = rank * (width + width) + rank * (width + narrow)
    dense = rank * (width * width + width * narrow) * layers
    moments = 103 * 8
    adapters, base, bits = 0.209, 7.2, 16
    trained = 4 + 4 + 8
    outer, inner, deep, large = 4096, 14336, 32, 32
    file = 3 * large * (outer + inner) * deep
    small = 3 * 1 * (outer + inner) * deep * 2 / 1e6
    a, b, r = 2048, 1536, 32
    return [
        [layers, width, narrow, rank, layer, layer * layers / 1e6, dense / 1e9],
        [103, 8, moments],
        [adapters * 1e3, base, bits, bits // 8, adapters, trained, base * bits / 8 + adapters * trained, base * trained],
        [large, outer, inner, deep, 3, file, file * 4 / 1e6, 1, small, 380, 380 // small],
        [a, b, r, a + b, r * (a + b) / (a * b)],
    ]
