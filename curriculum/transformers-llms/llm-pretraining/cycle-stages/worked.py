"""The figures of the lesson, computed from the settings of its examples."""


def worked():
    """Targets of a loss, days of a pre-training."""
    texts, question, answer = 580, 126, 87
    weights, tokens, each = 30, 550, 6
    operations = each * weights * 1e9 * tokens * 1e9
    machines, peak, used = 64, 400, 0.4
    rate = machines * peak * 1e12 * used
    seconds = operations / rate
    return [
        [texts, question, answer, answer * texts, 1, (question + answer - 1) * texts],
        [each, weights, tokens, 10, operations / 1e22],
        [machines, peak, used, rate / 1e16, seconds / 1e6, seconds / 86400, seconds / 86400 * 2 / each],
    ]
