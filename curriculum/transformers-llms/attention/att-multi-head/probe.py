"""Make the layer of the answer, load drawn weights by name, and call it."""

import answer
import torch


def _layer(width, heads, state):
    layer = answer.MultiHeadAttention(width, heads)
    if not isinstance(layer, torch.nn.Module):
        raise TypeError("MultiHeadAttention must be a torch.nn.Module")
    layer.load_state_dict(state)
    return layer


def _pair(returned):
    if not isinstance(returned, (tuple, list)) or len(returned) != 2:
        raise TypeError(f"forward must return the pair (output, weights), not {type(returned).__name__}")
    return returned


def attend(width, heads, state, x, context, mask):
    """Output and weights, without gradients."""
    layer = _layer(width, heads, state)
    with torch.no_grad():
        output, weights = _pair(layer(x, mask=mask) if context is None else layer(x, context, mask))
    return {"output": output, "weights": weights}


def gradients(width, heads, state, x, context, mask):
    """Gradients of a fixed sum of the output with respect to everything."""
    layer = _layer(width, heads, state)
    named = dict(layer.named_parameters()) | {"x": x.requires_grad_()}
    if context is not None:
        named["context"] = context.requires_grad_()
    output, _ = _pair(layer(x, mask=mask) if context is None else layer(x, context, mask))
    if not output.requires_grad:
        return dict.fromkeys(named)
    (output * torch.arange(1.0, 1 + output.numel()).view(output.shape).cos()).sum().backward()
    return {name: t.grad for name, t in named.items()}


def refuses(width, heads):
    """What comes of making a layer with a number of heads that does not fit."""
    try:
        answer.MultiHeadAttention(width, heads)
    except ValueError:
        return "ValueError"
    except Exception as e:
        return type(e).__name__
    return "a layer"
