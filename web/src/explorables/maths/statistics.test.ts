// Expected numbers were computed once by NumPy 2, SciPy and scikit-learn; the call stands beside each.
import { describe, expect, it } from 'vitest';
import { expected, posterior } from './bayes';
import { bins, cumulative, moments, quantile, student } from './chance';
import { assign, inertia, update } from './clusters';
import { coverage, intervals, reach } from './intervals';
import { normal, pick, seeded } from './random';
import { covariance, principal, variance, type Point } from './spreading';
import { draw, error, grow, predict, question, type Row } from './tree';

describe('chance', () => {
  it('repeats with its seed and looks uniform and normal', () => {
    const [a, b] = [seeded(3), seeded(3)];
    const draws = Array.from({ length: 4000 }, () => a());
    expect(Array.from({ length: 4000 }, () => b())).toEqual(draws);
    expect(draws.reduce((s, x) => s + x, 0) / 4000).toBeCloseTo(0.5, 1);
    const z = Array.from({ length: 4000 }, () => normal(a));
    expect(z.reduce((s, x) => s + x * x, 0) / 4000).toBeCloseTo(1, 1);
    expect(pick([0, 0, 3], a)).toBe(2);
  });
  it('knows the normal distribution: scipy.stats.norm.cdf', () => {
    const want = [[-4.2, 1.334574901590631e-5], [-1.3, 0.09680048458561036], [0.5, 0.6914624612740131], [2.9999, 0.998649658717045], [3.0001, 0.9986505450867392], [-6, 9.865876450376946e-10]];
    for (const [z, p] of want) expect(Math.abs(cumulative(z!) / p! - 1)).toBeLessThan(1e-9);
  });
  it('knows Student: scipy.stats.t.cdf', () => {
    const want = [[1, 1, 0.75], [2.776445105198, 4, 0.975], [-1.5, 7, 0.088649243494985], [2, 30, 0.9726874775185085], [0.3, 2, 0.6037571695799112]];
    for (const [t, freedom, p] of want) expect(student(t!, freedom!)).toBeCloseTo(p!, 10);
    expect(quantile((x) => student(x, 29), 0.975)).toBeCloseTo(2.045229642132703, 9); // t.ppf
  });
  it('weighs a population: np.average and np.cov(aweights=, ddof=0) of 0..4 with 1, 3, 2, 0, 4', () => {
    const { mean, sd } = moments([1, 3, 2, 0, 4]);
    expect(mean).toBeCloseTo(2.3, 12);
    expect(sd).toBeCloseTo(1.4866068747318506, 12);
  });
  it('counts into bins: np.histogram, but without the upper edge', () => expect(bins([0.1, 0.5, 1.2, 1.99, 2, 2.5, -1, 3.4], 0, 3, 3)).toEqual([2, 2, 2]));
});

describe('Bayes by counting', () => {
  it('agrees with the worked example of the step: 616 of 2476', () => {
    expect(expected(10_000, 0.07, 0.88, 0.2)).toEqual({ hit: 616, missed: 84, alarm: 1860, clear: 7440 });
    expect(posterior(0.07, 0.88, 0.2)).toBeCloseTo(0.24878836833602583, 12);
    expect(posterior(0.01, 0.9, 0.09)).toBeCloseTo(0.09174311926605505, 12);
  });
});

describe('confidence intervals', () => {
  it('reach as far as scipy.stats.t.ppf and norm.ppf say', () => {
    expect(reach('t', 2, 0.95)).toBeCloseTo(12.706204736174694, 7);
    expect(reach('t', 6, 0.9)).toBeCloseTo(2.0150483733330233, 9);
    expect(reach('z', 4, 0.95)).toBeCloseTo(1.959963984540054, 9);
  });
  it('with 1.96 in place of t cover 85.5 % for n = 4: 2 * t.cdf(1.96, 3) - 1', () => expect(coverage('z', 4, 0.95)).toBeCloseTo(0.8551427007695456, 9));
  it('cover, when drawn, as theory says', () => {
    const share = (ruler: 't' | 'z') => intervals(6000, 4, ruler, 0.95, 11).filter((i) => i.covers).length / 6000;
    expect(share('t')).toBeCloseTo(0.95, 1);
    expect(Math.abs(share('z') - 0.855)).toBeLessThan(0.015);
  });
});

