"""A single pass over the places with an iterator of spans."""


def corrupt(tokens, spans, first_sentinel):
    begins = {}
    for start, end in spans:
        if start in begins or not 0 <= start < end <= len(tokens):
            raise ValueError("span")
        begins[start] = end
    inputs, targets, mark, until = [], [], first_sentinel, 0
    for place, token in enumerate(tokens):
        if place in begins:
            if place < until:
                raise ValueError("overlap")
            until = begins[place]
            inputs.append(mark)
            targets.append(mark)
            mark -= 1
        (targets if place < until else inputs).append(token)
    targets.append(mark)
    return [inputs, targets]


def reconstruct(inputs, targets, first_sentinel):
    last = first_sentinel - 99
    stack = list(reversed(targets))

    def pull(expected):
        if not stack or stack.pop() != expected:
            raise ValueError("sentinel expected")

    mark = first_sentinel
    out = []
    for token in inputs:
        if last <= token <= first_sentinel:
            if token != mark:
                raise ValueError("input")
            pull(mark)
            mark -= 1
            while stack and not last <= stack[-1] <= first_sentinel:
                out.append(stack.pop())
        else:
            out.append(token)
    pull(mark)
    if stack:
        raise ValueError("too much")
    return out
