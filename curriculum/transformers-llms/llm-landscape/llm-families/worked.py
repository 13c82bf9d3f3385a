"""The figures of the lesson: sizes of two tables, and facts with their sources."""

SAID = [2.0]  # the Apache licence of the model cards
LLAMA = {"billions": 7, "tokens": 32000, "width": 4096}  # config.json of Llama 2 7B; its paper gives 6.7 billion weights
GEMMA = {"billions": 2, "tokens": 256000, "width": 2048}  # config.json of Gemma 2B; its paper gives 2.5 billion weights
T5 = {"d_model": 768, "d_ff": 3072, "num_heads": 12, "relative_attention_num_buckets": 32}  # config.json of T5-base


def worked():
    """Bytes of a table of token vectors."""
    bits = 16
    numbers = [m["tokens"] * m["width"] for m in (LLAMA, GEMMA)]
    table = numbers[0] * bits // 8
    if not (numbers[1] == 4 * numbers[0] and 1 / 3 < 2.5 / 6.7 < 0.4):
        raise ValueError("the tables compare otherwise")
    return [SAID, LLAMA, GEMMA, T5, bits, bits // 8, table, table / 1e6, numbers[1] / numbers[0]]
