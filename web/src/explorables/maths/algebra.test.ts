// Expected numbers were computed once by NumPy 2 and PyTorch 2.13 in float64; the call stands beside each.
import { describe, expect, it } from 'vitest';
import { factor, regime, walk } from './descent';
import { apply, determinant, eigen, turn, type Eigen, type Matrix } from './matrix';
import { pass } from './graph';
import { contour, descend, SURFACES, type Method } from './optimisers';
import { cloth, landscape } from './scenes';
import { lost, sheets, svd } from './svd';

const near = (got: number[], want: number[], digits = 9) => {
  expect(got.length).toBe(want.length);
  want.forEach((w, i) => expect(got[i]).toBeCloseTo(w, digits));
};

describe('gradient descent on a valley', () => {
  it('multiplies by 1 - rate times curvature each step', () => near(walk(2, 0.3, 4, 3), [4, 1.6, 0.64, 0.256]));
  it('names what the factor does', () => {
    expect([0.5, 1, 1.7, 2, 2.1].map((r) => regime(1, r))).toEqual(['slides', 'lands', 'bounces', 'circles', 'runs away']);
    expect(factor(4, 0.6)).toBeCloseTo(-1.4, 12); // the step about gradient descent: 1, -1.4, 1.96
  });
});

describe('a matrix of the plane', () => {
  const m: Matrix = [[1.5, 0.4], [-0.7, 0.3]];
  it('has the eigenvalues of np.linalg.eig([[1.5, -0.7], [0.4, 0.3]])', () => {
    const found = eigen(m) as Eigen[];
    near(found.map((e) => e.value), [1.182842712475, 0.617157287525]);
    for (const { value, vector } of found) near([...apply(m, vector)], vector.map((v) => value * v));
    expect(Math.abs(found[0]!.vector[0])).toBeCloseTo(0.91086802491, 9);
    expect(determinant(m)).toBeCloseTo(0.73, 12);
  });
  it('has one direction for a shear, none for a quarter turn, all for a scaling', () => {
    expect(eigen([[1, 0], [1, 1]])).toHaveLength(1);
    expect(eigen([[0, 1], [-1, 0]])).toEqual([]);
    expect(eigen([[2, 0], [0, 2]])).toBe('all');
  });
  it('measures the turn with its sign', () => expect(turn([1, 0], [0, 2])).toBeCloseTo(90, 12));
});

describe('singular values', () => {
  const rows = [[2, -1, 3], [0, 4, 1], [1, 1, 1], [5, -2, 0.5]];
  it('are those of np.linalg.svd', () => near(svd(rows).values, [6.296044794957, 4.280697856105, 2.299009744355]));
  it('give the best matrix of rank 2: (U[:, :2] * s[:2]) @ Vt[:2]', () => {
    const best = [2.864127909809, -0.342369728977, 1.513410202374, -0.291667452595, 3.778031303328, 1.501765831661, 0.991033139085, 0.993175918627, 1.015426007887, 4.423237814023, -2.438935333964, 1.492224382059];
    near(Array.from(sheets(svd(rows), 2)), best);
    expect(lost(svd(rows).values, 2)).toBeCloseTo(0.2890750085145, 9);
  });
  it('see that a woven cloth is two sheets, and put a whole picture together again', () => {
    expect(lost(svd(cloth(40)).values, 2)).toBeLessThan(1e-9);
    const picture = landscape(40);
    near(Array.from(sheets(svd(picture), 40)), picture.flat(), 8);
  });
});

describe('backpropagation', () => {
  it('adds the two ways from a, as loss.backward() does for p = a b, q = a + c, L = p q', () => {
    const { loss, slope } = pass({ a: 2, b: -1, c: 0.5 });
    near([loss, slope.a, slope.b, slope.c, slope.p, slope.q], [-5, -4.5, 5, -2, 2.5, -2], 12);
    expect(slope.viaP + slope.viaQ).toBe(slope.a);
  });
});

describe('optimisers', () => {
  // Seven steps of torch.optim.SGD, SGD(momentum=0.9), RMSprop and Adam with lr=0.1 on the bent valley from (-3, -1.2).
  const torch: Record<Method, number[]> = {
    sgd: [-1.1772496327917688, -0.3463322361975196],
    momentum: [2.9737316092469044, 0.8115296356897279],
    rmsprop: [-1.0768371508226773, -0.13479216765202934],
    adam: [-2.3180722616514386, -0.5174475618845477],
  };
  it.each(Object.entries(torch))('%s walks as in PyTorch', (method, want) => {
    near([...descend(method as Method, SURFACES.bend.slope, [-3, -1.2], 0.1, 7).at(-1)!], want);
  });
  it.each(Object.entries(SURFACES))('the slope of the %s is that of its height', (_, { height, slope }) => {
    const [x, y, h] = [0.7, -0.4, 1e-5];
    near(slope(x, y), [(height(x + h, y) - height(x - h, y)) / (2 * h), (height(x, y + h) - height(x, y - h)) / (2 * h)], 6);
  });
  it('a contour of a bowl is a circle', () => {
    const axis = Array.from({ length: 41 }, (_, i) => -2 + i / 10);
    const pieces = contour((x, y) => x * x + y * y, 2.25, axis, axis);
    expect(pieces.length).toBeGreaterThan(40);
    for (const [a, b] of pieces) for (const q of [a, b]) expect(Math.hypot(q[0], q[1])).toBeCloseTo(1.5, 2);
  });
});

describe('what the figures claim', () => {
  it('momentum is lowest and Adam highest after 40 steps of 0.02 down the long valley; at 0.2 RMSProp is lowest', () => {
    const heights = (rate: number) =>
      (['sgd', 'momentum', 'rmsprop', 'adam'] as const).map((m) => {
        const [x, y] = descend(m, SURFACES.valley.slope, SURFACES.valley.start, rate, 40).at(-1)!;
        return SURFACES.valley.height(x, y);
      });
    const slow = heights(0.02);
    expect(slow.indexOf(Math.min(...slow))).toBe(1);
    expect(slow.indexOf(Math.max(...slow))).toBe(3);
    const fast = heights(0.2);
    expect(fast.indexOf(Math.min(...fast))).toBe(2);
  });
  it('24 steps at 1.9 end near the bottom', () => expect(Math.abs(walk(1, 1.9, 4, 24).at(-1)!)).toBeLessThan(0.33));
  it('few sheets bring the landscape within 5 %, and noise needs most of them', () => {
    const { values } = svd(landscape(64));
    expect(values.findIndex((_, i) => lost(values, i) <= 0.05)).toBe(6);
  });
});
