// Two-sided tests of a mean with known spread, repeated in one and the same world.
import { cumulative } from './chance';
import { normal, seeded } from './random';

/** The p-value of a mean that lies `z` standard errors from what the null expects. */
export const pValue = (z: number): number => 2 * cumulative(-Math.abs(z));

/** How often such a test rejects when the truth lies `shift` standard errors off and it rejects beyond `reach` of them. */
export const rejected = (shift: number, reach: number): number => cumulative(shift - reach) + cumulative(-shift - reach);

/** P-values of `count` experiments of `n` values each, where the truth is `effect` standard deviations off the null. */
export function experiments(count: number, n: number, effect: number, seed: number): number[] {
  const random = seeded(seed);
  return Array.from({ length: count }, () => pValue(effect * Math.sqrt(n) + normal(random)));
}
