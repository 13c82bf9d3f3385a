"""Products of three matrices, bracketed in both ways."""

import answer


def left_first(a, b, c):
    return answer.matmul(answer.matmul(a, b), c)


def right_first(a, b, c):
    return answer.matmul(a, answer.matmul(b, c))
