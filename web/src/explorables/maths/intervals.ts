// Confidence intervals of a mean, made again and again from fresh samples of a known truth.
import { cumulative, quantile, sample, student } from './chance';
import { normal, seeded } from './random';

export type Ruler = 't' | 'z';
export interface Interval {
  low: number;
  high: number;
  covers: boolean;
}

/** How many standard errors to either side. */
export const reach = (ruler: Ruler, n: number, level: number): number =>
  quantile(ruler === 't' ? (x) => student(x, n - 1) : cumulative, (1 + level) / 2);

/** How often such intervals cover, by theory. */
export const coverage = (ruler: Ruler, n: number, level: number): number => 2 * student(reach(ruler, n, level), n - 1) - 1;

export function intervals(count: number, n: number, ruler: Ruler, level: number, seed: number, truth = 0): Interval[] {
  const random = seeded(seed);
  const wide = reach(ruler, n, level) / Math.sqrt(n);
  return Array.from({ length: count }, () => {
    const { mean, sd } = sample(Array.from({ length: n }, () => truth + normal(random)));
    const [low, high] = [mean - wide * sd, mean + wide * sd];
    return { low, high, covers: low <= truth && truth <= high };
  });
}
