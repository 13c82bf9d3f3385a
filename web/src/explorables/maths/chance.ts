// Distributions that the figures of statistics need: normal, Student, moments of a population, bins.

export const density = (x: number, mean = 0, sd = 1): number => Math.exp(-((x - mean) ** 2) / (2 * sd * sd)) / (sd * Math.sqrt(2 * Math.PI));

/** P(Z <= z): series within 3, continued fraction outside; good to 1e-10. */
export function cumulative(z: number): number {
  const x = Math.abs(z);
  if (x > 38) return z > 0 ? 1 : 0;
  if (x < 3) {
    let [term, sum] = [x, x];
    for (let i = 1; i < 80; i += 1) sum += term *= (x * x) / (2 * i + 1);
    return 0.5 + Math.sign(z) * sum * density(x);
  }
  let fraction = 0;
  for (let i = 60; i >= 1; i -= 1) fraction = i / (x + fraction);
  const tail = density(x) / (x + fraction);
  return z > 0 ? 1 - tail : tail;
}

/** P(T <= t) of Student's distribution, for whole degrees of freedom (the finite sums of Abramowitz and Stegun 26.7.3-4). */
export function student(t: number, freedom: number): number {
  const angle = Math.atan(t / Math.sqrt(freedom));
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  let [term, sum] = [freedom % 2 ? cos : 1, 0];
  const count = Math.floor(freedom / 2);
  for (let i = 0; i < count; i += 1) {
    sum += term;
    term *= cos * cos * (freedom % 2 ? (2 * i + 2) / (2 * i + 3) : (2 * i + 1) / (2 * i + 2));
  }
  const both = freedom % 2 ? (2 / Math.PI) * (angle + sin * sum) : sin * sum;
  return 0.5 + both / 2;
}

/** Where a rising function reaches a value, by halving. */
export function quantile(rising: (x: number) => number, share: number, low = -700, high = 700): number {
  for (let i = 0; i < 90; i += 1) {
    const middle = (low + high) / 2;
    if (rising(middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Mean and standard deviation of a population whose value i has the weight weights[i]. */
export function moments(weights: readonly number[]): { mean: number; sd: number } {
  const all = weights.reduce((a, b) => a + b, 0) || 1;
  const mean = weights.reduce((s, w, i) => s + w * i, 0) / all;
  return { mean, sd: Math.sqrt(weights.reduce((s, w, i) => s + w * (i - mean) ** 2, 0) / all) };
}

/** Mean, and standard deviation with the divisor n - 1. */
export function sample(values: ArrayLike<number>): { mean: number; sd: number } {
  const list = Array.from(values);
  const mean = list.reduce((a, b) => a + b, 0) / list.length;
  return { mean, sd: list.length > 1 ? Math.sqrt(list.reduce((s, v) => s + (v - mean) ** 2, 0) / (list.length - 1)) : 0 };
}

/** How many values fall into each of `count` equal bins of [low, high); what lies outside is left out. */
export function bins(values: ArrayLike<number>, low: number, high: number, count: number): number[] {
  const out = new Array<number>(count).fill(0);
  for (let i = 0; i < values.length; i += 1) {
    const at = Math.floor(((values[i]! - low) / (high - low)) * count);
    if (at >= 0 && at < count) out[at]! += 1;
  }
  return out;
}
