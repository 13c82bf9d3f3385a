"""The gradient of the loss, and the loss from tokens to number."""

import answer


def gradients(logits, labels):
    """The gradient with respect to the logits, None if there is no way for it."""
    logits = logits.clone().requires_grad_()
    loss = answer.causal_loss(logits, labels)
    if not getattr(loss, "requires_grad", False):
        return None
    loss.backward()
    return logits.grad


def from_tokens(logits, tokens, lengths, prompt):
    """The loss with the answer's own labels."""
    return answer.causal_loss(logits, answer.labels_for(tokens, lengths, prompt))