describe('principal components', () => {
  const points: Point[] = [[1, 2], [3, 1], [4, 5], [6, 4], [8, 9]];
  it('agree with np.cov and np.linalg.eigh', () => {
    const c = covariance(points);
    [7.3, 7.15, 9.7].forEach((want, i) => expect(c[i]).toBeCloseTo(want, 12));
    expect(principal(c)).toBeCloseTo(49.76364169072618, 9);
    expect(variance(c, principal(c))).toBeCloseTo(15.75, 9);
    expect(variance(c, 30)).toBeCloseTo(14.092081637058735, 9); // np.var(X @ direction, ddof=1)
  });
});

describe('k-means', () => {
  it('ends where sklearn.cluster.KMeans ends from the same start', () => {
    const points: Point[] = [[0, 0], [1, 0.5], [0.5, 1], [8, 8], [9, 8.5], [8.5, 9], [0, 9], [1, 8]];
    let centres: Point[] = [[0, 0], [1, 0.5], [8, 8]];
    for (let i = 0; i < 20; i += 1) centres = update(points, assign(points, centres), centres);
    const labels = assign(points, centres);
    expect(labels).toEqual([0, 1, 1, 2, 2, 2, 2, 2]);
    expect(inertia(points, labels, centres)).toBeCloseTo(79.05, 9);
    expect(centres[2]![0]).toBeCloseTo(5.3, 9);
  });
});

describe('a tree', () => {
  // sklearn.tree.DecisionTreeClassifier(max_depth=d).fit(R, L)
  const rows: Row[] = [[0.1, 0.2, 0], [0.4, -0.3, 0], [-0.5, 0.6, 1], [-0.2, -0.7, 0], [0.8, 0.9, 1], [-0.9, 0.1, 1], [0.6, -0.8, 0], [0.3, 0.5, 1]].map(([x, y, l]) => ({ x: x!, y: y!, label: l as 0 | 1 }));
  it('asks the first question of scikit-learn', () => {
    const { axis, at, gain } = question(rows)!;
    expect([axis, Number(at.toFixed(6))]).toEqual([1, -0.1]);
    expect(gain).toBeCloseTo(0.3, 12);
  });
  it('knows every row once it is deep enough', () => {
    expect([1, 2, 3].map((d) => error(grow(rows, d), rows))).toEqual([0.125, 0.125, 0]); // 1 - score(R, L)
    expect(grow(rows, 0)).toHaveLength(1);
    const asked = [[0, 0], [0.5, 0.1], [-0.8, -0.8], [0.9, 0.7]];
    expect(asked.map(([x, y]) => predict(grow(rows, 1), x!, y!))).toEqual([1, 1, 0, 1]);
    expect(asked.map(([x, y]) => predict(grow(rows, 3), x!, y!))).toEqual([0, 0, 0, 1]);
  });
});

describe('what the figures claim', () => {
  it('two centres that start in one of three groups keep sharing it', () => {
    const points: Point[] = [[-3.4, 1.2], [2.2, 1.9], [3.1, -1.5]].flatMap(([x, y]) => [-0.4, 0, 0.4].flatMap((a) => [-0.4, 0, 0.4].map((b): Point => [x! + a, y! + b])));
    let centres: Point[] = [[-3.9, 1.9], [-3, 0.6], [2.6, 0.4]];
    for (let i = 0; i < 30; i += 1) centres = update(points, assign(points, centres), centres);
    const labels = assign(points, centres);
    expect(new Set(labels.slice(0, 9))).toEqual(new Set([0, 1]));
    expect(new Set(labels.slice(9))).toEqual(new Set([2]));
  });
  it('the tree of the first 150 points is best at depth 3: stiffer is worse, deeper learns chance', () => {
    const [rows, fresh] = [draw(150, 1), draw(1500, 999)];
    const test = Array.from({ length: 13 }, (_, d) => error(grow(rows, d), fresh));
    expect(test.indexOf(Math.min(...test))).toBe(3);
    expect(test[12]! - test[3]!).toBeGreaterThan(0.04);
    expect(error(grow(rows, 12), rows)).toBeLessThan(0.01);
  });
});
