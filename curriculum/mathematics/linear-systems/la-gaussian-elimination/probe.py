"""Asks for the reduced form and leaves operations without effect out of the list, so that equal ways give equal lists."""

import answer


def _idle(operation):
    match operation:
        case ("swap", i, j) | ["swap", i, j]:
            return i == j
        case ("scale", _, c) | ["scale", _, c]:
            return c == 1
        case ("add", _, _, c) | ["add", _, _, c]:
            return c == 0
    return False


def rref(a):
    """What the answer returns; anything but a pair with a list comes back as it is."""
    result = answer.rref(a)
    if isinstance(result, (tuple, list)) and len(result) == 2 and isinstance(result[1], (tuple, list)):
        return result[0], [operation for operation in result[1] if not _idle(operation)]
    return result
