// How much of a picture is left at each step of the forward process: alpha-bar.

export type Schedule = 'linear' | 'cosine';
export const STEPS = 1000;

/** alpha-bar after 0 to 1000 steps. Linear: beta from 1e-4 to 0.02 (Ho et al. 2020). Cosine: s = 0.008, beta at most 0.999 (Nichol and Dhariwal 2021). */
export function remaining(schedule: Schedule): number[] {
  const out = [1];
  const level = (t: number) => Math.cos(((t / STEPS + 0.008) / 1.008) * (Math.PI / 2)) ** 2;
  for (let t = 1; t <= STEPS; t += 1) {
    const beta = schedule === 'linear' ? 1e-4 + ((0.02 - 1e-4) * (t - 1)) / (STEPS - 1) : Math.min(0.999, 1 - level(t) / level(t - 1));
    out.push(out[t - 1]! * (1 - beta));
  }
  return out;
}

/** Signal to noise in decibels. */
export const ratio = (left: number): number => 10 * Math.log10(left / (1 - left));
