"""A scripted model that gives its chains in turn and writes down what it was asked."""

import answer


def asked(chains, most, weighted):
    """What vote returns, and the numbers of the chains that it drew."""
    calls = []

    def model(question, i):
        if question != "How many apples are left?":
            raise ValueError("the question was changed on the way to the model")
        calls.append(i)
        if len(calls) > most + 5 or not 0 <= i < len(chains):
            raise IndexError(f"chain {i} was asked for, at call {len(calls)}; at most {most} are allowed")
        text, logprob, tokens = chains[i]
        return {"text": text, "logprob": logprob, "tokens": tokens}

    found = answer.vote(model, "How many apples are left?", most, weighted) if weighted else answer.vote(model, "How many apples are left?", most)
    return {"answer": found["answer"], "used": found["used"], "share": found["share"], "drawn": " ".join(str(i) for i in calls)}
