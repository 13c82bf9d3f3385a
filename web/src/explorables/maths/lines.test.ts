// Expected numbers were computed once by NumPy 2 and SciPy, or stand in the steps' worked examples; each says which.
import { describe, expect, it } from 'vitest';
import { norm, sphere } from './norms';
import { position, product } from './positions';
import { experiments, pValue, rejected } from './pvalue';
import { CURVES, secant } from './slopes';

describe('p-norms', () => {
  it('are np.linalg.norm([0.9, -1.2], p) for 1, 2, 3 and infinity', () => {
    const want = [2.1, 1.5, 1.3493824335826243, 1.2];
    [1, 2, 3, Infinity].forEach((p, i) => expect(norm([0.9, -1.2], p)).toBeCloseTo(want[i]!, 12));
    expect(norm([0, 0], 3)).toBe(0);
  });
  it('below 1 break the triangle inequality', () => {
    expect(norm([0.9, -1.2], 0.5)).toBeCloseTo(4.178460969082652, 12); // (0.9**.5 + 1.2**.5)**2
    expect(norm([1, 1], 0.5)).toBeGreaterThan(norm([1, 0], 0.5) + norm([0, 1], 0.5));
  });
  it('have a curve on which every vector has the size asked for', () => {
    for (const p of [0.3, 1, 2, 5, Infinity]) for (const v of sphere(p, 1.7, 24)) expect(norm(v, p)).toBeCloseTo(1.7, 10);
  });
});

describe('sinusoidal positions', () => {
  it('are those of the worked example: size 4, position 1', () => {
    [0.8415, 0.5403, 0.01, 0.99995].forEach((want, i) => expect(position(1, 4)[i]).toBeCloseTo(want, 4));
    expect(product(position(0, 4), position(1, 4))).toBeCloseTo(1.5403 + 0.99995 - 1, 3); // the sines of position 0 are 0
    expect(product(position(7, 4), position(8, 4))).toBeCloseTo(1.54025, 4); // cos 1 + cos 0.01
  });
  it('have products that depend on the distance alone', () => {
    for (const k of [1, 10, 33]) expect(product(position(60, 16), position(60 + k, 16))).toBeCloseTo(product(position(10, 16), position(10 + k, 16)), 10);
  });
});

describe('p-values', () => {
  it('are 2 * scipy.stats.norm.sf(|z|)', () => {
    [[0.3, 0.7641771556220948], [1.96, 0.04999579029644087], [-3.2, 0.0013742758758316942]].forEach(([z, p]) => expect(pValue(z!)).toBeCloseTo(p!, 10));
  });
  it('reject as often as theory says: norm.sf(1.96 - 1.5) + norm.cdf(-1.96 - 1.5)', () => {
    expect(rejected(1.5, 1.959963984540054)).toBeCloseTo(0.32304115977680503, 9);
    expect(rejected(0, 1.959963984540054)).toBeCloseTo(0.05, 9);
    const share = experiments(6000, 9, 0.5, 3).filter((p) => p <= 0.05).length / 6000;
    expect(Math.abs(share - 0.323)).toBeLessThan(0.02);
  });
  it('spread evenly without an effect', () => {
    const all = experiments(8000, 30, 0, 5);
    for (const cut of [0.05, 0.3, 0.8]) expect(Math.abs(all.filter((p) => p <= cut).length / 8000 - cut)).toBeLessThan(0.02);
  });
});

describe('slopes', () => {
  it('of x² between 1 and 1 + h are 2 + h', () => {
    expect(secant(CURVES.square.f, 1, 1)).toBe(3);
    expect(secant(CURVES.square.f, 1, 0.1)).toBeCloseTo(2.1, 12);
  });
  it.each(Object.values(CURVES))('of $words agree with the derivative for a middling h, and fail for a tiny one', ({ f, slope }) => {
    expect(secant(f, 0.7, 1e-7)).toBeCloseTo(slope(0.7), 5);
    expect(Math.abs(secant(f, 0.7, 1e-16) - slope(0.7))).toBeGreaterThan(0.1); // 0.7 + 1e-16 is 0.7
  });
});
