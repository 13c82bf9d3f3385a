// From scores to shares, and what decoding does with the shares.

/** Scores divided by the temperature, then shares that sum to 1; -Infinity gets 0, and a row of nothing else stays 0. */
export function softmax(scores: readonly number[], temperature = 1): number[] {
  const top = Math.max(...scores);
  if (top === -Infinity) return scores.map(() => 0);
  const raised = scores.map((s) => Math.exp((s - top) / temperature));
  const all = raised.reduce((a, b) => a + b, 0);
  return raised.map((e) => e / all);
}

/** Keeps the smallest set of likeliest entries whose shares reach `top`, and shares 1 among them. */
export function nucleus(shares: readonly number[], top: number): number[] {
  const order = shares.map((_, i) => i).sort((i, j) => shares[j]! - shares[i]!);
  const kept = new Set<number>();
  let sum = 0;
  for (const i of order) {
    if (sum >= top - 1e-12 && kept.size) break;
    kept.add(i);
    sum += shares[i]!;
  }
  return shares.map((p, i) => (kept.has(i) ? p / sum : 0));
}

/** In nats; e to this power is the number of equally likely entries that would be as open. */
export const entropy = (shares: readonly number[]): number => -shares.reduce((s, p) => s + (p > 0 ? p * Math.log(p) : 0), 0);
