from earlier.add_pair import add


def mean(values):
    total = 0
    for value in values:
        total = add(total, value)
    return total / len(values)
